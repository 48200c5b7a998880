import type { TextRange } from '../study/problem.ts';
import { tokensIn } from './align.ts';
import { mayBeCopy } from './copy.ts';
import { edgeOf } from './edges.ts';
import { isFlanked } from './flanked.ts';
import { pairedBySimilarity, pairedByWord } from './gap.ts';
import type { Anchored } from './patchwork.ts';
import { contextBits, evidenceOfToken } from './support.ts';
import { kindMark } from './tokens.ts';
import type { Trace } from './trace.ts';
import { hasLostTwin, hasNewTwin } from './twins.ts';

/** Where the alignment puts a quotation, and what speaks for it. Evidence is counted in bits of rarity. */
export interface Located {
  readonly range: TextRange;
  /** Share of the quotation that was found, 0–1; see `Trace`. */
  readonly kept: number;
  /** Share of the new range that is the quotation's, by rarity, 0–1. */
  readonly purity: number;
  /** Evidence in the quotation itself, and in what stands right before and behind it. */
  readonly inside: number;
  readonly left: number;
  readonly right: number;
  /** The words found make one passage that moved, off the order of the text. */
  readonly moved: boolean;
  /** The words themselves are the same, and nothing stands between them that did not. */
  readonly whole: boolean;
  /** Evidence for where it starts and where it ends, the weaker of the two. */
  readonly edges: number;
  /** None of its words is surely its own: the same words stand, or stood, beside it. */
  readonly beside: boolean;
  /** A whole clause of it gave way to another. */
  readonly rewritten: boolean;
  /** It stands between the same words as before, and only once; see `isFlanked`. */
  readonly flanked: boolean;
  /** It may be a second copy, with the quotation deleted; see `mayBeCopy`. */
  readonly perhapsCopy: boolean;
  /** Parts of it are in different places. */
  readonly scattered: boolean;
}

/** Where a quotation is in the new text. */
export function locate(trace: Trace, quotation: Anchored, newText: string): Located {
  const { alignment, doubts, from, to, isFound } = trace;
  const { new: fresh, newOf, grade, bits } = alignment;
  const first = firstFound(trace);
  let last = to - 1;
  while (!isFound(last, pairedBySimilarity)) last--;
  const start = edgeOf(trace, first, 1);
  const end = edgeOf(trace, last, -1);

  let own = 0;
  let inside = 0;
  let same = 0;
  let beside = true;
  for (let token = first; token <= last; token++) {
    if (!isFound(token, pairedBySimilarity)) continue;
    own += bits[fresh.ids[newOf[token] ?? 0] ?? 0] ?? 0;
    inside += evidenceOfToken(trace, token);
    if (grade[token] === pairedByWord) same++;
    if (!doubts.isRepeated(token)) beside = false;
  }
  let span = 0;
  for (let token = start.token; token <= end.token; token++) {
    span += bits[fresh.ids[token] ?? 0] ?? 0;
  }
  const startOfText = edgeBits(quotation.prefix, start.token === 0);
  const endOfText = edgeBits(quotation.suffix, end.token === fresh.count - 1);
  const { range, cutsWord } = rangeOf(trace, quotation, start.token, end.token, newText);
  const left = contextBits(trace, from, start.token, 1) + startOfText;
  const right = contextBits(trace, to - 1, end.token, -1) + endOfText;
  return {
    range,
    kept: trace.kept,
    purity: span === 0 ? 0 : own / span,
    inside,
    left,
    right,
    moved: trace.passage > 0,
    whole: same === to - from && end.token - start.token === to - from - 1 && !cutsWord,
    edges: cutsWord ? 0 : Math.min(start.support + startOfText, end.support + endOfText),
    beside:
      beside || (inside < tellingTwin && (hasLostTwin(trace) || hasNewTwin(trace, start.token, end.token))),
    rewritten: isRewritten(trace, first, last),
    flanked: isFlanked(trace, start.token, end.token),
    perhapsCopy: mayBeCopy(trace, start.token, end.token),
    scattered: trace.scattered || hasPartElsewhere(trace, quotation, newText),
  };
}

/**
 * The first token of a quotation that was found. Of "one. [Two.] Three" with "two." gone, nothing says whose full stop
 * is left, and no quotation starts with one.
 */
function firstFound({ alignment, doubts, from, isFound }: Trace): number {
  const { old, closes } = alignment;
  let first = from;
  while (!isFound(first, pairedBySimilarity)) first++;
  const isLeftOver = () => doubts.isRepeated(first) && closes[old.ids[first] ?? 0] === 1;
  if (first > from) while (isLeftOver() && isFound(first + 1, pairedBySimilarity)) first++;
  return first;
}

/** That a quotation begins or ends the document on both sides, which its short context tells, is evidence too. */
function edgeBits(context: string, isEdge: boolean): number {
  return context.length < 16 && isEdge ? 24 : 0;
}

/** Words in a row that are others now make another clause, not a correction. */
const clause = 5;

/** Whether, between the first and the last token found, a clause has given way to one of about that length or more. */
function isRewritten({ alignment, isFound }: Trace, first: number, last: number): boolean {
  const { old, newOf, kind } = alignment;
  let before = first;
  let words = 0;
  for (let token = first + 1; token <= last; token++) {
    if (!isFound(token, pairedBySimilarity)) {
      if (kind[old.ids[token] ?? 0] !== kindMark) words++;
      continue;
    }
    const between = (newOf[token] ?? 0) - (newOf[before] ?? 0) - 1;
    if (words >= clause && between >= clause - 1) return true;
    before = token;
    words = 0;
  }
  return false;
}

/** Up to this many bits a quotation may well be said twice in a row. */
const tellingTwin = 60;

/** Of a part that is gone from a quotation, what says more than a turn of phrase, in bits. */
const telling = 24;

/** Whether words in a row that are gone from a quotation stand elsewhere in the new text, word for word, and are no other's. */
function hasPartElsewhere(
  { alignment, from, to, isFound }: Trace,
  { start, exact }: Anchored,
  newText: string,
): boolean {
  const { old, new: fresh, oldOf, evidence } = alignment;
  for (let token = from; token < to; token++) {
    if (isFound(token, pairedBySimilarity)) continue;
    const first = token;
    let bits = 0;
    while (token < to && !isFound(token, pairedBySimilarity)) bits += evidence[token++] ?? 0;
    if (bits < telling) continue;
    const words = exact.slice(
      Math.max(0, (old.starts[first] ?? 0) - start),
      (old.ends[token - 1] ?? 0) - start,
    );
    for (let at = newText.indexOf(words); at >= 0; at = newText.indexOf(words, at + 1)) {
      const there = tokensIn(fresh, 0, at, at + words.length);
      const owner = oldOf[(there.from + there.to) >> 1] ?? -1;
      if (owner === -1 || (owner >= from && owner < to)) return true;
    }
  }
  return false;
}

/**
 * From tokens to characters: a quotation may take white space along, or start or end inside a word. `cutsWord`: it does,
 * and the word is another now, so that nothing says where to cut it.
 */
function rangeOf(
  { alignment, from, to }: Trace,
  { start, end, exact }: Anchored,
  first: number,
  last: number,
  newText: string,
): { range: TextRange; cutsWord: boolean } {
  const { old, new: fresh, newOf, grade } = alignment;
  const isSame = (token: number, there: number) =>
    grade[token] === pairedByWord &&
    newOf[token] === there &&
    (old.ends[token] ?? 0) - (old.starts[token] ?? 0) ===
      (fresh.ends[there] ?? 0) - (fresh.starts[there] ?? 0);
  const into = start - (old.starts[from] ?? 0);
  const short = (old.ends[to - 1] ?? 0) - end;
  const range = { start: fresh.starts[first] ?? 0, end: fresh.ends[last] ?? 0 };
  const cutsWord = (into > 0 && !isSame(from, first)) || (short > 0 && !isSame(to - 1, last));
  if (into > 0 && !cutsWord) range.start += into;
  if (short > 0 && !cutsWord) range.end -= short;
  for (let space = -into; space > 0 && newText.charAt(range.start - 1) === exact.charAt(space - 1); space--)
    range.start--;
  for (
    let space = short;
    space < 0 && newText.charAt(range.end) === exact.charAt(exact.length + space);
    space++
  )
    range.end++;
  return { range, cutsWord };
}
