import { escapeMarkdown } from '../../text/runs.ts';
import { spokenIn } from '../../text/spoken.ts';
import type { Transcript } from '../../text/transcript.ts';
import type { TextEdit } from '../edits.ts';
import type { QuotedWord } from './quotedWords.ts';
import type { SaidWords } from './saidWords.ts';

/** What is quoted otherwise than it was said, with a word on either side where words were put in or left out. */
export interface Difference {
  readonly quoted: string;
  readonly said: string;
}

/** How a quotation differs from what was said, and what makes it right. */
export interface Differences {
  readonly list: readonly Difference[];
  /** In the chapter's LF text, in order. */
  readonly edits: readonly TextEdit[];
}

/** When more words than this were left out without a mark, the mark is put in rather than the words. */
const mostPutBack = 6;

/** A quotation beside a transcript. */
export interface Comparison {
  readonly chapter: string;
  readonly words: readonly QuotedWord[];
  readonly transcript: Transcript;
  readonly said: SaidWords;
  /** For each quoted word the place of the said word that it stands for, or −1. */
  readonly partners: Int32Array;
}

/** Goes through a quotation and what was said, side by side. */
export function differencesOf(given: Comparison): Differences {
  const compared = { ...given, partners: withEnds(given) };
  const { words, said, partners } = compared;
  const list: Difference[] = [];
  const edits: TextEdit[] = [];
  const isKept = (row: number) => {
    const place = partners[row] ?? -1;
    return place >= 0 && said.words[said.ids[place] ?? 0] === words[row]?.text;
  };
  for (let row = 0; row < words.length; row++) {
    const isGap = row > 0 && isKept(row) && isKept(row - 1) && words[row]?.joint === 'none';
    if (isGap && (partners[row] ?? 0) > (partners[row - 1] ?? 0) + 1) {
      put(leftOutAt(compared, row));
      continue;
    }
    if (isKept(row)) continue;
    let to = row + 1;
    while (to < words.length && !isKept(to) && words[to]?.joint === 'none') to++;
    put(changedAt(compared, row, to));
    row = to - 1;
  }
  return { list, edits };

  function put({ difference, edit }: Change): void {
    list.push(difference);
    edits.push(edit);
  }
}

/**
 * Words at an end of a quotation that stand for none were either put in or said otherwise. They are taken for the words that
 * were said there as far as these are of the same sentence.
 */
function withEnds({ words, transcript, said, partners }: Comparison): Int32Array {
  const ends = partners.slice();
  const isOneSentence = (from: number, to: number) =>
    from >= 0 && to < said.count && !/[.!?…]/.test(transcript.text.slice(said.ends[from], said.starts[to]));
  const last = ends.findLastIndex((place) => place >= 0);
  for (let row = last + 1; row < words.length && last >= 0; row++) {
    const place = (ends[row - 1] ?? 0) + 1;
    if (words[row]?.joint !== 'none' || !isOneSentence(place - 1, place)) break;
    ends[row] = place;
  }
  for (let row = ends.findIndex((place) => place >= 0) - 1; row >= 0; row--) {
    const place = (ends[row + 1] ?? 0) - 1;
    if (words[row + 1]?.joint !== 'none' || !isOneSentence(place, place + 1)) break;
    ends[row] = place;
  }
  return ends;
}

interface Change {
  readonly difference: Difference;
  readonly edit: TextEdit;
}

/** Words that were said between two quoted ones, which the author left out without saying so. */
function leftOutAt(compared: Comparison, row: number): Change {
  const { chapter, words, said, partners } = compared;
  const before = words[row - 1];
  const word = words[row];
  const from = (partners[row - 1] ?? 0) + 1;
  const to = partners[row] ?? 0;
  const range = { start: before?.end ?? 0, end: word?.start ?? 0 };
  const isLong = to - from > mostPutBack;
  const between = isLong ? ' […] ' : saidBetween(compared, said.ends[from - 1] ?? 0, said.starts[to] ?? 0);
  const [first, last] = [chapter.slice(before?.start, before?.end), chapter.slice(word?.start, word?.end)];
  return {
    difference: { quoted: `${first} ${last}`, said: `${first}${between}${last}` },
    edit: { range, text: escapeMarkdown(between) },
  };
}

/** Quoted words that stand for others, or for none; from the first up to the one after the last. */
function changedAt(compared: Comparison, row: number, to: number): Change {
  const { chapter, words, said, partners } = compared;
  const before = words[row]?.joint === 'none' || row === 0 ? words[row - 1] : undefined;
  const after = words[to]?.joint === 'none' ? words[to] : undefined;
  const own = Array.from(partners.subarray(row, to)).filter((place) => place >= 0);
  // Words that were left out beside a changed one belong to the change.
  const beforePlace = before ? (partners[row - 1] ?? -1) : -1;
  const afterPlace = after ? (partners[to] ?? -1) : -1;
  const first = beforePlace >= 0 ? beforePlace + 1 : own[0];
  const last = afterPlace >= 0 ? afterPlace - 1 : own.at(-1);
  const start = words[row]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  const hasWords = first !== undefined && last !== undefined && first <= last;
  const isLong = hasWords && last - first > to - row + mostPutBack;
  let text = '';
  if (isLong) text = own.length > 0 ? own.map((place) => wordAt(compared, place)).join(' […] ') : '[…]';
  else if (hasWords) text = saidBetween(compared, said.starts[first] ?? 0, said.ends[last] ?? 0);
  const [left, right] = [before, after].map((word) => (word ? chapter.slice(word.start, word.end) : ''));
  const isReplaced = own.length > 0 && hasWords;
  // "It is" for "it's": what an apostrophe joins to the word before is shown with it.
  const isJoined =
    before &&
    beforePlace >= 0 &&
    [chapter.slice(start - 1, start), saidBefore(compared, first)].some(isApostrophe);
  const difference = isReplaced
    ? {
        quoted: oneLine(chapter.slice(isJoined ? before.start : start, end)),
        said: isJoined ? saidBetween(compared, said.starts[beforePlace] ?? 0, said.ends[last] ?? 0) : text,
      }
    : {
        quoted: oneLine(chapter.slice(before?.start ?? start, after?.end ?? end)),
        said: [left, text, right].filter((part) => part !== '').join(' '),
      };

  // With a neighbour on both sides the marks between them come right too, unless emphasis begins or ends there.
  const hasNeighbours = before && after && beforePlace >= 0 && afterPlace > beforePlace && !isLong;
  if (hasNeighbours && !/[*_[\]<>]/.test(chapter.slice(before.end, after.start))) {
    const between = saidBetween(compared, said.ends[beforePlace] ?? 0, said.starts[afterPlace] ?? 0);
    return {
      difference,
      edit: { range: { start: before.end, end: after.start }, text: escapeMarkdown(between) },
    };
  }
  if (isReplaced) return { difference, edit: { range: { start, end }, text: escapeMarkdown(text) } };
  // Nothing, or something else, was said here: the words go, with the space before them.
  const range = { start: before?.end ?? start, end: before ? end : (after?.start ?? end) };
  const put = text === '' ? '' : before ? ` ${text}` : `${text} `;
  return { difference, edit: { range, text: escapeMarkdown(put) } };
}

const isApostrophe = (sign: string) => /['’]/.test(sign);

/** The character before a said word. */
function saidBefore({ transcript, said }: Comparison, place: number | undefined): string {
  const start = said.starts[place ?? -1] ?? 0;
  return transcript.text.slice(start - 1, start);
}

function wordAt({ transcript, said }: Comparison, place: number): string {
  return transcript.text.slice(said.starts[place], said.ends[place]);
}

/** What stands in the transcript between two offsets, without marks, on one line; white space at its ends is kept as one space. */
function saidBetween({ transcript }: Comparison, start: number, end: number): string {
  const words = spokenIn(transcript, { start, end }).text.trim();
  const written = transcript.text.slice(start, end);
  return `${/^\s/.test(written) ? ' ' : ''}${words}${/\s$/.test(written) && words !== '' ? ' ' : ''}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The marks between words that are otherwise than the transcript has them: nothing that changes what was said. */
export function markDifferencesOf(compared: Comparison): Differences {
  const { chapter, words, transcript, said, partners } = compared;
  const list: Difference[] = [];
  const edits: TextEdit[] = [];
  for (let row = 1; row < words.length; row++) {
    const [before, word] = [words[row - 1], words[row]];
    const place = partners[row] ?? -1;
    if (!before || !word || word.joint !== 'none' || place !== (partners[row - 1] ?? -1) + 1) continue;
    const range = { start: before.end, end: word.start };
    const quoted = chapter.slice(range.start, range.end);
    const written = transcript.text.slice(said.ends[place - 1], said.starts[place]);
    // Labels, timestamps and comments stand between words too; they are not marks.
    if (/[\p{L}\p{N}*_[\]]/u.test(written) || /[\p{L}\p{N}*_[\]<>]/u.test(quoted)) continue;
    if (marksIn(quoted) === marksIn(written)) continue;
    const text = written.replace(/\s+/g, ' ');
    const [first, last] = [chapter.slice(before.start, before.end), chapter.slice(word.start, word.end)];
    list.push({ quoted: oneLine(`${first}${quoted}${last}`), said: `${first}${text}${last}` });
    edits.push({ range, text: escapeMarkdown(text) });
  }
  return { list, edits };
}

/** The marks of a sentence; quotation marks, dashes and dots for a pause are a matter of style. */
function marksIn(text: string): string {
  return text.replace(/\.{2,}/g, '').replace(/[^.,;:!?]/g, '');
}
