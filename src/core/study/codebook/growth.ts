import { entriesInOrder, type History, type HistoryEntry, type HistoryOperation } from '../history.ts';

/** Which entries of the history to show; what is not here does not matter. */
export interface HistoryFilter {
  /** Ids of codes, of which an entry names one at least, under whatever name. */
  readonly codes?: ReadonlySet<string>;
  readonly operations?: ReadonlySet<HistoryOperation>;
  /** The id of a coder; empty for entries of nobody in particular. */
  readonly coder?: string;
  /** A day or moment in ISO 8601, such as `2024-03` or `2024-03-05`, with which the period begins. */
  readonly from?: string;
  /** The last day or moment, or month, of the period; all of it belongs to the period. */
  readonly to?: string;
}

/** The entries of the history that pass a filter, oldest first. */
export function codebookGrowth(
  history: History,
  { codes, operations, coder, from, to }: HistoryFilter = {},
): readonly HistoryEntry[] {
  return entriesInOrder(history).filter(
    (entry) =>
      (!operations || operations.has(entry.op)) &&
      (coder === undefined || (entry.coder ?? '') === coder) &&
      (from === undefined || entry.at >= from) &&
      (to === undefined || entry.at.slice(0, to.length) <= to) &&
      (!codes || codesIn(entry).some((code) => codes.has(code))),
  );
}

/** The codes that an entry is about: those it was done to, and those that others came under or went into. */
function codesIn({ codes = [], from = [], into = [], parent }: HistoryEntry): readonly string[] {
  return [...new Set([...codes, ...from, ...into, ...(parent === undefined ? [] : [parent])])];
}
