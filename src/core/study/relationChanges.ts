import type { Relation, RelationEnd } from './model.ts';
import { fieldsChanged, type RelationChange } from './operation.ts';
import { endAt, type RelationKind, relationsAt } from './relationEnds.ts';
import type { Study } from './study.ts';

/**
 * What becomes of relations when codes are merged into another: they are that one's from now on. One that would be of a
 * code with itself goes, and so does one that says what another says; its comment is added to the comment of the other.
 *
 * @param gone ids of the codes that go
 * @param into id of the code that stays
 */
export function relationChangesOnMerge(
  study: Study,
  gone: ReadonlySet<string>,
  into: string,
): readonly RelationChange[] {
  const survivor = endAt('code', into);
  const ends = new Set([...gone].map((id) => endAt('code', id)));
  const moved = (end: RelationEnd) => (ends.has(end) ? survivor : end);
  const kept = new Map<string, Relation>();
  const concerned = relationsOfAll(study, [survivor, ...ends]);
  const changes: RelationChange[] = [];
  for (const relation of concerned) {
    const next = { ...relation, from: moved(relation.from), to: moved(relation.to) };
    const same = kept.get(said(next));
    const isOfItself = next.from === next.to && relation.from !== relation.to;
    if (isOfItself || same) changes.push(removal(relation));
    if (isOfItself) continue;
    kept.set(said(next), same ? { ...same, ...joinedComment(same, next) } : next);
  }
  for (const next of kept.values()) {
    const change = changeOf(study.relations.relations.get(next.id), next);
    if (change) changes.push(change);
  }
  return changes;
}

/** What becomes of relations when codes or quotations are deleted: they go too. */
export function relationChangesOnDelete(
  study: Study,
  kind: RelationKind,
  gone: Iterable<string>,
): readonly RelationChange[] {
  return relationsOfAll(
    study,
    [...gone].map((id) => endAt(kind, id)),
  ).map(removal);
}

/** The change that takes a relation away. */
export function removal(relation: Relation): RelationChange {
  return { record: 'relation', id: relation.id, before: relation, after: null };
}

/** The change that makes a relation say something else; undefined when it says so already. */
export function changeOf(was: Relation | undefined, next: Relation): RelationChange | undefined {
  const sides = was && fieldsChanged(was, { comment: undefined, ...next });
  return sides && { record: 'relation', id: next.id, ...sides };
}

function relationsOfAll(study: Study, ends: readonly RelationEnd[]): readonly Relation[] {
  return [...new Set(ends.flatMap((end) => relationsAt(study, end)))];
}

/** What a relation says, comments aside: two that say the same are one. */
function said({ from, to, type }: Relation): string {
  return JSON.stringify([from, to, type]);
}

function joinedComment(a: Relation, b: Relation): { readonly comment?: string } {
  const comments = [...new Set([a, b].flatMap(({ comment }) => comment ?? []))];
  return comments.length > 0 ? { comment: comments.join('\n') } : {};
}
