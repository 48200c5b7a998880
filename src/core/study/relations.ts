import type { Author } from './author.ts';
import { cleanName } from './codebook/names.ts';
import type { Refusal } from './codebook/refusal.ts';
import { operation } from './coding.ts';
import type { Relation, RelationEnd } from './model.ts';
import type { Operation } from './operation.ts';
import { changeOf, removal } from './relationChanges.ts';
import { endName, isThere, readEnd, relationsAt } from './relationEnds.ts';
import type { Study } from './study.ts';

/** What a relation says. */
interface Said {
  readonly from: RelationEnd;
  readonly to: RelationEnd;
  readonly type: string;
}

/**
 * Links two codes, or two quotations, by a named relation. Refused for an end that is not there, for a code or quotation
 * with itself, for a code with a quotation, and when the study says so already.
 */
export function relate(study: Study, said: Said & { readonly comment?: string }, author: Author) {
  const relation = { ...said, type: cleanName(said.type) };
  const refused = refusalOf(study, relation);
  if (refused) return refused;
  const comment = said.comment?.trim();
  const { from, to, type } = relation;
  const made: Relation = {
    id: author.newId('r'),
    from,
    to,
    type,
    ...(comment && { comment }),
    created: author.now,
  };
  return operation('done.relate', valuesOf(study, made), [
    { record: 'relation', id: made.id, before: null, after: made },
  ]);
}

/** Gives a relation another type; refused when it has no name or when the study says so already. */
export function changeRelationType(study: Study, relation: Relation, type: string): Operation | Refusal {
  return changed(study, relation, { ...relation, type: cleanName(type) }, 'done.relationType');
}

/** Turns a relation around: what it came from it goes to; refused when the study says so already. */
export function reverseRelation(study: Study, relation: Relation): Operation | Refusal {
  const { from, to } = relation;
  return changed(study, relation, { ...relation, from: to, to: from }, 'done.reverseRelation');
}

/** Sets or, with an empty text, takes away the comment of a relation. */
export function setRelationComment(study: Study, relation: Relation, text: string): Operation {
  const { comment: _, ...rest } = relation;
  const comment = text.trim();
  const change = changeOf(relation, { ...rest, ...(comment && { comment }) });
  return operation('done.relationComment', valuesOf(study, relation), change ? [change] : []);
}

/** Removes relations; what they were between stays. */
export function removeRelations(relations: readonly Relation[]): Operation {
  return operation('done.removeRelations', { count: relations.length }, relations.map(removal));
}

function changed(study: Study, was: Relation, next: Relation, label: string): Operation | Refusal {
  const change = changeOf(was, next);
  const refused = change && refusalOf(study, next);
  return refused ?? operation(label, valuesOf(study, next), change ? [change] : []);
}

function refusalOf(
  study: Study,
  { from, to, type, id }: Said & { readonly id?: string },
): Refusal | undefined {
  const refusal = (key: string, values: Record<string, string> = {}): Refusal => ({
    refused: { key, values },
  });
  if (type === '') return refusal('relation.noType');
  for (const end of [from, to]) if (!isThere(study, end)) return refusal('relation.endGone', { end });
  if (from === to) return refusal('relation.withItself', { end: shortName(study, from) });
  if (readEnd(from).kind !== readEnd(to).kind) return refusal('relation.mixed');
  const twin = relationsAt(study, from).find(
    (other) => other.id !== id && other.from === from && other.to === to && other.type === type,
  );
  return twin && refusal('relation.exists', valuesOf(study, twin));
}

function valuesOf(study: Study, { from, to, type }: Said) {
  return { from: shortName(study, from), to: shortName(study, to), type };
}

/** A quotation is said by its first words. */
function shortName(study: Study, end: RelationEnd): string {
  const name = cleanName(endName(study, end));
  return name.length > 40 ? `${name.slice(0, 39).replace(/[\uD800-\uDBFF]$/, '')}…` : name;
}
