import { derived } from '../study/derived.ts';
import type { Transcript } from './transcript.ts';

/** A place in a text as editors count: zero-based line, and UTF-16 code units from its start. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** The offset at which each line starts; the first is 0, and there is always one. */
export const lineStartsOf = derived(({ text }: Transcript): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
});

/** The line and character of an offset; an offset outside the text is taken as the nearest one inside. */
export function positionAt(transcript: Transcript, offset: number): TextPosition {
  const starts = lineStartsOf(transcript);
  const inside = Math.min(Math.max(offset, 0), transcript.text.length);
  const line = lastAtOrBefore(starts, inside);
  return { line, character: inside - (starts[line] ?? 0) };
}

/** The offset of a line and character; outside the text or beyond the end of the line, the nearest one inside. */
export function offsetAt(transcript: Transcript, position: TextPosition): number {
  const starts = lineStartsOf(transcript);
  if (position.line < 0) return 0;
  const start = starts[position.line];
  if (start === undefined) return transcript.text.length;
  const next = starts[position.line + 1];
  const end = next === undefined ? transcript.text.length : next - 1;
  return Math.min(start + Math.max(position.character, 0), end);
}

/**
 * The index of the last of some ascending numbers that is not above a value; −1 when all are.
 * Binary search, O(log n).
 */
export function lastAtOrBefore(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
