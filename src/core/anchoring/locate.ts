import type { TextRange } from '../study/problem.ts';
import { type Alignment, tokensIn } from './align.ts';
import type { Doubts } from './doubts.ts';
import { pairedBySimilarity, pairedByWord } from './gap.ts';
import type { Anchored } from './patchwork.ts';

/** Where the alignment puts a quotation, and what speaks for it. Evidence is counted in bits of rarity. */
export interface Located {
  readonly range: TextRange;
  /** Share of the quotation that was found, by rarity, 0–1. */
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
  /** It is not sure where the quotation starts or ends. */
  readonly loose: boolean;
  /** None of its words is surely its own: the same words stand beside it. */
  readonly beside: boolean;
  /** Parts of it are in different places. */
  readonly scattered: boolean;
}

/** What stands between the words before a quotation and those behind it, where of itself nothing was found. */
export interface Between {
  readonly range: TextRange;
  readonly left: number;
  readonly right: number;
}

/** How many tokens on either side of a quotation count as its context. */
const contextTokens = 14;

/** The half of a quotation's words, or more, must be in one passage; else it is scattered. */
const mainShare = 0.75;

/** The tokens of a quotation in the old text. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

export function extentOf(alignment: Alignment, quotation: Anchored, piece: number): Extent {
  return tokensIn(alignment.old, piece, quotation.start, quotation.end);
}

/** Where a quotation is in the new text; undefined when none of its words was found. */
export function locate(
  alignment: Alignment,
  doubts: Doubts,
  quotation: Anchored,
  extent: Extent,
  newText: string,
): Located | undefined {
  const { old, new: fresh, newOf, grade, passage, bits } = alignment;
  const { from, to } = extent;
  const worth = (token: number) => bits[old.ids[token] ?? 0] ?? 0;

  const piece = old.pieces[from];
  const byPassage = new Map<number, number>();
  let all = 0;
  for (let token = from; token < to; token++) {
    all += worth(token);
    if ((grade[token] ?? 0) < pairedBySimilarity) continue;
    const part = passage[token] ?? 0;
    byPassage.set(part, (byPassage.get(part) ?? 0) + worth(token));
  }
  const [main] = [...byPassage].sort((a, b) => b[1] - a[1]);
  if (!main) return undefined;
  const found = [...byPassage.values()].reduce((sum, value) => sum + value, 0);
  const inMain = (token: number, least: number) =>
    old.pieces[token] === piece && (grade[token] ?? 0) >= least && passage[token] === main[0];

  let first = from;
  while (!inMain(first, pairedBySimilarity)) first++;
  let last = to - 1;
  while (!inMain(last, pairedBySimilarity)) last--;
  const start = startOf(alignment, extent, first, inMain);
  const end = endOf(alignment, extent, last, inMain);

  let own = 0;
  let inside = 0;
  let beside = true;
  let same = 0;
  for (let token = first; token <= last; token++) {
    if (!inMain(token, pairedBySimilarity)) continue;
    const value = worth(token) * (grade[token] === pairedByWord ? 1 : similarWorth);
    own += bits[fresh.ids[newOf[token] ?? 0] ?? 0] ?? 0;
    if (grade[token] === pairedByWord) same++;
    if (doubts.isRepeated(token)) continue;
    beside = false;
    inside += value;
  }
  let span = 0;
  for (let token = start.token; token <= end.token; token++) span += bits[fresh.ids[token] ?? 0] ?? 0;
  const left = contextBits(alignment, doubts, from, start.token, -1, inMain);
  const right = contextBits(alignment, doubts, to - 1, end.token, 1, inMain);
  return {
    range: rangeOf(alignment, quotation, extent, start.token, end.token, newText),
    kept: all === 0 ? 0 : main[1] / all,
    purity: span === 0 ? 0 : own / span,
    inside,
    left: left + edgeBits(quotation.prefix, start.token === 0),
    right: right + edgeBits(quotation.suffix, end.token === fresh.count - 1),
    moved: main[0] > 0,
    whole: same === to - from && end.token - start.token === to - from - 1,
    loose: start.loose || end.loose,
    beside,
    scattered: main[1] < mainShare * found,
  };
}

/** A word that was corrected says less than one that is the same. */
const similarWorth = 0.6;

/** That a quotation begins or ends the document on both sides, which its short context tells, is evidence too. */
function edgeBits(context: string, isEdge: boolean): number {
  return context.length < 16 && isEdge ? 24 : 0;
}

type InMain = (token: number, least: number) => boolean;

interface Edge {
  readonly token: number;
  readonly loose: boolean;
}

/**
 * The new token that a quotation starts with. Where its first words were not found, what stands in their place is the
 * quotation's if the word before them was found: a gap between the two says what became of what stood between.
 */
function startOf({ old, newOf }: Alignment, { from }: Extent, first: number, inMain: InMain): Edge {
  let at = newOf[first] ?? 0;
  let token = first;
  for (; token > from && inMain(token - 1, 1); token--) at = newOf[token - 1] ?? 0;
  // A repeated word of which one was deleted: the one that is left is the quotation's as well as the context's.
  for (
    let run = token - from;
    token > from &&
    run > 0 &&
    inMain(token - 1 - run, pairedByWord) &&
    newOf[token - 1 - run] === at - 1 &&
    old.ids[token - 1 - run] === old.ids[token - 1];
    token--
  )
    at--;
  if (token === from) return { token: at, loose: false };
  let before = from - 1;
  while (before >= 0 && before > from - contextTokens && !inMain(before, 1)) before--;
  if (!inMain(before, 1)) return { token: at, loose: true };
  const gap = at - (newOf[before] ?? 0) - 1;
  if (gap <= 0) return { token: at, loose: gap < 0 };
  if (before === from - 1) return { token: (newOf[before] ?? 0) + 1, loose: gap > 2 * (token - from) + 2 };
  return { token: at, loose: true };
}

/** The new token that a quotation ends with; `startOf` the other way round. */
function endOf({ old, newOf }: Alignment, { to }: Extent, last: number, inMain: InMain): Edge {
  let at = newOf[last] ?? 0;
  let token = last;
  for (; token < to - 1 && inMain(token + 1, 1); token++) at = newOf[token + 1] ?? 0;
  for (
    let run = to - 1 - token;
    token < to - 1 &&
    run > 0 &&
    inMain(token + 1 + run, pairedByWord) &&
    newOf[token + 1 + run] === at + 1 &&
    old.ids[token + 1 + run] === old.ids[token + 1];
    token++
  )
    at++;
  if (token === to - 1) return { token: at, loose: false };
  let behind = to;
  while (behind < to + contextTokens - 1 && !inMain(behind, 1)) behind++;
  if (!inMain(behind, 1)) return { token: at, loose: true };
  const gap = (newOf[behind] ?? 0) - at - 1;
  if (gap <= 0) return { token: at, loose: gap < 0 };
  if (behind === to) return { token: (newOf[behind] ?? 0) - 1, loose: gap > 2 * (to - 1 - token) + 2 };
  return { token: at, loose: true };
}

/** Evidence in the tokens next to a quotation that were found next to its new place. */
function contextBits(
  { old, newOf, grade, bits }: Alignment,
  doubts: Doubts,
  edge: number,
  newEdge: number,
  direction: 1 | -1,
  inMain: InMain,
): number {
  let sum = 0;
  for (let step = 1; step <= contextTokens; step++) {
    const token = edge + direction * step;
    if (old.pieces[token] !== old.pieces[edge]) break;
    if (!inMain(token, pairedBySimilarity) || doubts.isRepeated(token)) continue;
    const distance = direction * ((newOf[token] ?? 0) - newEdge);
    if (distance <= 0 || distance > step + 6) continue;
    sum += (bits[old.ids[token] ?? 0] ?? 0) * (grade[token] === pairedByWord ? 1 : similarWorth);
  }
  return sum;
}

/** From tokens to characters: a quotation may start or end inside a word, or take white space along. */
function rangeOf(
  { old, new: fresh, newOf }: Alignment,
  { start, end, exact }: Anchored,
  { from, to }: Extent,
  first: number,
  last: number,
  newText: string,
): TextRange {
  const newStart = fresh.starts[first] ?? 0;
  const newEnd = fresh.ends[last] ?? 0;
  const into = start - (old.starts[from] ?? 0);
  const short = (old.ends[to - 1] ?? 0) - end;
  let rangeStart = newStart;
  let rangeEnd = newEnd;
  if (into > 0 && newOf[from] === first)
    rangeStart += Math.min(into, (fresh.ends[first] ?? 0) - newStart - 1);
  if (short > 0 && newOf[to - 1] === last)
    rangeEnd -= Math.min(short, newEnd - (fresh.starts[last] ?? 0) - 1);
  for (let space = -into; space > 0 && newText.charAt(rangeStart - 1) === exact.charAt(space - 1); space--)
    rangeStart--;
  for (
    let space = -short;
    space > 0 && newText.charAt(rangeEnd) === exact.charAt(exact.length - space);
    space--
  )
    rangeEnd++;
  return { start: rangeStart, end: Math.max(rangeStart, rangeEnd) };
}

/**
 * What stands in the place of a quotation of which nothing, or next to nothing, was found; undefined when the words on
 * one of its sides were not found either.
 */
export function between(
  { old, new: fresh, newOf, grade, passage, bits }: Alignment,
  { from, to }: Extent,
): Between | undefined {
  const piece = old.pieces[from];
  const paired = (token: number) => old.pieces[token] === piece && (grade[token] ?? 0) === pairedByWord;
  let before = from - 1;
  while (before > from - contextTokens && !paired(before)) before--;
  let behind = to;
  while (behind < to + contextTokens - 1 && !paired(behind)) behind++;
  if (!paired(before) || !paired(behind) || passage[before] !== passage[behind]) return undefined;
  const first = (newOf[before] ?? 0) + 1;
  const last = (newOf[behind] ?? 0) - 1;
  if (last < first - 1) return undefined;
  const sum = (edge: number, direction: number) => {
    let total = 0;
    for (let token = edge; paired(token) && Math.abs(token - edge) < contextTokens; token += direction)
      total += bits[old.ids[token] ?? 0] ?? 0;
    return total;
  };
  const start = last < first ? (fresh.ends[first - 1] ?? 0) : (fresh.starts[first] ?? 0);
  const end = last < first ? start : (fresh.ends[last] ?? 0);
  return { range: { start, end }, left: sum(before, -1), right: sum(behind, 1) };
}
