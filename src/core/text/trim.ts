import type { TextRange } from '../study/problem.ts';
import { wholeCharacters } from './codePoints.ts';

/**
 * A range without the white space at its ends. One that would cut a surrogate pair takes the whole character in; one of
 * white space alone becomes empty, at its start.
 *
 * @param range UTF-16 offsets; brought inside the text first
 */
export function trimRange(text: string, range: TextRange): TextRange {
  const whole = wholeCharacters(text, range);
  let { start, end } = whole;
  while (start < end && isSpace(text, start)) start++;
  if (start === end) return { start: whole.start, end: whole.start };
  while (isSpace(text, end - 1)) end--;
  return { start, end };
}

function isSpace(text: string, offset: number): boolean {
  return /\s/.test(text.charAt(offset));
}
