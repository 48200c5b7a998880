import { derived } from './derived.ts';
import type { Quotation, StudyDocument } from './model.ts';

/** How often a code itself is used, its descendants not counted. */
export interface CodeCount {
  /** Quotations that carry the code. */
  readonly codings: number;
  /** Documents with at least one such quotation. */
  readonly documents: number;
}

/** By code id; a code that is never used is not here. */
export type CodeCounts = ReadonlyMap<string, CodeCount>;

export const emptyCounts: CodeCounts = new Map();

const none: CodeCount = { codings: 0, documents: 0 };

/** Whether a quotation counts: one whose words were not found again is kept, but in no count and no report. */
export function isPlaced(quotation: Quotation): boolean {
  return quotation.anchor?.state !== 'lost';
}

/** Codings per code in one document, by all coders. */
const codingsOf = derived((document: StudyDocument): ReadonlyMap<string, number> => {
  const codings = new Map<string, number>();
  for (const quotation of document.quotations) {
    if (!isPlaced(quotation)) continue;
    for (const code of quotation.codes) codings.set(code, (codings.get(code) ?? 0) + 1);
  }
  return codings;
});

/** The counts of a study after some of its documents changed: what they had is taken off, what they have is added. */
export function countsAfter(
  counts: CodeCounts,
  changes: readonly {
    readonly before: StudyDocument | undefined;
    readonly after: StudyDocument | undefined;
  }[],
): CodeCounts {
  const tallies = new Map<string, { codings: number; documents: number }>();
  const add = (document: StudyDocument | undefined, sign: 1 | -1) => {
    if (!document) return;
    for (const [code, codings] of codingsOf(document)) {
      let tally = tallies.get(code);
      if (!tally) {
        tally = { ...(counts.get(code) ?? none) };
        tallies.set(code, tally);
      }
      tally.codings += sign * codings;
      tally.documents += sign;
    }
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  const next = new Map(counts);
  for (const [code, tally] of tallies) {
    if (tally.codings === 0) next.delete(code);
    else next.set(code, tally);
  }
  return next;
}
