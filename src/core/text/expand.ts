import type { TextRange } from '../study/problem.ts';
import { frontMatterOf } from './frontMatter.ts';
import { cuePattern, timestampPattern } from './timestamps.ts';
import type { Transcript } from './transcript.ts';
import { trimRange } from './trim.ts';
import { turnAt } from './turns.ts';
import { paragraphRangeAt, sentenceRangeAt, wordRangeAt } from './words.ts';

/** What a passage can be made of, from small to large. */
export const units = ['word', 'sentence', 'paragraph', 'turn'] as const;

export type Unit = (typeof units)[number];

/**
 * The whole units that a range lies in. Front matter has none, and neither has a blank line; the label and the time
 * before what a speaker says belong to none.
 *
 * @param range UTF-16 offsets; an empty one is a caret
 * @param known labels that count as declared besides those of the front matter
 */
export function unitsAround(
  transcript: Transcript,
  range: TextRange,
  unit: Unit,
  known: readonly string[] = [],
): TextRange | undefined {
  const { text } = transcript;
  if (range.start < frontMatterOf(transcript).end) return undefined;
  const words = trimRange(text, range);
  const isCaret = words.start === words.end;
  const [from, to] = isCaret ? [range.start, range.start] : [words.start, words.end - 1];
  const first = unitAt(transcript, from, unit, known);
  const last = unitAt(transcript, to, unit, known);
  // A selection that begins or ends with a bracket keeps it: there is no word at it, or the one before it.
  const start = isCaret || first.end > from ? first.start : words.start;
  const end = isCaret || last.end > to ? last.end : words.end;
  const found = withoutTimes(text, trimRange(text, { start, end }));
  return isEmpty(found) ? undefined : found;
}

/** The smallest whole units that hold a range and more. */
export function nextLarger(
  transcript: Transcript,
  range: TextRange,
  known: readonly string[] = [],
): TextRange | undefined {
  return candidates(transcript, range, known).find((found) => isInside(range, found));
}

/** The largest whole units at the start of a range that are less than it. */
export function nextSmaller(
  transcript: Transcript,
  range: TextRange,
  known: readonly string[] = [],
): TextRange | undefined {
  const caret = { start: range.start, end: range.start };
  return candidates(transcript, caret, known).findLast((found) => isInside(found, range));
}

function candidates(
  transcript: Transcript,
  range: TextRange,
  known: readonly string[],
): readonly TextRange[] {
  return units.flatMap((unit) => unitsAround(transcript, range, unit, known) ?? []);
}

function unitAt(transcript: Transcript, offset: number, unit: Unit, known: readonly string[]): TextRange {
  switch (unit) {
    case 'word':
      return wordRangeAt(transcript, offset);
    case 'sentence':
      return sentenceRangeAt(transcript, offset);
    case 'paragraph':
      return paragraphRangeAt(transcript, offset);
    case 'turn': {
      const turn = turnAt(transcript, offset, known);
      return turn ? { start: turn.textStart, end: turn.end } : { start: offset, end: offset };
    }
  }
}

const times = new RegExp(String.raw`(?:(?:${cuePattern}|${timestampPattern})\s*)+`, 'y');

/** A range without the times that it begins with. */
function withoutTimes(text: string, { start, end }: TextRange): TextRange {
  times.lastIndex = start;
  const length = times.exec(text)?.[0].length ?? 0;
  return { start: Math.min(start + length, end), end };
}

function isEmpty({ start, end }: TextRange): boolean {
  return start >= end;
}

function isInside(inner: TextRange, outer: TextRange): boolean {
  return (
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
  );
}
