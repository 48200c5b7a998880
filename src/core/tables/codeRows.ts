import { codeTreeOf } from '../study/codeTree.ts';
import type { Code, Codebook, Level } from '../study/model.ts';
import type { CodeRows } from './specKeys.ts';

/**
 * The codes that are rows, in the order of the code tree, or in the order in which the spec names them. Several keys narrow
 * each other: `{level: theme, under: governance}` are the themes of that dimension.
 */
export function codeRows(codebook: Codebook, { level, codes, under }: CodeRows): readonly Code[] {
  const tree = codeTreeOf(codebook);
  const below = under === undefined ? tree.all : tree.withDescendants(under).filter(({ id }) => id !== under);
  const ofLevel = level === undefined ? below : below.filter((code) => code.level === level);
  if (!codes) return ofLevel;
  return [...new Set(codes)].flatMap((id) => ofLevel.filter((code) => code.id === id));
}

/** What all codes are, for the header above them. */
export function levelOf(codes: readonly Code[]): Level {
  const [first] = codes;
  return first && codes.every(({ level }) => level === first.level) ? first.level : 'code';
}
