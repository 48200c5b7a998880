import type { LiveQuotation } from './liveAnchors.ts';
import { latestBatch, type RemovedText } from './removedText.ts';

/** A lost quotation whose text is in a pasted text, in offsets of the latter. */
export interface Pasted {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** From this length on the words of a quotation are its own wherever they are pasted. */
const tellingLength = 12;

/**
 * The lost quotations that a pasted text brings back.
 *
 * Either the text holds all that was taken out together, or a part of that with the whole quotation in it that
 * was one removal; or else it holds the words of the quotation, when these are too many to be chance. "Ja." typed somewhere brings nothing
 * back, "Ja." cut and at once pasted does.
 *
 * @param removed what was taken out; the latest removal wins where several hold the same quotation
 */
export function pastedIn(
  lost: readonly LiveQuotation[],
  removed: readonly RemovedText[],
  text: string,
): readonly Pasted[] {
  if (text.length < 2 || lost.length === 0) return [];
  const ids = new Set(lost.map(({ id }) => id));
  const latest = Math.max(...removed.map(latestBatch));
  const found = new Map<string, Pasted & { batch: number }>();
  for (const gone of removed) {
    const batch = latestBatch(gone);
    for (const [id, hull] of hulls(gone, ids)) {
      const from = placeIn(gone, hull, text, batch === latest);
      if (from < 0 || (found.get(id)?.batch ?? -1) > batch) continue;
      found.set(id, { id, from, to: from + hull.to - hull.from, batch });
    }
  }
  return [...found.values()].map(({ id, from, to }) => ({ id, from, to }));
}

/** Where in a pasted text the words of a quotation are; -1 when they are not, or might be others. */
function placeIn(gone: RemovedText, hull: Omit<Pasted, 'id'>, text: string, isLatest: boolean): number {
  const telling = hull.to - hull.from >= tellingLength;
  if (telling || isLatest) {
    const whole = text.indexOf(gone.text);
    if (whole >= 0) return whole + hull.from;
    for (let at = gone.text.indexOf(text); at >= 0; at = gone.text.indexOf(text, at + 1))
      if (at <= hull.from && hull.to <= at + text.length) return hull.from - at;
  }
  return telling ? text.indexOf(gone.text.slice(hull.from, hull.to)) : -1;
}

/** From the first to the last character of each lost quotation in a removed text. */
function hulls(gone: RemovedText, ids: ReadonlySet<string>): ReadonlyMap<string, Omit<Pasted, 'id'>> {
  const ranges = new Map<string, Omit<Pasted, 'id'>>();
  for (const { id, from, to } of gone.marks) {
    if (!ids.has(id)) continue;
    const known = ranges.get(id);
    ranges.set(id, { from: Math.min(known?.from ?? from, from), to: Math.max(known?.to ?? to, to) });
  }
  return ranges;
}
