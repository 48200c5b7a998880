import { mayBeAlike, similarity, withLetters } from '../../anchoring/similarity.ts';
import type { QuotedWord } from './quotedWords.ts';
import type { SaidWords } from './saidWords.ts';

/** A quotation beside the words that come nearest to it. */
export interface Nearest {
  /** For each quoted word the place of the said word that it stands for; −1 where it stands for none. */
  readonly partners: Int32Array;
  /** What share of the quotation, by the rarity of its words, was said so. */
  readonly kept: number;
}

/** Of a text only so many stretches are looked at closely. */
const mostStretches = 3;

/** A longer quotation is looked for part by part, since what an alignment takes grows with the square of its length. */
const longestPart = 300;

/** Fewer words than this in common are chance. */
const leastSame = 3;

/** What it costs to change a word, to put one in, to leave out a first and each further one, against a word kept. */
const changed = 1.05;
const putIn = 1;
const firstLeftOut = 0.8;
const nextLeftOut = 0.12;

/**
 * The stretch of a text that comes nearest to a quotation, word by word; undefined where nothing comes near. The parts between
 * marked omissions are looked for one after the other.
 *
 * Stretches are chosen by how many of the quotation's rarer words they hold; then the best local alignment with affine costs,
 * O(words × words of the stretch).
 */
export function findNearest(said: SaidWords, words: readonly QuotedWord[]): Nearest | undefined {
  const starts = words.flatMap(({ joint }, at) =>
    at % longestPart === 0 || joint === 'omission' ? [at] : [],
  );
  const partners = new Int32Array(words.length).fill(-1);
  const parts = starts.map((from, index) => ({ from, to: starts[index + 1] ?? words.length }));
  const longest = parts.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a), { from: 0, to: 0 });
  const main = bestIn(said, words.slice(longest.from, longest.to), 0, said.count);
  if (!main) return undefined;
  partners.set(main, longest.from);
  const index = parts.indexOf(longest);
  let end = lastOf(main) + 1;
  for (const { from, to } of parts.slice(index + 1)) {
    const found = bestIn(said, words.slice(from, to), end, said.count);
    if (!found) continue;
    partners.set(found, from);
    end = lastOf(found) + 1;
  }
  let start = main.find((at) => at >= 0) ?? 0;
  for (const { from, to } of parts.slice(0, index).toReversed()) {
    const found = bestIn(said, words.slice(from, to), 0, start);
    if (!found) continue;
    partners.set(found, from);
    start = found.find((at) => at >= 0) ?? start;
  }
  const same = words.filter(({ text }, at) => said.words[said.ids[partners[at] ?? -1] ?? -1] === text).length;
  if (same < Math.max(leastSame, words.length * 0.4)) return undefined;
  return { partners, kept: keptOf(said, words, partners) };
}

function lastOf(partners: Int32Array): number {
  return partners.reduce((last, at) => Math.max(last, at), -1);
}

/** What a word says of where it is, in bits; one that was never said as much as one that was said once. */
function bitsOf(said: SaidWords, id: number | undefined): number {
  const count = id === undefined ? 1 : said.placesOf(id).length;
  return Math.log2(1 + said.count / Math.max(count, 1));
}

function keptOf(said: SaidWords, words: readonly QuotedWord[], partners: Int32Array): number {
  let kept = 0;
  let all = 0;
  for (const [at, { text }] of words.entries()) {
    const bits = bitsOf(said, said.idOf.get(text));
    const partner = partners[at] ?? -1;
    all += bits;
    if (partner >= 0) kept += bits * likeness(said.words[said.ids[partner] ?? 0] ?? '', text);
  }
  return all === 0 ? 0 : kept / all;
}

function likeness(said: string, quoted: string): number {
  return said === quoted ? 1 : similarity(said, quoted) * 0.8;
}

/** The partners of some words among those from one place to another, where enough of them stand close together. */
function bestIn(
  said: SaidWords,
  words: readonly QuotedWord[],
  from: number,
  to: number,
): Int32Array | undefined {
  const size = stretchFor(words);
  let best: Aligned | undefined;
  for (const { at } of stretchesWith(said, words, from, to)) {
    const start = Math.max(from, at - size - 15);
    const end = Math.min(to, at + 3 * size + 15);
    const found = aligned(said, words, start, end);
    if (!best || found.cost < best.cost) best = found;
  }
  return best && best.cost <= words.length * 0.7 ? best.partners : undefined;
}

/** How much of a quotation's rarer words stand close together somewhere in a text, in bits: a quick look at whether to look closer. */
export function likelihood(said: SaidWords, words: readonly QuotedWord[]): number {
  return stretchesWith(said, words, 0, said.count)[0]?.weight ?? 0;
}

interface Stretch {
  readonly at: number;
  readonly weight: number;
}

function stretchFor(words: readonly QuotedWord[]): number {
  return Math.max(words.length, 6);
}

/** The places where most of the rarer words of a quotation stand close together, best first. */
function stretchesWith(
  said: SaidWords,
  words: readonly QuotedWord[],
  from: number,
  to: number,
): readonly Stretch[] {
  const size = stretchFor(words);
  const ids = new Set(words.flatMap(({ text }) => said.idOf.get(text) ?? []));
  const most = Math.max(said.count / 150, 5);
  const rare = [...ids].filter((id) => said.placesOf(id).length <= most);
  const weights = new Float64Array(Math.floor(Math.max(to - from, 0) / size) + 2);
  for (const id of rare.length >= 2 ? rare : ids) {
    const bits = bitsOf(said, id);
    let last = -1;
    for (const at of said.placesOf(id)) {
      const bucket = Math.floor((at - from) / size);
      if (at < from || at >= to || bucket === last) continue;
      weights[bucket] = (weights[bucket] ?? 0) + bits;
      last = bucket;
    }
  }
  const found: Stretch[] = [];
  for (let bucket = 0; bucket < weights.length; bucket++) {
    const weight = (weights[bucket] ?? 0) + (weights[bucket + 1] ?? 0);
    if (weight > 0) found.push({ at: from + bucket * size, weight });
  }
  const taken: Stretch[] = [];
  for (const stretch of found.sort((a, b) => b.weight - a.weight)) {
    // Two neighbours share a place, and are looked at as one.
    if (taken.some(({ at }) => Math.abs(at - stretch.at) <= size)) continue;
    taken.push(stretch);
    if (taken.length === mostStretches) break;
  }
  return taken;
}

interface Aligned {
  readonly cost: number;
  readonly partners: Int32Array;
}

/**
 * Aligns quoted words with a stretch of said ones: every quoted word costs something unless it is kept; said words before the
 * first and after the last cost nothing.
 *
 * @see Gotoh (1982), An improved algorithm for matching biological sequences
 */
function aligned(said: SaidWords, words: readonly QuotedWord[], start: number, end: number): Aligned {
  const columns = Math.max(end - start, 0);
  const width = columns + 1;
  const rows = words.length;
  /** Of each cell: what it costs when it ends with a quoted word, and with words left out. */
  const onWord = new Float64Array((rows + 1) * width).fill(Number.POSITIVE_INFINITY);
  const leftOut = new Float64Array((rows + 1) * width).fill(Number.POSITIVE_INFINITY);
  onWord.fill(0, 0, width);
  for (let row = 1; row <= rows; row++) {
    const costOf = changesOf(said, words[row - 1]?.text ?? '');
    const next = words[row]?.joint ?? 'none';
    const open = next === 'none' ? firstLeftOut : 0;
    const further = next === 'none' ? nextLeftOut : 0;
    for (let column = 0; column <= columns; column++) {
      const at = row * width + column;
      const above = at - width;
      let cost = Math.min(onWord[above] ?? 0, leftOut[above] ?? 0) + putIn;
      if (column > 0) {
        const before = Math.min(onWord[above - 1] ?? 0, leftOut[above - 1] ?? 0);
        cost = Math.min(cost, before + costOf(start + column - 1));
      }
      onWord[at] = cost;
      if (column > 0) leftOut[at] = Math.min((onWord[at - 1] ?? 0) + open, (leftOut[at - 1] ?? 0) + further);
    }
  }
  let column = 0;
  const last = rows * width;
  for (let at = 1; at <= columns; at++)
    if ((onWord[last + at] ?? 0) < (onWord[last + column] ?? 0)) column = at;
  const cost = onWord[last + column] ?? 0;
  const partners = new Int32Array(rows).fill(-1);
  let row = rows;
  let isLeftOut = false;
  while (row > 0) {
    const at = row * width + column;
    if (isLeftOut) {
      const next = words[row]?.joint ?? 'none';
      const open = next === 'none' ? firstLeftOut : 0;
      isLeftOut = (leftOut[at] ?? 0) < (onWord[at - 1] ?? 0) + open;
      column--;
      continue;
    }
    const above = at - width;
    const costOf = changesOf(said, words[row - 1]?.text ?? '');
    const paired =
      column > 0
        ? Math.min(onWord[above - 1] ?? 0, leftOut[above - 1] ?? 0) + costOf(start + column - 1)
        : Number.POSITIVE_INFINITY;
    row--;
    if (paired <= (onWord[at] ?? 0)) {
      column--;
      partners[row] = start + column;
    }
    const here = row * width + column;
    isLeftOut = (leftOut[here] ?? 0) < (onWord[here] ?? 0);
  }
  return { cost, partners };
}

/** A word that was said oftener than this is hardly a slip for another. */
const mostForSlip = 5;

/** What it costs to let a quoted word stand for the said word at a place. */
function changesOf(said: SaidWords, text: string): (place: number) => number {
  const id = said.idOf.get(text) ?? -1;
  if (id >= 0 && said.placesOf(id).length > mostForSlip)
    return (place) => (said.ids[place] === id ? 0 : changed);
  const quoted = withLetters(id, text);
  const known = new Map<number, number>([[id, 0]]);
  return (place) => {
    const other = said.ids[place] ?? 0;
    const found = known.get(other);
    if (found !== undefined) return found;
    const word = said.words[other] ?? '';
    const alike = mayBeAlike(quoted, withLetters(other, word)) ? similarity(word, text) : 0;
    const cost = alike > 0 ? changed - 0.6 * alike : changed;
    known.set(other, cost);
    return cost;
  };
}
