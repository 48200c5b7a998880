import { pairedByWord } from './gap.ts';
import { oneSide, supportAt } from './support.ts';
import type { Trace } from './trace.ts';

/** Larger stretches than this, in tokens, are not searched for a second copy. */
const mostBetween = 3_000;

/** So many words right outside must be there still on both sides. */
const mostNear = 3;

/**
 * Whether a quotation stands between the same words as before, right beside those on one side and with at most other text before
 * those on the other, and its own words occur just once there. That makes sure of a short quotation too when something
 * long was inserted next to it.
 *
 * @param start the first new token of its place, `end` the last
 */
export function isFlanked(trace: Trace, start: number, end: number): boolean {
  const { alignment, from, to } = trace;
  const { newOf } = alignment;
  const before = newOf[from - 1] ?? -1;
  const behind = newOf[to] ?? -1;
  if (!isRun(trace, from - 1, -1) || !isRun(trace, to, 1)) return false;
  const isNear =
    (before === start - 1 && supportAt(trace, from - 1, (token) => token < from) >= oneSide) ||
    (behind === end + 1 && supportAt(trace, to, (token) => token >= to) >= oneSide);
  if (!isNear || before >= start || behind <= end || behind - before > mostBetween) return false;
  for (let token = before + 1; token + end - start < behind; token++)
    if (token !== start && isCopy(trace, start, end, token)) return false;
  return true;
}

/** Whether the words from a token on are there in their order, as far as they are known. */
function isRun({ alignment, isFound }: Trace, token: number, direction: 1 | -1): boolean {
  const { old, newOf } = alignment;
  let last = (newOf[token] ?? 0) - direction;
  for (let away = 0; away < mostNear; away++) {
    const next = token + direction * away;
    const there = newOf[next] ?? 0;
    const isLast = old.pieces[next + direction] !== old.pieces[token];
    if (!isFound(next, pairedByWord) || (there - last) * direction <= 0) return isLast && away > 1;
    if (isLast) return true;
    last = there;
  }
  return true;
}

/** Whether half of the words of a place or more stand at another place too, each where it should. */
function isCopy({ alignment }: Trace, start: number, end: number, place: number): boolean {
  const { ids } = alignment.new;
  let same = 0;
  for (let token = start; token <= end; token++) if (ids[token] === ids[token - start + place]) same++;
  return same * 2 > end - start;
}
