import type { Between } from './between.ts';
import type { Located } from './locate.ts';
import type { DoubtReason } from './outcome.ts';
import { oneSide } from './support.ts';

export type Verdict = 'sure' | DoubtReason;

/** Evidence on one side that leaves no doubt: five words or so that stand next to it as they did. */
const strong = 30;
/** Evidence around a boundary that fixes it. */
const oneEdge = 18;
/** Evidence in a quotation of its own: some ten words of running text. */
const telling = 60;
/** Evidence in a quotation that is more than a stock answer or a name: three words or so. */
const phrase = 20;
/** Evidence on both sides of less than that, when it does not stand right between them. */
const shortSides = 26;
/** Evidence in a quotation that is more than a turn of phrase. */
const sentence = 35;
/** Evidence in all that is more than chance in a transcript of any length. */
const enough = 45;

/**
 * Whether a place is sure. The order of the questions is the order in which they can go wrong silently.
 *
 * The thresholds are in bits: a word that makes up one in a thousand words counts for ten. They were set on some seeds
 * of the bench and checked on others.
 */
export function verdictOf(found: Located): Verdict {
  const { kept, purity, inside, left, right, edges, moved, whole } = found;
  const { beside, rewritten, flanked, perhapsCopy, scattered } = found;
  if (scattered) return 'reason.scattered';
  const sides = (left >= oneSide ? 1 : 0) + (right >= oneSide ? 1 : 0);
  const total = inside + left + right;
  const isShort = inside < phrase;
  if (whole) {
    if (beside || (isShort && !flanked && Math.min(left, right) < shortSides)) return 'reason.ambiguous';
    if (moved && isShort && Math.min(left, right) < strong) return 'reason.moved';
    if (perhapsCopy) return 'reason.moved';
    if (moved) return inside >= telling || (sides > 0 && total >= telling) ? 'sure' : 'reason.moved';
    if (sides === 2 || flanked) return 'sure';
    return inside >= telling || (sides === 1 && inside >= sentence && total >= enough)
      ? 'sure'
      : 'reason.ambiguous';
  }
  if (beside) return 'reason.ambiguous';
  if (moved && sides === 0) return 'reason.moved';
  if (kept < (purity > onlyDeleted ? leastLeft : leastKept) || purity < leastPure) return 'reason.changed';
  if (rewritten) return 'reason.changed';
  if (edges < oneEdge) return 'reason.boundary';
  if (isShort && Math.min(left, right) < strong) return 'reason.changed';
  if (sides === 2) return 'sure';
  return sides === 1 && inside >= telling ? 'sure' : 'reason.changed';
}

/** Where nothing was put in, what is left is the coder's own words still. */
const onlyDeleted = 0.9;
const leastLeft = 0.25;
/** With less of a quotation left, or more of other text in it, it may no longer say what it was coded for. */
const leastKept = 0.4;
const leastPure = 0.5;

/** Below this share a quotation counts as not found: names and full stops come back in any text. */
export const leastFound = 0.2;

/** What became of a quotation that was not found: deleted when the words around it now stand together. */
export function isReplaced({ range, left, right }: Between, length: number): boolean {
  const size = range.end - range.start;
  return size > length / 4 && size < length * 4 && left >= oneSide && right >= oneSide;
}

/** Whether the little that was found of a quotation is still worth a look: words of its own, in their place. */
export function isRemnant({ inside, left, right, scattered }: Located): boolean {
  return !scattered && inside >= remnant && Math.max(left, right) >= oneSide;
}

const remnant = 10;
