import type { Settings } from './model.ts';
import type { RelationKind } from './relationEnds.ts';

/** Those that researchers know from ATLAS.ti. */
const usualTypes: Readonly<Record<RelationKind, readonly string[]>> = {
  code: ['is associated with', 'is part of', 'is cause of', 'contradicts', 'is a', 'is property of'],
  quotation: [
    'continues',
    'contradicts',
    'criticises',
    'discusses',
    'expands',
    'explains',
    'justifies',
    'supports',
  ],
};

/** The types to choose from for a relation: the usual ones, then those that the study adds, each once. */
export function relationTypesFor({ relationTypes }: Settings, kind: RelationKind): readonly string[] {
  const own = kind === 'code' ? relationTypes?.codes : relationTypes?.quotations;
  return [...new Set([...usualTypes[kind], ...(own ?? [])])];
}

const symmetric: ReadonlySet<string> = new Set(['is associated with', 'contradicts']);

/** Whether a type says the same in both directions, so that no arrow has to be drawn; only of the usual types is that known. */
export function isSymmetric(type: string): boolean {
  return symmetric.has(type);
}
