import type { Author } from './author.ts';
import { type History, type HistoryEntry, historyIdFor } from './history.ts';
import type { Codebook } from './model.ts';
import type { HistoryChange } from './operation.ts';

/** What an entry says besides who did it and when. */
export type NewEntry = Omit<HistoryEntry, 'at' | 'coder' | 'unknown'>;

/**
 * The change that writes down what an operation does to the codebook; it belongs to that operation.
 *
 * @param codebook before the operation: what codes were called is looked up in it, unless the entry says so itself
 */
export function recorded(
  history: History,
  codebook: Codebook,
  entry: NewEntry,
  author: Author,
): HistoryChange {
  const names = { ...namesIn(codebook, entry), ...entry.names };
  const after: HistoryEntry = {
    at: author.now,
    ...(author.coder !== '' && { coder: author.coder }),
    ...entry,
    ...(Object.keys(names).length > 0 && { names }),
  };
  const id = historyIdFor(after, (known) => history.entries.has(known));
  return { record: 'history', id, before: null, after };
}

function namesIn(
  { codes }: Codebook,
  { codes: done = [], from = [], into = [], parent, op, before, after }: NewEntry,
) {
  const parents = op === 'move' ? [...Object.values(before ?? {}), ...Object.values(after ?? {})] : [];
  const ids = [...done, ...from, ...into, ...(parent === undefined ? [] : [parent]), ...parents];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const code = codes.get(id);
      return code ? [[id, code.name]] : [];
    }),
  );
}
