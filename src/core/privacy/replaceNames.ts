import { followRange } from '../anchoring/followRange.ts';
import type { TextEdit } from '../anchoring/textEdit.ts';
import type { Quotation } from '../study/model.ts';
import type { TextRange } from '../study/problem.ts';
import { placeOf } from '../text/place.ts';

/**
 * A quotation where it is after names were replaced in its transcript. One that held a part of a name holds all of its
 * pseudonym, since a pseudonym has no part that stands for that part. A lost quotation has no place.
 *
 * @param edits in order, not overlapping, all in the text before
 * @param after the transcript with the edits made
 */
export function placedAfter(quotation: Quotation, edits: readonly TextEdit[], after: string): Quotation {
  if (quotation.anchor?.state === 'lost') return quotation;
  const { start, end } = followRange(withWholeNames(quotation, edits), edits);
  return { ...quotation, ...placeOf(after, start, end) };
}

function withWholeNames({ start, end }: TextRange, edits: readonly TextEdit[]): TextRange {
  const touched = edits.filter((edit) => edit.start < end && start < edit.end);
  return {
    start: Math.min(start, ...touched.map((edit) => edit.start)),
    end: Math.max(end, ...touched.map((edit) => edit.end)),
  };
}
