import { derived } from './derived.ts';
import type { Relation, RelationEnd, Relations } from './model.ts';
import { findQuotation } from './quotations.ts';
import type { Study } from './study.ts';

/** What a relation is between. */
export type RelationKind = 'code' | 'quotation';

/** An end of a relation taken apart. */
export function readEnd(end: RelationEnd): { readonly kind: RelationKind; readonly id: string } {
  const colon = end.indexOf(':');
  return { kind: end.slice(0, colon) === 'code' ? 'code' : 'quotation', id: end.slice(colon + 1) };
}

/** The end of a relation at a code or quotation. */
export function endAt(kind: RelationKind, id: string): RelationEnd {
  return `${kind}:${id}`;
}

/** What a reader calls an end: the name of the code, the words of the quotation; its id when it is gone. */
export function endName(study: Study, end: RelationEnd): string {
  const { kind, id } = readEnd(end);
  const name = kind === 'code' ? study.codebook.codes.get(id)?.name : findQuotation(study, id)?.exact;
  return name ?? id;
}

/** Whether the code or quotation at an end is there. */
export function isThere(study: Study, end: RelationEnd): boolean {
  const { kind, id } = readEnd(end);
  return kind === 'code' ? study.codebook.codes.has(id) : findQuotation(study, id) !== undefined;
}

/** The relations at each end that has one, in the order of their ids. */
const relationsByEnd = derived(({ relations }: Relations): ReadonlyMap<RelationEnd, readonly Relation[]> => {
  const byEnd = new Map<RelationEnd, Relation[]>();
  for (const relation of [...relations.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const end of new Set([relation.from, relation.to])) {
      const list = byEnd.get(end);
      if (list) list.push(relation);
      else byEnd.set(end, [relation]);
    }
  }
  return byEnd;
});

/** The relations from or to a code or quotation. */
export function relationsAt(study: Study, end: RelationEnd): readonly Relation[] {
  return relationsByEnd(study.relations).get(end) ?? [];
}
