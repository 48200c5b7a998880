import type { TextRange } from '../study/problem.ts';
import { markupOf } from './markup.ts';
import type { Transcript } from './transcript.ts';
import { trimRange } from './trim.ts';

/** Words as they are searched: without Markdown marks and timestamps, every run of white space one space, in NFC. */
export interface Spoken {
  readonly text: string;
  /** The range of the transcript that a range of `text` stands for; both in UTF-16 code units. */
  readonly rangeOf: (range: TextRange) => TextRange;
}

/** What is searched as one piece: white space, a letter with its accents, or any other character. */
const piece = /\s+|\P{M}\p{M}+|[\s\S]/gu;

/** The words of a range of a transcript, as they are searched. */
export function spokenIn(transcript: Transcript, range: TextRange): Spoken {
  let text = '';
  /** Of each code unit of `text`, where what it stands for starts and ends. */
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of betweenMarks(transcript, range)) {
    for (const { 0: written, index } of transcript.text.slice(start, end).matchAll(piece)) {
      const isSpace = /^\s/.test(written);
      if (isSpace && (text === '' || text.endsWith(' '))) continue;
      const said = isSpace ? ' ' : written.normalize('NFC');
      text += said;
      for (let unit = 0; unit < said.length; unit++) {
        starts.push(start + index);
        ends.push(start + index + written.length);
      }
    }
  }
  return {
    text,
    rangeOf: ({ start, end }) => {
      const from = starts[start] ?? range.end;
      return { start: from, end: start < end ? (ends[end - 1] ?? range.end) : from };
    },
  };
}

/** Whether anything is said in a range: a letter or digit that is not in a mark. */
export function hasWords(transcript: Transcript, range: TextRange): boolean {
  return betweenMarks(transcript, range).some(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(transcript.text.slice(start, end)),
  );
}

/** The stretches of a range that hold no mark. */
function betweenMarks(transcript: Transcript, range: TextRange): readonly TextRange[] {
  const stretches: TextRange[] = [];
  let { start } = range;
  for (const mark of marksWithin(transcript, range)) {
    if (mark.start > start) stretches.push({ start, end: mark.start });
    start = Math.max(start, mark.end);
  }
  if (start < range.end) stretches.push({ start, end: range.end });
  return stretches;
}

/** The marks that touch a range, in order. */
function marksWithin(transcript: Transcript, range: TextRange): readonly TextRange[] {
  const marks = markupOf(transcript);
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const first = low;
  while ((marks[low]?.start ?? range.end) < range.end) low++;
  return marks.slice(first, low);
}

/** Timestamps, comments and the sign of a block quotation; emphasis belongs to the words that it is put on. */
const noSpeech = /^(?:[[(#]?\d|<!--|>)/;

/** A range without the timestamps, comments and white space at its ends. */
export function withoutTimestamps(transcript: Transcript, range: TextRange): TextRange {
  const { text } = transcript;
  const marks = marksWithin(transcript, range).filter(({ start }) =>
    noSpeech.test(text.slice(start, start + 5)),
  );
  let { start, end } = trimRange(text, range);
  for (const mark of marks) {
    if (mark.start > start) break;
    start = trimRange(text, { start: Math.max(Math.min(mark.end, end), start), end }).start;
  }
  for (const mark of marks.toReversed()) {
    if (mark.end < end) break;
    end = Math.max(start, trimRange(text, { start, end: Math.min(mark.start, end) }).end);
  }
  return { start, end };
}
