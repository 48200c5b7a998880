import search from 'approx-string-match';
import type { Place } from '../../../src/core/study/model.ts';
import type { TextRange } from '../../../src/core/study/problem.ts';

/**
 * The yardstick: each quotation on its own, exact search, else approximate search with up to half of the characters
 * wrong, and the best of the matches by a weighted score of quote, prefix, suffix and position, as in Hypothesis's client
 * (`match-quote.ts`; the weights are theirs).
 */
export function hypothesisMatch(text: string, place: Place): TextRange | undefined {
  const { exact, prefix, suffix } = place;
  const matches = exactMatches(text, exact);
  const found =
    matches.length > 0 ? matches : search(text, exact, Math.min(256, Math.floor(exact.length / 2)));
  let best: TextRange | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const { start, end, errors } of found) {
    const before = text.slice(Math.max(0, start - prefix.length), start);
    const score =
      50 * (1 - errors / exact.length) +
      20 * likeness(before, prefix) +
      20 * likeness(text.slice(end, end + suffix.length), suffix) +
      2 * (1 - Math.abs(start - place.start) / text.length);
    if (score <= bestScore) continue;
    best = { start, end };
    bestScore = score;
  }
  return best;
}

function exactMatches(text: string, exact: string): { start: number; end: number; errors: number }[] {
  const found: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    found.push({ start: at, end: at + exact.length, errors: 0 });
  return found;
}

function likeness(text: string, wanted: string): number {
  if (wanted.length === 0) return 1;
  if (text.length === 0) return 0;
  const errors = search(text, wanted, wanted.length)[0]?.errors ?? wanted.length;
  return 1 - errors / wanted.length;
}
