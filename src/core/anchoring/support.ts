import { pairedBySimilarity, pairedByWord } from './gap.ts';
import type { Trace } from './trace.ts';

/** A word that was corrected says less than one that is the same. */
const similarWorth = 0.6;

/** What a token that was found says of where it is; nothing when its like stands beside it. */
export function evidenceOfToken({ alignment, doubts }: Trace, token: number): number {
  if (doubts.isRepeated(token)) return 0;
  const { evidence, grade } = alignment;
  return (evidence[token] ?? 0) * (grade[token] === pairedByWord ? 1 : similarWorth);
}

/** So far around a token its neighbours tell whether its partner is the right one. */
export const supportTokens = 10;

/** A mark that was put in, as for emphasis, or a word that was split takes nothing from what its neighbours say. */
export const slack = 1;

/**
 * Evidence for the partner of a token: that of its neighbours whose partners are about as far from them as its own from it.
 *
 * @param counts which neighbours count; all by default
 */
export function supportAt(trace: Trace, token: number, counts = (_: number) => true): number {
  const { newOf } = trace.alignment;
  const distance = (newOf[token] ?? 0) - token;
  let sum = 0;
  for (let at = token - supportTokens; at <= token + supportTokens; at++)
    if (
      counts(at) &&
      trace.isFound(at, pairedBySimilarity) &&
      Math.abs((newOf[at] ?? 0) - at - distance) <= slack
    )
      sum += evidenceOfToken(trace, at);
  return sum;
}

/** So many tokens next to a quotation may be gone with the context behind them still telling. */
export const mostDeleted = 400;

/** Evidence on one side of a quotation that is more than a speaker label or a stock phrase. */
export const oneSide = 16;

/** The next words outside a quotation tell little of its edge when they are farther off than this, in tokens. */
export const mostAway = 4;

/** The nearest token outside a quotation that was found; undefined when there is none that is near enough. */
export function nextOutside({ isFound }: Trace, edge: number, step: 1 | -1): number | undefined {
  for (let away = 1; away <= mostDeleted; away++)
    if (isFound(edge - step * away, pairedBySimilarity)) return edge - step * away;
  return undefined;
}

/** How many tokens next to the new place of a quotation count as its context. */
const contextTokens = 14;

/**
 * Evidence in the nearest tokens outside a quotation that were found next to its new place, in runs of two or more.
 *
 * @param edge the outermost old token of the quotation, `newEdge` that of its new place
 * @param step 1 for what stands before it, -1 for what stands behind it
 */
export function contextBits(trace: Trace, edge: number, newEdge: number, step: 1 | -1): number {
  const { old, newOf } = trace.alignment;
  let sum = 0;
  for (let away = 1; away <= mostDeleted; away++) {
    const token = edge - step * away;
    if (old.pieces[token] !== old.pieces[edge]) break;
    if (!trace.isFound(token, pairedBySimilarity)) continue;
    const there = newOf[token] ?? 0;
    const distance = step * (newEdge - there);
    if (distance > contextTokens) break;
    const isRun = newOf[token + 1] === there + 1 || newOf[token - 1] === there - 1;
    if (distance > 0 && isRun) sum += evidenceOfToken(trace, token);
  }
  return sum;
}
