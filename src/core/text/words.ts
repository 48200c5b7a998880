import type { TextRange } from '../study/problem.ts';
import { isBlank, isHeading } from './marks.ts';
import { sentencesIn } from './sentences.ts';
import type { Transcript } from './transcript.ts';
import { turnAt } from './turns.ts';

/**
 * The word rule: a word starts with a letter or a digit and goes on through letters, digits and combining marks. An
 * apostrophe, a hyphen or a joiner inside it belongs to it (`don't`, `zo'n`, `e-mail`), and so does a point, comma or
 * colon between two digits (`8,5`). All else separates words: a dash between spaces, a slash, an emoji. Scripts
 * without spaces between words count a run of letters as one word.
 */
const word =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’‘ʼ\-‐‑\u00ad\u200c\u200d](?=[\p{L}\p{N}])|(?<=\p{N})[.,:](?=\p{N}))*/gu;

/** The words in a text, in order, as ranges of UTF-16 offsets. */
export function wordsIn(text: string): TextRange[] {
  return Array.from(text.matchAll(word), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The number of words in a text, by the same rule. */
export function countWords(text: string): number {
  return wordsIn(text).length;
}

/** The word at an offset, or that ends at it; an empty range where there is none. */
export function wordRangeAt(transcript: Transcript, offset: number): TextRange {
  const paragraph = linesAround(transcript.text, offset);
  const words = wordsIn(transcript.text.slice(paragraph.start, paragraph.end));
  const at = offset - paragraph.start;
  const found =
    words.find(({ start, end }) => start <= at && at < end) ?? words.find(({ end }) => end === at);
  return found
    ? { start: found.start + paragraph.start, end: found.end + paragraph.start }
    : { start: offset, end: offset };
}

/**
 * The paragraph at an offset, without white space around it and without a speaker label before it; an empty range on a
 * blank line.
 */
export function paragraphRangeAt(transcript: Transcript, offset: number): TextRange {
  const { text } = transcript;
  const lines = linesAround(text, offset);
  const turn = turnAt(transcript, Math.min(Math.max(offset, lines.start), lines.end));
  const textStart = isHeading(text.slice(lines.start, lines.end)) ? 0 : (turn?.textStart ?? 0);
  const start = Math.min(Math.max(lines.start, textStart), lines.end);
  const end = Math.min(lines.end, turn?.end ?? lines.end);
  const words = text.slice(start, end);
  if (words.trim() === '') return { start: offset, end: offset };
  return {
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  };
}

/** The sentence at an offset, inside its paragraph; white space between two sentences belongs to the first. */
export function sentenceRangeAt(transcript: Transcript, offset: number): TextRange {
  const paragraph = paragraphRangeAt(transcript, offset);
  const sentences = sentencesIn(transcript.text, paragraph);
  return sentences.findLast(({ start }) => start <= offset) ?? sentences[0] ?? paragraph;
}

/** The lines around an offset up to blank lines or headings, white space included. */
function linesAround(text: string, offset: number): TextRange {
  const inside = Math.min(Math.max(offset, 0), text.length);
  const lineStart = (at: number) => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
  const lineEnd = (at: number) => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));
  let start = lineStart(inside);
  let end = lineEnd(inside);
  if (isBreak(text.slice(start, end))) return { start, end };
  while (start > 0 && !isBreak(text.slice(lineStart(start - 1), start - 1))) start = lineStart(start - 1);
  while (end < text.length && !isBreak(text.slice(end + 1, lineEnd(end + 1)))) end = lineEnd(end + 1);
  return { start, end };
}

function isBreak(line: string): boolean {
  return isBlank(line) || isHeading(line);
}
