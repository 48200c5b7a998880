import type { Author } from '../author.ts';
import type { Operation, RecordChange } from '../operation.ts';
import type { Message } from '../problem.ts';
import { type NewEntry, recorded } from '../recorded.ts';
import type { Study } from '../study.ts';

/** What a verb does: for the status bar, for the study, and for the history. */
interface Deed {
  readonly label: Message;
  readonly changes: readonly RecordChange[];
  readonly entry: NewEntry;
}

/**
 * The one operation of a verb, with its line of history. Where nothing changes there is nothing to tell.
 *
 * @param why the researcher's own reason
 */
export function verbOperation(
  study: Study,
  { label, changes, entry }: Deed,
  author: Author,
  why = '',
): Operation {
  if (changes.length === 0) return { label, changes };
  const reason = why.trim();
  const told = { ...entry, ...(reason !== '' && { why: reason }) };
  return { label, changes: [...changes, recorded(study.history, study.codebook, told, author)] };
}
