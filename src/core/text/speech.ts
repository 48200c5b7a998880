import type { TextRange } from '../study/problem.ts';
import { markupIn } from './markup.ts';
import type { Transcript } from './transcript.ts';
import { speakerName, turnsOf } from './turns.ts';

export interface SpeechOptions {
  /** Labels that count as declared besides those of the front matter. */
  readonly known?: readonly string[];
}

/**
 * A range of a transcript as it is printed: Markdown marks and timestamps gone, every run of white space one space. Where it
 * spans turns each part begins with the name of its speaker (`Name: …`); within one turn the label is left out.
 *
 * @param start UTF-16 offset
 * @param end UTF-16 offset, exclusive
 */
export function asSpeech(
  transcript: Transcript,
  start: number,
  end: number,
  options: SpeechOptions = {},
): string {
  const { text } = transcript;
  const parts = turnsOf(transcript, options.known)
    .filter((turn) => turn.start < end && start < turn.end)
    .map((turn) => {
      const from = turn.speaker === undefined ? turn.start : turn.textStart;
      const range = { start: Math.max(start, from), end: Math.min(end, turn.end) };
      return { speaker: turn.speaker, words: spoken(text, range, turn) };
    })
    .filter(({ words }) => words !== '');
  const [first] = parts;
  if (!first) return spoken(text, { start, end }, { start: 0, end: text.length });
  if (parts.length === 1) return first.words;
  return parts
    .map(({ speaker, words }) =>
      speaker === undefined ? words : `${speakerName(transcript, speaker)}: ${words}`,
    )
    .join(' ');
}

/** How far around a range a mark that it cuts in two is looked for, in UTF-16 code units. */
const farthestMark = 1000;

/** The words of a range. Marks are sought in its whole paragraphs, so that a half mark is seen for what it is. */
function spoken(text: string, range: TextRange, turn: TextRange): string {
  if (range.start >= range.end) return '';
  const nearest = Math.max(turn.start, range.start - farthestMark);
  const farthest = Math.min(turn.end, range.end + farthestMark);
  const from = nearest + text.slice(nearest, range.start).lastIndexOf('\n\n') + 1;
  const blank = text.slice(range.end, farthest).indexOf('\n\n');
  const to = blank < 0 ? farthest : range.end + blank;
  const words: string[] = [];
  let at = range.start;
  for (const mark of markupIn(text.slice(from, to))) {
    if (mark.end + from <= at) continue;
    if (mark.start + from >= range.end) break;
    words.push(text.slice(at, Math.max(at, mark.start + from)));
    at = mark.end + from;
  }
  words.push(text.slice(at, Math.max(at, range.end)));
  return words.join('').replace(/\s+/g, ' ').trim();
}
