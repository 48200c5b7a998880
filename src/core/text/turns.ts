import { derived } from '../study/derived.ts';
import { frontMatterOf } from './frontMatter.ts';
import { marksIn } from './marks.ts';
import { declaredSpeakers, speakersAmong } from './speakers.ts';
import type { Transcript } from './transcript.ts';

/** What one speaker says until the next one speaks. Offsets are UTF-16 in the transcript's text. */
export interface Turn {
  /** The label as written, without marks: `R`. Absent for text that nobody is named for. */
  readonly speaker?: string;
  /** The time as written, without brackets. */
  readonly timestamp?: string;
  /** Where the last turn ends; headings right above a label lie between this and `textStart`. */
  readonly start: number;
  /** After headings, label and timestamp. */
  readonly textStart: number;
  readonly end: number;
}

/**
 * The turns of a transcript, in order; together they tile the text after the front matter. Without labels it is one
 * turn. A heading ends a turn: what follows it is unlabelled up to the next label.
 *
 * @param known labels that count as declared besides those of the front matter, such as the study's interviewers
 */
export function turnsOf(transcript: Transcript, known: readonly string[] = []): readonly Turn[] {
  const read = turnsByKnown(transcript);
  const key = known.join('\n');
  const found = read.get(key);
  if (found) return found;
  const turns = readTurns(transcript, known);
  read.set(key, turns);
  return turns;
}

const turnsByKnown = derived((_transcript: Transcript) => new Map<string, readonly Turn[]>());

/** The turn that an offset lies in; the end of the text belongs to the last one. None in front matter. */
export function turnAt(
  transcript: Transcript,
  offset: number,
  known: readonly string[] = [],
): Turn | undefined {
  const turns = turnsOf(transcript, known);
  const last = turns.at(-1);
  if (last && offset === last.end) return last;
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low];
  return turn && turn.start <= offset ? turn : undefined;
}

/** The name of a speaker: as the front matter declares it, else the label itself. */
export function speakerName(transcript: Transcript, label: string): string {
  return declaredSpeakers(transcript).get(label) ?? label;
}

function readTurns(transcript: Transcript, known: readonly string[]): readonly Turn[] {
  const { text } = transcript;
  const bodyStart = frontMatterOf(transcript).end;
  const marks = marksIn(transcript, bodyStart);
  const isSpeaker = speakersAmong(marks, [...known, ...[...declaredSpeakers(transcript)].flat()]);
  const starts: Omit<Turn, 'end'>[] = [];
  let headingAt: number | undefined;
  for (const mark of marks) {
    if (mark.kind === 'heading') {
      headingAt ??= mark.start;
      continue;
    }
    const start = headingAt ?? mark.start;
    const last = starts.at(-1);
    if (mark.label && isSpeaker(mark)) {
      const { speaker, timestamp, length } = mark.label;
      const textStart = textAfter(text, mark.start + length);
      starts.push({ speaker, ...(timestamp !== undefined && { timestamp }), start, textStart });
    } else if (!last || (headingAt !== undefined && last.speaker !== undefined)) {
      starts.push({ start, textStart: textAfter(text, mark.start) });
    }
    headingAt = undefined;
  }
  if (headingAt !== undefined && starts.at(-1)?.speaker !== undefined) {
    starts.push({ start: headingAt, textStart: text.length });
  }
  return tiled(starts, bodyStart, text.length);
}

/** Turns that reach from each start to the next, the first from the very beginning; none that is empty. */
function tiled(starts: readonly Omit<Turn, 'end'>[], from: number, to: number): readonly Turn[] {
  if (from === to) return [];
  if (starts.length === 0) return [{ start: from, textStart: from, end: to }];
  return starts.map((turn, index) => {
    const end = starts[index + 1]?.start ?? to;
    return {
      ...turn,
      start: index === 0 ? from : turn.start,
      textStart: Math.min(turn.textStart, end),
      end,
    };
  });
}

function textAfter(text: string, offset: number): number {
  const next = /\S/g;
  next.lastIndex = offset;
  return next.exec(text)?.index ?? text.length;
}
