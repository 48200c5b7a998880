import type { Anchor, Quotation } from '../study/model.ts';
import { sameValue } from '../study/operation.ts';
import { wordsAsCoded } from '../study/review.ts';
import type { DoubtReason, Outcome } from './outcome.ts';
import { reanchorQuotations } from './reanchor.ts';

/**
 * The quotations of a document after its text was changed elsewhere, each with its new place or with an anchor that
 * says why it is not sure. `reanchorQuotations` and `applyOutcomes` in one.
 *
 * @param oldText the text that the quotations' offsets count in, if at hand
 * @param now ISO 8601
 * @param oldLength the length of that text, known from its digest where the text itself is not
 */
export function reanchored(
  quotations: readonly Quotation[],
  newText: string,
  oldText: string | undefined,
  now: string,
  oldLength = oldText?.length,
): Quotation[] {
  return applyOutcomes(quotations, reanchorQuotations(quotations, newText, oldText, oldLength), now);
}

/**
 * Gives quotations the places that were found for them. What was in doubt stays in doubt until the coder decides,
 * unless the very words that were coded are back; what was lost keeps its last known place.
 *
 * @param now ISO 8601; since when a quotation is lost
 */
export function applyOutcomes(
  quotations: readonly Quotation[],
  outcomes: readonly Outcome[],
  now: string,
): Quotation[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return quotations.map((quotation) => {
    const outcome = byId.get(quotation.id);
    return outcome ? withOutcome(quotation, outcome, now) : quotation;
  });
}

function withOutcome(quotation: Quotation, outcome: Outcome, now: string): Quotation {
  const { anchor: before, ...rest } = quotation;
  if (outcome.outcome === 'lost')
    return before?.state === 'lost'
      ? quotation
      : { ...rest, exact: wordsAsCoded(quotation), anchor: { state: 'lost', since: now } };
  const anchor = anchorAfter(quotation, outcome);
  const after = { ...rest, ...outcome.place, ...(anchor && { anchor }) };
  return isSame(quotation, after) ? quotation : after;
}

function anchorAfter(
  { exact, anchor }: Quotation,
  outcome: Exclude<Outcome, { outcome: 'lost' }>,
): Anchor | undefined {
  const was = anchor?.state === 'review' ? anchor.was : exact;
  const isRestored = exact !== was && outcome.place.exact === was;
  if (outcome.outcome === 'review' && !(isRestored && isAboutWords(outcome.reason)))
    return { state: 'review', was, reason: outcome.reason };
  return anchor?.state === 'review' && !isRestored ? anchor : undefined;
}

/** Whether a doubt is about what the quotation says now, not about where it is. */
function isAboutWords(reason: DoubtReason): boolean {
  return reason === 'reason.changed' || reason === 'reason.replaced';
}

function isSame(a: Quotation, b: Quotation): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.exact === b.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    sameValue(a.anchor, b.anchor)
  );
}
