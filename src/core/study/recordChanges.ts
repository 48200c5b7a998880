import type { Code, CodeSet, Quotation, Relation, Summary } from './model.ts';
import {
  type CodeChange,
  type CodeSetChange,
  fieldsChanged,
  type QuotationChange,
  type RelationChange,
  type SummaryChange,
} from './operation.ts';
import { summaryId } from './summaries.ts';

/** The change that makes a quotation what it was at another time, in the same document; undefined when it is so already. */
export function quotationChange(
  now: Quotation | undefined,
  then: Quotation | undefined,
): QuotationChange | undefined {
  const record = now ?? then;
  if (!record) return undefined;
  const { document, id } = record;
  const sides = sidesOf(now, then);
  if (!sides) return undefined;
  const { before, after } = sides;
  // A change of one boundary names both.
  const places = now && then && (before?.start ?? before?.end) !== undefined;
  return {
    record: 'quotation',
    document,
    id,
    before: places ? { ...before, start: now.start, end: now.end } : before,
    after: places ? { ...after, start: then.start, end: then.end } : after,
  };
}

/** As `quotationChange`, for a code. */
export function codeChangeTo(now: Code | undefined, then: Code | undefined): CodeChange | undefined {
  const sides = sidesOf(now, then);
  const id = (now ?? then)?.id;
  return sides && id !== undefined ? { record: 'code', id, ...sides } : undefined;
}

/** As `quotationChange`, for a code set. */
export function codeSetChangeTo(
  now: CodeSet | undefined,
  then: CodeSet | undefined,
): CodeSetChange | undefined {
  const sides = sidesOf(now, then);
  const id = (now ?? then)?.id;
  return sides && id !== undefined ? { record: 'codeSet', id, ...sides } : undefined;
}

/** As `quotationChange`, for a relation. */
export function relationChangeTo(
  now: Relation | undefined,
  then: Relation | undefined,
): RelationChange | undefined {
  const sides = sidesOf(now, then);
  const id = (now ?? then)?.id;
  return sides && id !== undefined ? { record: 'relation', id, ...sides } : undefined;
}

/** As `quotationChange`, for a summary. */
export function summaryChangeTo(
  now: Summary | undefined,
  then: Summary | undefined,
): SummaryChange | undefined {
  const record = now ?? then;
  const sides = sidesOf(now, then);
  return sides && record ? { record: 'summary', id: summaryId(record), ...sides } : undefined;
}

/** Both sides of a change; when a record was changed last is no difference of its own. */
function sidesOf<Fields extends object>(
  now: Fields | undefined,
  then: Fields | undefined,
): { before: Partial<Fields> | null; after: Partial<Fields> | null } | undefined {
  if (!now && !then) return undefined;
  if (!now || !then) return { before: now ?? null, after: then ?? null };
  const gone = Object.fromEntries(Object.keys(now).map((key) => [key, undefined]));
  const sides = fieldsChanged<Fields>(now, { ...gone, ...then });
  if (!sides) return undefined;
  const keys = new Set([...Object.keys(sides.before), ...Object.keys(sides.after)]);
  keys.delete('modified');
  return keys.size > 0 ? sides : undefined;
}
