import type { Quotation } from './model.ts';

/** A stretch of text in which the same quotations lie from end to end. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** In text order; at least one. */
  readonly quotations: readonly Quotation[];
}

/**
 * Flattens overlapping quotations into stretches that do not overlap, so that every character is decorated once.
 *
 * @param quotations sorted by start, as in a document
 * @returns the stretches with at least one quotation, from left to right; O(n log n + output)
 */
export function segmentsOf(quotations: readonly Quotation[]): readonly Segment[] {
  const edges = quotations.flatMap(({ start, end }) => (start < end ? [start, end] : []));
  const bounds = [...new Set(edges)].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let next = 0;
  let open: Quotation[] = [];
  for (let index = 0; index + 1 < bounds.length; index++) {
    const start = bounds[index] ?? 0;
    const end = bounds[index + 1] ?? start;
    open = open.filter((quotation) => quotation.end > start);
    for (; next < quotations.length; next++) {
      const quotation = quotations[next];
      if (!quotation || quotation.start > start) break;
      if (quotation.end > start) open.push(quotation);
    }
    if (open.length > 0) segments.push({ start, end, quotations: open.slice() });
  }
  return segments;
}
