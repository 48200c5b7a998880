import type { TextRange } from '../study/problem.ts';
import type { Alignment } from './align.ts';
import { pairedByWord } from './gap.ts';
import type { Extent } from './trace.ts';

/** What stands between the words before a quotation and those behind it, where of itself nothing was found. */
export interface Between {
  readonly range: TextRange;
  /** Rarity of the words before it and behind it, in bits. */
  readonly left: number;
  readonly right: number;
}

const contextTokens = 14;

/**
 * What stands in the place of a quotation of which nothing, or next to nothing, was found; undefined when the words on
 * one of its sides were not found either.
 */
export function between(
  { old, new: fresh, newOf, grade, passage, bits }: Alignment,
  { from, to }: Extent,
): Between | undefined {
  const piece = old.pieces[from];
  const paired = (token: number) => old.pieces[token] === piece && (grade[token] ?? 0) === pairedByWord;
  let before = from - 1;
  while (before > from - contextTokens && !paired(before)) before--;
  let behind = to;
  while (behind < to + contextTokens - 1 && !paired(behind)) behind++;
  if (!paired(before) || !paired(behind) || passage[before] !== passage[behind]) return undefined;
  const first = (newOf[before] ?? 0) + 1;
  const last = (newOf[behind] ?? 0) - 1;
  if (last < first - 1) return undefined;
  const sum = (edge: number, direction: number) => {
    let total = 0;
    for (let token = edge; paired(token) && Math.abs(token - edge) < contextTokens; token += direction)
      total += bits[old.ids[token] ?? 0] ?? 0;
    return total;
  };
  const start = last < first ? (fresh.ends[first - 1] ?? 0) : (fresh.starts[first] ?? 0);
  const end = last < first ? start : (fresh.ends[last] ?? 0);
  return { range: { start, end }, left: sum(before, -1), right: sum(behind, 1) };
}
