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
  const parts = turnsOf(transcript, options.known)
    .filter((turn) => turn.start < end && start < turn.end)
    .map((turn) => ({
      speaker: turn.speaker,
      words: spoken(transcript.text, Math.max(start, turn.textStart), Math.min(end, turn.end)),
    }))
    .filter(({ words }) => words !== '');
  if (parts.length === 1) return parts[0]?.words ?? '';
  return parts
    .map(({ speaker, words }) =>
      speaker === undefined ? words : `${speakerName(transcript, speaker)}: ${words}`,
    )
    .join(' ');
}

/** Marks are looked for in the whole paragraphs around the range, so that one cut in two is seen for what it is. */
function spoken(text: string, start: number, end: number): string {
  if (start >= end) return '';
  const before = text.lastIndexOf('\n\n', start);
  const from = before < 0 ? 0 : before + 2;
  const after = text.indexOf('\n\n', end);
  const to = after < 0 ? text.length : after;
  let words = '';
  let at = start;
  for (const mark of markupIn(text.slice(from, to))) {
    if (mark.end + from <= at) continue;
    if (mark.start + from >= end) break;
    words += text.slice(at, Math.max(at, mark.start + from));
    at = mark.end + from;
  }
  words += text.slice(at, Math.max(at, end));
  return words.replace(/\s+/g, ' ').trim();
}
