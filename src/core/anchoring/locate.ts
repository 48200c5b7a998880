import type { TextRange } from '../study/problem.ts';
import { type Alignment, tokensIn } from './align.ts';
import type { Doubts } from './doubts.ts';
import { pairedBySimilarity, pairedByWord } from './gap.ts';
import type { Anchored } from './patchwork.ts';

/** Where the alignment puts a quotation, and what speaks for it. Evidence is counted in bits of rarity. */
export interface Located {
  readonly range: TextRange;
  /** Share of the quotation that was found, by rarity, 0–1; of its words alone if that is less: a time stamp is no speech. */
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
  const { old, new: fresh, newOf, grade, passage, bits, evidence, isWord, closes } = alignment;
  const { from, to } = extent;
  const worth = (token: number) => bits[old.ids[token] ?? 0] ?? 0;

  const piece = old.pieces[from];
  const byPassage = new Map<number, number>();
  let all = 0;
  let letters = 0;
  let foundLetters = 0;
  for (let token = from; token < to; token++) {
    all += worth(token);
    const ofLetters = isWord[old.ids[token] ?? 0] === 2 ? worth(token) : 0;
    letters += ofLetters;
    if ((grade[token] ?? 0) < pairedBySimilarity) continue;
    foundLetters += ofLetters;
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
  // Of "one. [Two.] Three" with "two." gone, nothing says whose full stop is left; no quotation starts with one.
  if (first > from)
    while (
      doubts.isRepeated(first) &&
      closes[old.ids[first] ?? 0] === 1 &&
      inMain(first + 1, pairedBySimilarity)
    )
      first++;
  let last = to - 1;
  while (!inMain(last, pairedBySimilarity)) last--;
  const start = edgeOf(alignment, doubts, from, first, 1, inMain);
  const end = edgeOf(alignment, doubts, to - 1, last, -1, inMain);

  let own = 0;
  let inside = 0;
  let beside = true;
  let same = 0;
  for (let token = first; token <= last; token++) {
    if (!inMain(token, pairedBySimilarity)) continue;
    const value = (evidence[token] ?? 0) * (grade[token] === pairedByWord ? 1 : similarWorth);
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
  const startOfText = edgeBits(quotation.prefix, start.token === 0);
  const endOfText = edgeBits(quotation.suffix, end.token === fresh.count - 1);
  return {
    range: rangeOf(alignment, quotation, extent, start.token, end.token, newText),
    kept: Math.min(all === 0 ? 0 : main[1] / all, letters === 0 ? 1 : foundLetters / letters),
    purity: span === 0 ? 0 : own / span,
    inside,
    left: left + startOfText,
    right: right + endOfText,
    edges: Math.min(start.support + startOfText, end.support + endOfText),
    moved: main[0] > 0,
    whole: same === to - from && end.token - start.token === to - from - 1,
    beside: beside || (inside < tellingTwin && hasLostTwin(alignment, extent)),
    scattered: main[1] < mainShare * found,
  };
}

/** Up to this many bits a quotation may well be said twice in a row. */
const tellingTwin = 60;

/** Whether the same words stood right beside the quotation, and are gone: "That's great." said twice, and once now. */
function hasLostTwin({ old, newOf }: Alignment, { from, to }: Extent): boolean {
  const length = to - from;
  return [-length, length].some((shift) => {
    for (let token = from; token < to; token++)
      if (newOf[token + shift] !== -1 || old.ids[token + shift] !== old.ids[token]) return false;
    return true;
  });
}

/** A word that was corrected says less than one that is the same. */
const similarWorth = 0.6;

/** That a quotation begins or ends the document on both sides, which its short context tells, is evidence too. */
function edgeBits(context: string, isEdge: boolean): number {
  return context.length < 16 && isEdge ? 24 : 0;
}

type InMain = (token: number, least: number) => boolean;

interface Edge {
  /** The first or last new token of the quotation. */
  readonly token: number;
  /** How sure it is, in bits: the evidence around it, see `supportAt`. */
  readonly support: number;
}

/**
 * The new token that a quotation starts with (`step` 1) or ends with (-1).
 *
 * Where its outermost words were not found, what stands in their place is the quotation's if the word outside was found: a gap
 * between the two says what became of what stood between. It is then as sure as the weaker of its two sides.
 *
 * @param edge the outermost old token of the quotation, `found` the outermost that was found
 */
function edgeOf(
  alignment: Alignment,
  doubts: Doubts,
  edge: number,
  found: number,
  step: 1 | -1,
  inMain: InMain,
): Edge {
  const { old, newOf } = alignment;
  const partner = (token: number) => newOf[token] ?? 0;
  const inner = supportAt(alignment, doubts, found, inMain) - jumpBefore(alignment, found, step, inMain);
  if (found === edge) return { token: partner(edge), support: inner };
  const missing = (found - edge) * step;
  const outside = outward(edge - step, step, old.count, inMain);
  const outer = outside === undefined ? 0 : supportAt(alignment, doubts, outside, inMain);
  const support = Math.min(inner, outer);
  if (outside === undefined) return { token: partner(found), support: 0 };
  // As many words between the two as there were: each word that was replaced is where it was.
  const isReplaced =
    missing <= mostReplaced &&
    (edge - outside) * step <= mostAway &&
    areFree(alignment, found, outside, step);
  if (isReplaced && partner(found) - partner(outside) === found - outside)
    return { token: partner(outside) + (edge - outside), support: support - replacedEdge };
  // Of repeated words one was deleted: what is left is the quotation's as much as the context's.
  let shared = 0;
  while (
    shared < missing &&
    old.ids[found - step * (shared + 1)] === old.ids[outside - step * shared] &&
    inMain(outside - step * shared, pairedByWord) &&
    partner(outside - step * shared) === partner(found) - step * (shared + 1)
  )
    shared++;
  if (shared === missing) return { token: partner(found) - step * shared, support: inner };
  if (endsInRepeatedWord(alignment, doubts, found, step)) return { token: partner(found), support: 0 };
  const between = (partner(found) - partner(outside)) * step - 1;
  if (between === 0) return { token: partner(found), support: outer < leastOuter ? 0 : inner };
  if (isReplaced && outside === edge - step && between > 0 && between <= 2 * missing + 2)
    return { token: partner(outside) + step, support: support - replacedEdge };
  return { token: partner(found), support: 0 };
}

/** Whether what stands between the partners of two tokens is nobody else's: at most the partners of those between the two. */
function areFree({ newOf, oldOf }: Alignment, found: number, outside: number, step: 1 | -1): boolean {
  for (let token = (newOf[outside] ?? 0) + step; (newOf[found] ?? 0) * step > token * step; token += step) {
    const owner = oldOf[token] ?? -1;
    if (owner >= 0 && (owner - outside) * (found - owner) <= 0) return false;
  }
  return true;
}

/** Where all between a quotation's last words and the next outside is gone, little is needed to know those next words. */
const leastOuter = 12;

/** Whether a word at the edge could as well be the like of it that was deleted; of a full stop it does not matter. */
function endsInRepeatedWord({ old, isWord }: Alignment, doubts: Doubts, edge: number, step: 1 | -1): boolean {
  for (let token = edge; doubts.isRepeated(token); token += step)
    if (isWord[old.ids[token] ?? 0] !== 0) return true;
  return false;
}

/**
 * How far the words at an edge have come away from the rest of the quotation, in tokens up to a bound: the farther, the more
 * must speak for them.
 */
function jumpBefore({ newOf }: Alignment, edge: number, step: 1 | -1, inMain: InMain): number {
  const distance = (newOf[edge] ?? 0) - edge;
  for (let inward = 1; inward <= mostDeleted; inward++) {
    const token = edge + step * inward;
    if (!inMain(token, pairedBySimilarity)) continue;
    const jump = Math.abs((newOf[token] ?? 0) - token - distance);
    if (jump > 0) return Math.min(jump, mostJump);
    if (inward > supportTokens) return 0;
  }
  return 0;
}

const mostJump = 20;

/** More words than these, gone from an edge with others in their place, are not a correction. */
const mostReplaced = 6;

/** Nor are they when the next words outside are not found either, beyond this. */
const mostAway = 4;

/** So much more must speak for an edge of which the words are others now. */
const replacedEdge = 10;

/** The nearest token outside a quotation that was found; undefined when there is none that is near enough. */
function outward(from: number, step: 1 | -1, count: number, inMain: InMain): number | undefined {
  let token = from;
  for (let steps = 0; steps < mostDeleted && token >= 0 && token < count; steps++, token -= step)
    if (inMain(token, pairedBySimilarity)) return token;
  return undefined;
}

/** So many tokens next to a quotation may be gone with the context behind them still telling. */
const mostDeleted = 400;

/** So far around a token its neighbours tell whether its partner is the right one. */
const supportTokens = 10;

/** Evidence for the partner of a token: that of its neighbours whose partners are as far from its own. */
function supportAt(
  { old, newOf, grade, evidence }: Alignment,
  doubts: Doubts,
  token: number,
  inMain: InMain,
): number {
  const distance = (newOf[token] ?? 0) - token;
  let sum = 0;
  for (let at = Math.max(0, token - supportTokens); at <= token + supportTokens && at < old.count; at++) {
    if (!inMain(at, pairedBySimilarity) || (newOf[at] ?? 0) - at !== distance || doubts.isRepeated(at))
      continue;
    sum += (evidence[at] ?? 0) * (grade[at] === pairedByWord ? 1 : similarWorth);
  }
  return sum;
}

/** Evidence in the nearest tokens outside a quotation that were found next to its new place. */
function contextBits(
  { old, newOf, grade, evidence }: Alignment,
  doubts: Doubts,
  edge: number,
  newEdge: number,
  direction: 1 | -1,
  inMain: InMain,
): number {
  let sum = 0;
  for (let step = 1; step <= mostDeleted; step++) {
    const token = edge + direction * step;
    if (old.pieces[token] !== old.pieces[edge]) break;
    if (!inMain(token, pairedBySimilarity)) continue;
    const distance = direction * ((newOf[token] ?? 0) - newEdge);
    if (distance > contextTokens) break;
    if (distance <= 0 || doubts.isRepeated(token)) continue;
    const isRun =
      newOf[token + 1] === (newOf[token] ?? 0) + 1 || newOf[token - 1] === (newOf[token] ?? 0) - 1;
    if (isRun) sum += (evidence[token] ?? 0) * (grade[token] === pairedByWord ? 1 : similarWorth);
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
