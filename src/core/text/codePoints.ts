import { derived } from '../study/derived.ts';
import type { TextRange } from '../study/problem.ts';
import { lastAtOrBefore } from './lines.ts';
import type { Transcript } from './transcript.ts';

/** Whether an offset lies between the two halves of a surrogate pair. */
export function cutsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/**
 * The smallest range around one that lies inside the text and cuts no surrogate pair. An empty range stays empty.
 */
export function wholeCharacters(text: string, range: TextRange): TextRange {
  const from = Math.min(Math.max(range.start, 0), text.length);
  const start = cutsPair(text, from) ? from - 1 : from;
  if (range.end <= range.start) return { start, end: start };
  const to = Math.min(Math.max(range.end, start), text.length);
  return { start, end: cutsPair(text, to) ? to + 1 : to };
}

/** For every character outside the Basic Multilingual Plane, in order, the offset of its second half. */
const secondHalvesOf = derived(({ text }: Transcript): readonly number[] =>
  Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index + 1),
);

/** How many code points come before an UTF-16 offset; one inside a pair counts as the pair's start. */
export function codePointOffset(transcript: Transcript, offset: number): number {
  const inside = Math.min(Math.max(offset, 0), transcript.text.length);
  return inside - (lastAtOrBefore(secondHalvesOf(transcript), inside) + 1);
}

/** The UTF-16 offset at which a code point starts, counted from 0; beyond the text, its end. */
export function utf16Offset(transcript: Transcript, codePoints: number): number {
  const halves = secondHalvesOf(transcript);
  let low = 0;
  let high = halves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((halves[middle] ?? 0) - middle <= codePoints) low = middle + 1;
    else high = middle;
  }
  return Math.min(Math.max(codePoints, 0) + low, transcript.text.length);
}
