import { type Piece, tokensOf, Vocabulary } from '../../anchoring/tokens.ts';
import { derived } from '../../study/derived.ts';
import type { Settings } from '../../study/model.ts';
import type { TextRange } from '../../study/problem.ts';
import { settingsOf } from '../../study/settings.ts';
import { markupOf } from '../../text/markup.ts';
import { passagesOf } from '../../text/passages.ts';
import type { Transcript } from '../../text/transcript.ts';

/** The words of a text in order, as they are compared, with an index of where each occurs. Offsets are UTF-16 in the text. */
export interface SaidWords {
  readonly count: number;
  /** By place in the order of the words. */
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly idOf: ReadonlyMap<string, number>;
  readonly words: readonly string[];
  /** The places of a word, in order. */
  placesOf(id: number): Int32Array;
}

/** A word of a text with its place; `text` is what it is compared by. */
export interface Word extends TextRange {
  readonly text: string;
}

/**
 * The words in some pieces of a text: runs of letters and digits, without regard to capitals, to how accents are composed, and
 * to the marks between them.
 */
export function wordsIn(pieces: readonly Piece[]): readonly Word[] {
  const vocabulary = new Vocabulary();
  const tokens = tokensOf(pieces, vocabulary);
  const found: Word[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const text = vocabulary.words[tokens.ids[at] ?? 0] ?? '';
    if (isWord(text)) found.push({ text, start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0 });
  }
  return found;
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

/** What is said in a transcript: no front matter, headings, labels, timestamps. */
export function saidWords(settings: Settings, transcript: Transcript): SaidWords {
  const { interviewers } = settingsOf(settings);
  const read = saidByInterviewers(transcript);
  // Settings change oftener than the labels of interviewers, which alone matter here.
  const key = interviewers.join('\n');
  const found = read.get(key);
  if (found) return found;
  const said = indexed(spokenPieces(transcript, interviewers));
  read.set(key, said);
  return said;
}

const saidByInterviewers = derived((_transcript: Transcript) => new Map<string, SaidWords>());

/** The index of some pieces of a text. O(length). */
export function indexed(pieces: readonly Piece[]): SaidWords {
  const vocabulary = new Vocabulary();
  const tokens = tokensOf(pieces, vocabulary);
  const isSaid = vocabulary.words.map(isWord);
  const ids = new Int32Array(tokens.count);
  const starts = new Int32Array(tokens.count);
  const ends = new Int32Array(tokens.count);
  const firsts = new Int32Array(vocabulary.words.length + 1);
  let count = 0;
  for (let at = 0; at < tokens.count; at++) {
    const id = tokens.ids[at] ?? 0;
    if (!isSaid[id]) continue;
    ids[count] = id;
    starts[count] = tokens.starts[at] ?? 0;
    ends[count] = tokens.ends[at] ?? 0;
    firsts[id + 1] = (firsts[id + 1] ?? 0) + 1;
    count++;
  }
  for (let id = 0; id < vocabulary.words.length; id++)
    firsts[id + 1] = (firsts[id + 1] ?? 0) + (firsts[id] ?? 0);
  const next = firsts.slice();
  const places = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const id = ids[at] ?? 0;
    const slot = next[id] ?? 0;
    places[slot] = at;
    next[id] = slot + 1;
  }
  return {
    count,
    ids: ids.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    idOf: new Map(vocabulary.words.map((word, id) => [word, id])),
    words: vocabulary.words,
    placesOf: (id) => places.subarray(firsts[id] ?? 0, firsts[id + 1] ?? 0),
  };
}

function spokenPieces(transcript: Transcript, interviewers: readonly string[]): readonly Piece[] {
  const { text } = transcript;
  const marks = markupOf(transcript);
  const pieces: Piece[] = [];
  let mark = 0;
  for (const { paragraphs } of passagesOf(transcript, interviewers)) {
    for (const paragraph of paragraphs) {
      let { start } = paragraph;
      while ((marks[mark]?.end ?? Number.POSITIVE_INFINITY) <= start) mark++;
      for (; (marks[mark]?.start ?? Number.POSITIVE_INFINITY) < paragraph.end; mark++) {
        const found = marks[mark];
        if (!found) break;
        if (found.start > start) pieces.push({ offset: start, text: text.slice(start, found.start) });
        start = Math.max(start, found.end);
      }
      if (start < paragraph.end) pieces.push({ offset: start, text: text.slice(start, paragraph.end) });
    }
  }
  return pieces;
}
