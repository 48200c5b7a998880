import type { Quotation } from './model.ts';

/** How often a code is used. */
export interface CodeCount {
  /** Quotations that carry the code. */
  readonly codings: number;
  /** Documents with at least one such quotation. */
  readonly documents: number;
}

/** By code id; a code that is never used is not here. */
export type CodeCounts = ReadonlyMap<string, CodeCount>;

/** Whether a quotation counts: one whose words were not found again is kept, but in no count and no report. */
export function isPlaced(quotation: Quotation): boolean {
  return quotation.anchor?.state !== 'lost';
}
