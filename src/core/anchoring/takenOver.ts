import type { LiveAnchors } from './liveAnchors.ts';
import { latestBatch } from './removedText.ts';

/** A quotation that was lost when text was taken out of a transcript, with that text. */
export interface TakenOut {
  readonly id: string;
  /** All text that was taken out at that place. */
  readonly text: string;
  /** The quotation in that text. */
  readonly from: number;
  readonly to: number;
}

/** Where in a pasted text a quotation of another transcript is. */
export interface TakenOver {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What was taken out last with some quotations, each from its first to its last character. */
export function takenOutWith(live: LiveAnchors, ids: ReadonlySet<string>): readonly TakenOut[] {
  const found = new Map<string, TakenOut & { readonly batch: number }>();
  for (const gone of live.removed) {
    const batch = latestBatch(gone);
    for (const { id, from, to } of gone.marks) {
      if (!ids.has(id)) continue;
      const known = found.get(id);
      if (known && known.batch > batch) continue;
      const sameText = known?.text === gone.text && known.batch === batch ? known : undefined;
      found.set(id, {
        id,
        text: gone.text,
        from: Math.min(sameText?.from ?? from, from),
        to: Math.max(sameText?.to ?? to, to),
        batch,
      });
    }
  }
  return [...found.values()].map(({ id, text, from, to }) => ({ id, text, from, to }));
}

/** From this length on, words that were taken out of one transcript are surely those that were pasted in another. */
const tellingLength = 12;

/**
 * The quotations that come over to another transcript with a pasted text: it holds all that was taken out, or a part of it
 * with the whole quotation. Words that merely occur in the pasted text bring nothing over: each transcript has its own "Ja, precies.".
 *
 * @param takenOut oldest first
 */
export function takenOverBy(text: string, takenOut: readonly TakenOut[]): readonly TakenOver[] {
  const latest = takenOut.at(-1)?.text;
  return takenOut.flatMap(({ id, text: gone, from, to }) => {
    if (gone.length < tellingLength && gone !== latest) return [];
    const whole = text.indexOf(gone);
    if (whole >= 0) return [{ id, from: whole + from, to: whole + to }];
    const part = gone.indexOf(text);
    return part >= 0 && part <= from && to <= part + text.length && text.length >= tellingLength
      ? [{ id, from: from - part, to: to - part }]
      : [];
  });
}
