import type { TextRange } from './problem.ts';

/** What a stripe in the margin is of: a range that has one code. */
export interface Striped extends TextRange {
  /** The code that gives the stripe its colour. */
  readonly code: string;
}

/** A stripe with its lane, counted from the text outwards; `'more'` when all lanes were taken. */
export interface Stripe extends Striped {
  readonly lane: number | 'more';
}

/** How many stripes stand side by side. */
export const laneCount = 5;

/**
 * How far apart, in UTF-16 code units, two ranges in one paragraph are on different lines of the screen. Core cannot know
 * where an editor wraps a paragraph; lines are hardly ever wider.
 */
const widestLine = 200;

interface Lane {
  readonly code: string;
  readonly end: number;
}

/**
 * Gives ranges their lanes, so that stripes of different codes never meet in one. Ranges of one code that overlap or stand
 * close share a lane, and a code keeps the lane that it had last while that is free: its column is easy to follow.
 *
 * @param ranges sorted by start; UTF-16 offsets
 * @returns a stripe per range, in the same order; O(n)
 */
export function stripesOf(text: string, ranges: readonly Striped[]): readonly Stripe[] {
  const lanes: (Lane | undefined)[] = Array.from({ length: laneCount }, () => undefined);
  const lastLaneOf = new Map<string, number>();
  return ranges.map((range) => {
    const free = lanes.flatMap((last, lane) => (canFollow(text, last, range) ? lane : []));
    const before = free.find((lane) => lane === lastLaneOf.get(range.code));
    const lane = before ?? free[0];
    if (lane === undefined) return { ...range, lane: 'more' };
    lanes[lane] = { code: range.code, end: Math.max(range.end, lanes[lane]?.end ?? 0) };
    lastLaneOf.set(range.code, lane);
    return { ...range, lane };
  });
}

/** Whether a range can stand below the last one of a lane. */
function canFollow(text: string, last: Lane | undefined, { code, start }: Striped): boolean {
  if (!last || last.code === code) return true;
  if (last.end > start) return false;
  return start - last.end > widestLine || text.slice(last.end, start).includes('\n');
}
