import type { Quotation } from '../study/model.ts';
import { wordsAsCoded } from '../study/review.ts';
import { placeOf } from '../text/place.ts';
import { candidatesFor } from './candidates.ts';

/** A quotation in doubt with what stands around it, as it was coded and as the text is now. */
export interface SideBySide {
  readonly coded: string;
  readonly now: string;
}

/** So much text around a quotation is shown, up to the ends of lines. */
const around = 200;

/**
 * The two texts to compare for a quotation in doubt. Of a lost one no more is known than the context that it was coded in;
 * beside it stands the passage that is most like it, or else where it stood.
 *
 * @param text the LF text of its document now
 */
export function sideBySide(quotation: Quotation, text: string): SideBySide {
  const { start, end, prefix, exact, suffix, anchor } = quotation;
  if (anchor?.state === 'lost') {
    const [best] = candidatesFor(quotation, text);
    const now = best?.place ?? placeOf(text, Math.min(start, text.length), Math.min(start, text.length));
    return { coded: `${prefix}${exact}${suffix}\n`, now: `${now.prefix}${now.exact}${now.suffix}\n` };
  }
  const from = text.lastIndexOf('\n', Math.max(start - around, 0)) + 1;
  const lineEnd = text.indexOf('\n', Math.min(end + around, text.length));
  const to = lineEnd < 0 ? text.length : lineEnd + 1;
  const coded = text.slice(from, start) + wordsAsCoded(quotation) + text.slice(end, to);
  return { coded, now: text.slice(from, to) };
}
