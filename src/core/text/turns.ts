import { derived } from '../study/derived.ts';
import { frontMatterOf } from './frontMatter.ts';
import { type Label, labelOf } from './labels.ts';
import { lastAtOrBefore, lineStartsOf } from './lines.ts';
import { declaredSpeakers } from './speakers.ts';
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
  const turns: Turn[] = [];
  const add = (turn: Omit<Turn, 'end'>, end: number) => {
    if (end > turn.start) turns.push({ ...turn, textStart: Math.min(turn.textStart, end), end });
  };

  let current: Omit<Turn, 'end'> | undefined;
  let headingAt: number | undefined;
  for (const mark of marks) {
    if (mark.kind === 'heading') {
      headingAt ??= mark.start;
      continue;
    }
    const { label } = mark;
    if (label && isSpeaker(mark)) {
      const start = headingAt ?? mark.start;
      const from = current ? start : bodyStart;
      if (current) add(current, start);
      current = {
        speaker: label.speaker,
        ...(label.timestamp !== undefined && { timestamp: label.timestamp }),
        start: from,
        textStart: textAfter(text, mark.start + label.length),
      };
    } else if (!current || (headingAt !== undefined && current.speaker !== undefined)) {
      const start = current ? (headingAt ?? mark.start) : bodyStart;
      if (current) add(current, start);
      current = { start, textStart: textAfter(text, mark.start) };
    }
    headingAt = undefined;
  }
  if (headingAt !== undefined && current?.speaker !== undefined) {
    add(current, headingAt);
    current = { start: headingAt, textStart: text.length };
  }
  add(current ?? { start: bodyStart, textStart: textAfter(text, bodyStart) }, text.length);
  return turns;
}

function textAfter(text: string, offset: number): number {
  const next = /\S/g;
  next.lastIndex = offset;
  return next.exec(text)?.index ?? text.length;
}

/** Something in the text that a turn may start or end at. */
type Mark = { readonly kind: 'heading'; readonly start: number } | ParagraphMark;

interface ParagraphMark {
  /** A line inside a paragraph whose first line may be a label can start a turn too: transcripts without blank lines. */
  readonly kind: 'paragraph' | 'line';
  readonly start: number;
  readonly label?: Label;
  /** Whether the line below is text of the same paragraph. */
  readonly hasTextBelow: boolean;
}

const headingPattern = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const underlinePattern = /^ {0,3}(?:=+|-+)[ \t]*$/;

function marksIn(transcript: Transcript, from: number): readonly Mark[] {
  const { text } = transcript;
  const starts = lineStartsOf(transcript);
  const lineOf = (index: number) =>
    text.slice(starts[index] ?? text.length, starts[index + 1] ?? text.length);
  const marks: Mark[] = [];
  let inParagraph = false;
  let isLabelled = false;
  for (let index = lastAtOrBefore(starts, from); index < starts.length; index++) {
    const start = starts[index] ?? 0;
    const line = lineOf(index);
    if (isBlank(line)) {
      inParagraph = false;
      continue;
    }
    const isHeading = headingPattern.test(line);
    if (inParagraph && !isLabelled && !isHeading) continue;
    const below = lineOf(index + 1);
    if (isHeading || (!inParagraph && underlinePattern.test(below))) {
      marks.push({ kind: 'heading', start });
      if (!isHeading) index++;
      inParagraph = false;
      continue;
    }
    const label = labelOf(line.trimEnd());
    const hasTextBelow = !isBlank(below) && !headingPattern.test(below);
    if (!inParagraph) marks.push({ kind: 'paragraph', start, hasTextBelow, ...(label && { label }) });
    else if (label && label.kind !== 'line') marks.push({ kind: 'line', start, hasTextBelow, label });
    if (!inParagraph) isLabelled = label !== undefined;
    inParagraph = true;
  }
  return marks;
}

function isBlank(line: string): boolean {
  return !/\S/.test(line);
}

/** Who of the possible speakers is one: the declared, those with a sure label, and those who come back. */
function speakersAmong(
  marks: readonly Mark[],
  declared: readonly string[],
): (mark: ParagraphMark) => boolean {
  const isDeclared = new Set(declared);
  const times = new Map<string, number>();
  for (const mark of marks) {
    if (mark.kind === 'heading' || !mark.label) continue;
    const { speaker, kind } = mark.label;
    if (kind === 'line' && !(mark.hasTextBelow && looksLikeName(speaker))) continue;
    if (kind === 'colon' && speaker.split(' ').length > mostWords) continue;
    times.set(speaker, (times.get(speaker) ?? 0) + (kind === 'sure' ? 2 : 1));
  }
  return ({ label, hasTextBelow }) => {
    if (!label) return false;
    if (label.kind === 'sure' || isDeclared.has(label.speaker)) return true;
    if (label.kind === 'line' && !hasTextBelow) return false;
    return (times.get(label.speaker) ?? 0) >= 2;
  };
}

const mostWords = 5;

/** Short, with no lower-case letter at the start of its first or last word, no full stop at its end. */
function looksLikeName(text: string): boolean {
  const words = text.split(' ');
  const ends = [words[0] ?? '', words.at(-1) ?? ''];
  return (
    words.length <= mostWords &&
    !text.endsWith('.') &&
    /\p{L}/u.test(text) &&
    ends.every((word) => !/^\p{Ll}/u.test(word))
  );
}
