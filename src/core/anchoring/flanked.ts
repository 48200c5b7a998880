import { mostAway, nextOutside, supportAt } from './support.ts';
import type { Trace } from './trace.ts';

/** Larger stretches than this, in tokens, are not searched for a second copy. */
const mostBetween = 3_000;

/** Evidence on either side, less than elsewhere: that there is no copy in between is evidence too. */
const enough = 10;

/**
 * Whether a quotation stands between the same words as before, with at most other text in between, and its own words occur just
 * once there. That makes sure of a short quotation too when something long was inserted right beside it.
 *
 * @param start the first new token of its place, `end` the last
 */
export function isFlanked(trace: Trace, start: number, end: number): boolean {
  const { alignment, from, to } = trace;
  const { newOf } = alignment;
  const left = nextOutside(trace, from, 1);
  const right = nextOutside(trace, to - 1, -1);
  if (left === undefined || right === undefined || from - left > mostAway || right - to >= mostAway)
    return false;
  const isOutside = (token: number) => token < from || token >= to;
  if (supportAt(trace, left, isOutside) < enough || supportAt(trace, right, isOutside) < enough) return false;
  const first = newOf[left] ?? 0;
  const last = newOf[right] ?? 0;
  if (first >= start || last <= end || last - first > mostBetween) return false;
  for (let token = first + 1; token + end - start < last; token++)
    if (token !== start && isCopy(trace, start, end, token)) return false;
  return true;
}

/** Whether half of the words of a place or more stand at another place too, each where it should. */
function isCopy({ alignment }: Trace, start: number, end: number, place: number): boolean {
  const { ids } = alignment.new;
  let same = 0;
  for (let token = start; token <= end; token++) if (ids[token] === ids[token - start + place]) same++;
  return same * 2 > end - start;
}
