import { placeOf } from '../text/place.ts';
import { type Alignment, align } from './align.ts';
import { between } from './between.ts';
import { type Doubts, doubtsOf } from './doubts.ts';
import { foundAgain, tellingLength } from './foundAgain.ts';
import { isOtherText } from './kinship.ts';
import { locate } from './locate.ts';
import type { DoubtReason, Outcome } from './outcome.ts';
import { type Anchored, patchworkOf } from './patchwork.ts';
import { extentOf, traceOf } from './trace.ts';
import { isRemnant, isReplaced, leastFound, verdictOf } from './verdict.ts';

/**
 * Finds the quotations of one document again in its text after it was changed elsewhere: by git, another editor, a
 * script. All are found together, see `align`; each place is then accepted by evidence, see `verdictOf`. In doubt the
 * outcome is `review`.
 *
 * A quotation that was lost before is only taken back where its words, with context, occur just once.
 *
 * @param newText LF text; the places that come out count in it, in UTF-16 units
 * @param oldText the whole text that the quotations' offsets count in, where it is at hand; it pays where little was coded
 * @param oldLength the length of that text; known from its digest where the text itself is not
 * @returns an outcome for each quotation, in their order
 */
export function reanchorQuotations(
  quotations: readonly Anchored[],
  newText: string,
  oldText?: string,
  oldLength = oldText?.length,
): readonly Outcome[] {
  if (quotations.length === 0) return [];
  const known = quotations.filter(({ anchor }) => anchor?.state !== 'lost');
  if (known.every((quotation) => isStillThere(quotation, newText)) && (oldText ?? newText) === newText)
    return quotations.map((quotation) =>
      quotation.anchor?.state === 'lost' ? foundAgain(quotation, newText) : inPlace(quotation, newText),
    );
  const { pieces, pieceOf } = patchworkOf(known, oldText);
  const alignment = align(pieces, newText, oldLength);
  const doubts = doubtsOf(alignment);
  const isOther = isOtherText(alignment);
  return quotations.map((quotation) => {
    const piece = pieceOf.get(quotation.id);
    if (piece === undefined) return foundAgain(quotation, newText);
    const outcome = outcomeOf(alignment, doubts, quotation, piece, newText);
    return isOther ? inOtherText(outcome, quotation, newText) : outcome;
  });
}

function isStillThere({ start, prefix, exact, suffix }: Anchored, text: string): boolean {
  return start >= prefix.length && text.startsWith(prefix + exact + suffix, start - prefix.length);
}

function inPlace({ id, start, end }: Anchored, text: string): Outcome {
  return { id, outcome: 'exact', place: placeOf(text, start, end) };
}

function outcomeOf(
  alignment: Alignment,
  doubts: Doubts,
  quotation: Anchored,
  piece: number,
  newText: string,
): Outcome {
  const { id, start, exact } = quotation;
  const extent = extentOf(alignment, quotation, piece);
  if (extent.from >= extent.to) return { id, outcome: 'lost', reason: 'reason.notFound' };
  const trace = traceOf(alignment, doubts, extent);
  const found = trace && locate(trace, quotation, newText);
  if (!found || found.kept < leastFound) {
    const gap = between(alignment, extent);
    if (gap && isReplaced(gap, exact.length)) return review(quotation, gap.range, 'reason.replaced', newText);
    if (found && isRemnant(found)) return review(quotation, found.range, 'reason.changed', newText);
    return { id, outcome: 'lost', reason: gap ? 'reason.deleted' : 'reason.notFound' };
  }
  const verdict = verdictOf(found);
  if (verdict !== 'sure') return review(quotation, found.range, verdict, newText);
  const place = placeOf(newText, found.range.start, found.range.end);
  if (place.exact !== exact) return { id, outcome: 'changed', place };
  return { id, outcome: place.start === start ? 'exact' : 'moved', place };
}

/** In another text only words that are their own proof are the quotation's. */
function inOtherText(outcome: Outcome, quotation: Anchored, newText: string): Outcome {
  const isSure = outcome.outcome === 'exact' || outcome.outcome === 'moved' || outcome.outcome === 'changed';
  if (!isSure || (outcome.outcome !== 'changed' && quotation.exact.length >= tellingLength)) return outcome;
  return review(quotation, outcome.place, 'reason.changed', newText);
}

/** So many other places are worth a choice. */
const mostCandidates = 6;

function review(
  { id, exact }: Anchored,
  range: { readonly start: number; readonly end: number },
  reason: DoubtReason,
  newText: string,
): Outcome {
  const place = placeOf(newText, range.start, range.end);
  const candidates = [place];
  for (
    let at = newText.indexOf(exact);
    at >= 0 && exact.length > 0 && candidates.length < mostCandidates;
    at = newText.indexOf(exact, at + 1)
  )
    if (at !== place.start) candidates.push(placeOf(newText, at, at + exact.length));
  return { id, outcome: 'review', place, reason, candidates };
}
