import { printedWidth } from '../printedWidth.ts';
import { letterSize } from './svg.ts';

/** The letters of screens are a little wider than those of print; who draws has what letters is not known here. */
const wider = 1.1;

/** How wide a text is in a drawing, in pixels. */
export function pixelsOf(text: string): number {
  return (printedWidth(text) * letterSize * wider) / 2;
}

/** The widest of some texts, in pixels. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, pixelsOf(text)), 0);
}

/** A text on lines of at most so many pixels, cut at spaces; a word that is longer is cut where it has to be. */
export function wrapped(text: string, pixels: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && pixelsOf(longer) <= pixels) lines[lines.length - 1] = longer;
    else lines.push(...pieces(word, pixels));
  }
  return lines.length === 0 ? [''] : lines;
}

function pieces(word: string, pixels: number): readonly string[] {
  const found = [''];
  for (const sign of word) {
    const last = found.at(-1) ?? '';
    if (last !== '' && pixelsOf(last + sign) > pixels) found.push(sign);
    else found[found.length - 1] = last + sign;
  }
  return found;
}
