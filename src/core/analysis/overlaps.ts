import type { TextRange } from '../study/problem.ts';

/**
 * Visits each pair of ranges that share at least one code unit, the one that starts first before the other; a range is not
 * paired with itself. One sweep: O(ranges + pairs).
 *
 * @param ranges sorted by start; UTF-16 offsets, end exclusive
 */
export function eachOverlap(
  ranges: readonly TextRange[],
  visit: (first: number, second: number) => void,
): void {
  /** The ranges that may still go on where the sweep is. */
  const open: number[] = [];
  for (let index = 0; index < ranges.length; index++) {
    const range = ranges[index];
    if (!range || range.start >= range.end) continue;
    let kept = 0;
    for (const other of open) {
      if ((ranges[other]?.end ?? 0) <= range.start) continue;
      open[kept++] = other;
      visit(other, index);
    }
    open.length = kept;
    open.push(index);
  }
}
