import { placeOf } from '../text/place.ts';
import type { Outcome } from './outcome.ts';
import type { Anchored } from './patchwork.ts';

/** Words that are their own proof: some eight words of running text. */
export const tellingLength = 48;

/**
 * Whether a quotation that was lost is in the text again, as after going back to another branch. Its words must occur
 * just once, and be many or stand in the context that they were coded in.
 */
export function foundAgain({ id, exact, prefix, suffix }: Anchored, text: string): Outcome {
  const lost: Outcome = { id, outcome: 'lost', reason: 'reason.notFound' };
  const at = once(text, exact);
  const inContext = once(text, prefix + exact + suffix);
  if (inContext >= 0) return moved(id, text, inContext + prefix.length, exact);
  return at >= 0 && exact.length >= tellingLength ? moved(id, text, at, exact) : lost;
}

function moved(id: string, text: string, at: number, exact: string): Outcome {
  return { id, outcome: 'moved', place: placeOf(text, at, at + exact.length) };
}

/** The one place where a text occurs; -1 when there is none, or more than one. */
function once(text: string, part: string): number {
  const at = part.length === 0 ? -1 : text.indexOf(part);
  return at >= 0 && text.indexOf(part, at + 1) < 0 ? at : -1;
}
