import type { Place } from '../study/model.ts';
import { cutsPair, wholeCharacters } from './codePoints.ts';

/** How much context a place keeps on either side, in UTF-16 code units. */
const contextLength = 32;

/**
 * The place of a range, with its words and up to 32 code units of context on either side. Nothing in it is half a
 * surrogate pair: the range grows to whole characters, the context shrinks to them.
 */
export function placeOf(text: string, start: number, end: number): Place {
  const range = wholeCharacters(text, { start, end });
  const from = Math.max(range.start - contextLength, 0);
  const to = Math.min(range.end + contextLength, text.length);
  return {
    ...range,
    exact: text.slice(range.start, range.end),
    prefix: text.slice(cutsPair(text, from) ? from + 1 : from, range.start),
    suffix: text.slice(range.end, cutsPair(text, to) ? to - 1 : to),
  };
}
