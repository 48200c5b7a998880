import type { TextRange } from '../../study/problem.ts';
import { markupIn } from '../../text/markup.ts';
import { type Word, wordsIn } from './saidWords.ts';

/**
 * What stands between two words of a quotation: nothing of note; an omission that the author marked (`[…]`, `(...)`); words that
 * the author put in (`[the board]`), perhaps in the place of others; an ellipsis, which may be a pause or an omission.
 */
export type Joint = 'none' | 'omission' | 'insertion' | 'ellipsis';

export interface QuotedWord extends Word {
  /** What stands between the word before and this one. */
  readonly joint: Joint;
}

/**
 * The words of a quotation as its author claims them to be said, with what the author marked between them. Markdown is no
 * part of them, and neither are the labels of speakers in a dialogue.
 *
 * @param text with what is no text (comments, code) blanked; LF
 * @param labels of speakers, as they stand before a colon
 */
export function quotedWords(
  text: string,
  { start, end }: TextRange,
  labels: ReadonlySet<string>,
): readonly QuotedWord[] {
  const inside = text.slice(start, end);
  const joints: { readonly at: number; readonly joint: Joint }[] = [];
  const blanked = new Set<number>();
  /** Of these, what may stand inside a word. */
  const seams = new Set<number>();
  const blank = (from: number, length: number, into = blanked) => {
    for (let at = from; at < from + length; at++) into.add(at);
  };
  for (const { start: from, end: to } of markupIn(inside)) {
    blank(from, to - from);
    if (/^[*_~]/.test(inside.slice(from, to))) blank(from, to - from, seams);
  }
  for (const match of inside.matchAll(marked)) {
    const [whole, inSquare, inRound] = match;
    const content = inSquare ?? inRound;
    const at = match.index;
    const shown = (content ?? whole).trim();
    if (/^[.… ]*$/.test(shown)) {
      joints.push({ at: at + whole.length, joint: content === undefined ? 'ellipsis' : 'omission' });
      blank(at, whole.length);
    } else if (/^\p{L}{1,4}$/u.test(shown) && isPartOfWord(inside, at, whole.length)) {
      // "[W]e": the author changed a letter; the word is read as if whole.
      for (const bracket of [at, at + whole.length - 1]) {
        blanked.add(bracket);
        seams.add(bracket);
      }
    } else if (whole.startsWith('[')) {
      if (!shown.startsWith('^')) joints.push({ at: at + whole.length, joint: 'insertion' });
      blank(at, whole.length);
    }
  }
  for (const match of inside.matchAll(/(?<=^|[\s*.!?…])([\p{L}\p{N}][^\n:]{0,58}):(?=\s|\*)/gu))
    if (labels.has((match[1] ?? '').trim())) blank(match.index, match[0].length);

  const seen = [...blanked].sort((a, b) => a - b);
  const words = joined(wordsIn(piecesBetween(inside, seen, start)), seams, start);
  let next = 0;
  return words.map((word) => {
    let joint: Joint = 'none';
    for (let one = joints[next]; one && one.at + start <= word.start; one = joints[++next])
      if (strength[one.joint] > strength[joint]) joint = one.joint;
    return { ...word, joint };
  });
}

const strength: Readonly<Record<Joint, number>> = { none: 0, ellipsis: 1, insertion: 2, omission: 3 };

/** Brackets with what is in them, round ones only around dots, and dots by themselves. A link is none of these. */
const marked = /\[([^\]\n]*)\](?!\()|\(([.… ]+)\)|(?:\.[ ]?){2,}\.|\.{2,}|…/g;

function isPartOfWord(text: string, at: number, length: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return letter.test(text.charAt(at - 1)) || letter.test(text.charAt(at + length));
}

function piecesBetween(text: string, blanked: readonly number[], offset: number) {
  const pieces: { offset: number; text: string }[] = [];
  let from = 0;
  for (const at of [...blanked, text.length]) {
    if (at > from) pieces.push({ offset: offset + from, text: text.slice(from, at) });
    from = at + 1;
  }
  return pieces;
}

/** Words that only brackets around a letter or emphasis part are one: "[W]e", "un*believ*able". */
function joined(words: readonly Word[], seams: ReadonlySet<number>, offset: number): readonly Word[] {
  const found: Word[] = [];
  for (const word of words) {
    const last = found.at(-1);
    let at = last ? last.end : word.start;
    while (at < word.start && seams.has(at - offset)) at++;
    if (last && last.end < word.start && at === word.start)
      found[found.length - 1] = { text: last.text + word.text, start: last.start, end: word.end };
    else found.push(word);
  }
  return found;
}
