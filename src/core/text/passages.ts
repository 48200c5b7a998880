import { derived } from '../study/derived.ts';
import type { TextRange } from '../study/problem.ts';
import { frontMatterOf } from './frontMatter.ts';
import { marksIn } from './marks.ts';
import { hasWords, spokenIn, withoutTimestamps } from './spoken.ts';
import type { Transcript } from './transcript.ts';
import { type Turn, turnsOf } from './turns.ts';

/** A heading of a transcript. */
interface Heading {
  /** Its words, without marks. */
  readonly text: string;
  /** 1 is the highest. */
  readonly level: number;
}

/**
 * What one speaker says without a heading in between: a turn, or a part of one that nobody is named for. Its range has no
 * front matter, heading, label, timestamp or white space at its ends, and at least one word.
 */
export interface Passage extends TextRange {
  /** The label as written; absent for text that nobody is named for. */
  readonly speaker?: string;
  /** The headings that it stands under, the highest first. */
  readonly headings: readonly Heading[];
  /** Its paragraphs, in order: what stands between blank lines. */
  readonly paragraphs: readonly TextRange[];
}

/**
 * The passages of a transcript, in order: all that can be coded in it.
 *
 * @param known labels that count as declared besides those of the front matter, such as the study's interviewers
 */
export function passagesOf(transcript: Transcript, known: readonly string[] = []): readonly Passage[] {
  const read = passagesByKnown(transcript);
  const key = known.join('\n');
  const found = read.get(key);
  if (found) return found;
  const passages = readPassages(transcript, turnsOf(transcript, known));
  read.set(key, passages);
  return passages;
}

const passagesByKnown = derived((_transcript: Transcript) => new Map<string, readonly Passage[]>());

interface OpenPassage {
  readonly turn: Turn;
  readonly headings: readonly Heading[];
  readonly paragraphs: TextRange[];
}

function readPassages(transcript: Transcript, turns: readonly Turn[]): readonly Passage[] {
  const marks = marksIn(transcript, frontMatterOf(transcript).end).filter(({ kind }) => kind !== 'line');
  const passages: OpenPassage[] = [];
  let headings: readonly Heading[] = [];
  let open: OpenPassage | undefined;
  let next = 0;
  for (const [index, { kind, start }] of marks.entries()) {
    const end = marks[index + 1]?.start ?? transcript.text.length;
    if (kind === 'heading') {
      const heading = headingIn(transcript, { start, end });
      headings = [...headings.filter(({ level }) => level < heading.level), heading];
      open = undefined;
      continue;
    }
    while ((turns[next]?.end ?? end) <= start) next++;
    // Where no blank line stands between turns, one paragraph is of several speakers.
    for (let at = next; (turns[at]?.start ?? end) < end; at++) {
      const turn = turns[at];
      if (!turn) break;
      const paragraph = withoutTimestamps(transcript, {
        start: Math.max(start, turn.textStart),
        end: Math.min(end, turn.end),
      });
      if (!hasWords(transcript, paragraph)) continue;
      if (open?.turn !== turn) {
        open = { turn, headings, paragraphs: [] };
        passages.push(open);
      }
      open.paragraphs.push(paragraph);
    }
  }
  return passages.map(({ turn, headings, paragraphs }) => ({
    ...(turn.speaker !== undefined && { speaker: turn.speaker }),
    start: paragraphs[0]?.start ?? turn.textStart,
    end: paragraphs.at(-1)?.end ?? turn.textStart,
    headings,
    paragraphs,
  }));
}

/** A heading begins with `#`, or has a line of `=` or `-` below it. */
function headingIn(transcript: Transcript, range: TextRange): Heading {
  const lines = transcript.text.slice(range.start, range.end).split('\n');
  const [first = '', below = ''] = lines;
  const signs = /^ {0,3}(#{1,6})/.exec(first)?.[1];
  const text = spokenIn(transcript, { start: range.start, end: range.start + first.length }).text;
  return {
    text: text.replace(/\s+#+\s*$/, '').trim(),
    level: signs?.length ?? (/=/.test(below) ? 1 : 2),
  };
}
