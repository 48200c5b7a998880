import { atOpenings, heaviestChain } from './chain.ts';
import { evidenceOf } from './evidence.ts';
import { alignGap, mostCells, pairedByWord } from './gap.ts';
import { type Block, type Sides, sharedBlocks, type Window } from './seeds.ts';
import {
  kindFigure,
  kindMark,
  kindWord,
  lineOpens,
  type Piece,
  paragraphOpens,
  type Tokens,
  tokensOf,
  Vocabulary,
} from './tokens.ts';

/** Old and new text, token by token. */
export interface Alignment extends Sides {
  /** How an old token came by its partner: a grade of `gap.ts`; 0 for none. */
  readonly grade: Uint8Array;
  /** 0: in the order of the text; from 1: a passage that moved, each of its own number. */
  readonly passage: Int32Array;
  /** Rarity of a token in bits, by id: log2 of all tokens over those that are the same. */
  readonly bits: Float64Array;
  /** Word, figure or mark, by id. */
  readonly kind: Uint8Array;
  /** 1 for marks that close a clause, by id. */
  readonly closes: Uint8Array;
  /** How much an old token says of where it is, see `evidenceOf`. */
  readonly evidence: Float64Array;
  /** Length of the texts in UTF-16 units; that of the old one is not always known. */
  readonly oldLength: number | undefined;
  readonly newLength: number;
}

/** Seeds for the text as a whole: six tokens that occur once in both. Shorter ones only within a gap between these. */
const wholeSeed = 6;
const gapSeeds = [4, 3, 2, 1];

/** What a passage off the chain must hold to be taken for one that moved, and not for a turn of phrase used twice. */
const movedBits = 45;

/**
 * Aligns what is known of an old text with the new text as a whole: unique seeds of six tokens, the heaviest chain of
 * them, long blocks off the chain as moves, and the gaps by shorter seeds and a small alignment.
 *
 * Time about linear in the tokens of both sides, plus the cells of small gaps.
 */
export function align(oldPieces: readonly Piece[], newText: string, oldLength?: number): Alignment {
  const vocabulary = new Vocabulary();
  const old = tokensOf(oldPieces, vocabulary);
  const fresh = tokensOf([{ offset: 0, text: newText }], vocabulary);
  const bits = rarity(vocabulary.counts, old.count + fresh.count);
  const alignment: Alignment = {
    old,
    new: fresh,
    bits,
    kind: Uint8Array.from(vocabulary.words, kindOfToken),
    closes: Uint8Array.from(vocabulary.words, (word) => ('.,;:!?)…'.includes(word) ? 1 : 0)),
    evidence: evidenceOf(old, fresh, bits),
    oldLength,
    newLength: newText.length,
    newOf: new Int32Array(old.count).fill(-1),
    oldOf: new Int32Array(fresh.count).fill(-1),
    grade: new Uint8Array(old.count),
    passage: new Int32Array(old.count),
  };
  const whole = { oldFrom: 0, oldTo: old.count, newFrom: 0, newTo: fresh.count };
  const blocks = sharedBlocks(alignment, whole, wholeSeed);
  const weigh = weighing(alignment);
  const chain = atOpenings(heaviestChain(blocks, weigh), alignment);
  for (const block of chain) join(alignment, block, 0);
  const moved = movedPassages(alignment, blocks, weigh);
  const filler: Filler = { alignment, weigh, words: vocabulary.words };
  for (const window of gapsBetween(chain, whole)) fill(filler, window, 0);
  for (const [index, passage] of moved.entries())
    for (const window of gapsInside(passage)) fill(filler, window, index + 1);
  return alignment;
}

function kindOfToken(token: string): number {
  if (/\p{L}/u.test(token)) return kindWord;
  return /\p{N}/u.test(token) ? kindFigure : kindMark;
}

function rarity(counts: readonly number[], total: number): Float64Array {
  return Float64Array.from(counts, (count) => Math.log2(total / Math.max(1, count)));
}

/** What a block says of where it is, by sums from the left; a little for each token, so that longer is never worse. */
function weighing({ old, evidence }: Alignment): (block: Block) => number {
  const sums = new Float64Array(old.count + 1);
  for (let at = 0; at < old.count; at++) sums[at + 1] = (sums[at] ?? 0) + (evidence[at] ?? 0) + 0.1;
  return (block) => (sums[block.old + block.length] ?? 0) - (sums[block.old] ?? 0);
}

function join(alignment: Alignment, block: Block, passage: number): void {
  for (let step = 0; step < block.length; step++)
    pair(alignment, block.old + step, block.new + step, pairedByWord, passage);
}

function pair(
  { newOf, oldOf, grade, passage }: Alignment,
  o: number,
  n: number,
  how: number,
  part: number,
): void {
  newOf[o] = n;
  oldOf[n] = o;
  grade[o] = how;
  passage[o] = part;
}

/** Joins blocks off the chain that are too telling to be chance; those that follow each other closely make one passage. */
function movedPassages(
  alignment: Alignment,
  blocks: readonly Block[],
  weigh: (block: Block) => number,
): Block[][] {
  const passages: Block[][] = [];
  const parts = blocks
    .flatMap((block) => freeParts(alignment, block).map((part) => ({ block, part, weight: weigh(part) })))
    .filter(({ weight }) => weight >= movedBits)
    .sort((a, b) => b.weight - a.weight);
  const taken: Block[] = [];
  for (const { block, part } of parts) {
    if (freeParts(alignment, part)[0]?.length !== part.length || standsAtHome(alignment, part)) continue;
    const passage = toWholeLines(alignment, block, part);
    unpair(alignment, passage);
    join(alignment, passage, 1);
    taken.push(passage);
  }
  taken.sort((a, b) => a.old - b.old);
  for (const block of taken) {
    const passage = passages.at(-1);
    const last = passage?.at(-1);
    if (passage && last && follows(last, block)) passage.push(block);
    else passages.push([block]);
  }
  for (const [index, passage] of passages.entries())
    for (const block of passage) join(alignment, block, index + 1);
  return passages;
}

/**
 * Whether the same words stand where a block would have moved away from: then the other place is a copy, however telling the
 * word or two may be by which it was found.
 */
function standsAtHome({ old, new: fresh, newOf, oldOf, passage }: Alignment, block: Block): boolean {
  const isPlaced = (token: number) => newOf[token] !== -1 && passage[token] === 0;
  let before = block.old - 1;
  while (before >= 0 && !isPlaced(before)) before--;
  let behind = block.old + block.length;
  while (behind < old.count && !isPlaced(behind)) behind++;
  const first = before < 0 ? 0 : (newOf[before] ?? 0) + 1;
  const end = behind < old.count ? (newOf[behind] ?? 0) : fresh.count;
  const length = Math.min(block.length, mostCompared);
  const middle = block.old + ((block.length - length) >> 1);
  const isThere = (at: number) => {
    for (let step = 0; step < length; step++)
      if (fresh.ids[at + step] !== old.ids[middle + step] || oldOf[at + step] !== -1) return false;
    return true;
  };
  const own = block.new + middle - block.old;
  for (let at = first; at + length <= end; at++) if (at !== own && isThere(at)) return true;
  return false;
}

/** So many words from the middle of a block tell whether it is there. */
const mostCompared = 12;

/**
 * The part of a block that moved, with the rest of its first and its last paragraph, or else line: the words at its edges
 * may have been taken for their like in the text that it left or came to, but people move whole paragraphs.
 */
function toWholeLines({ old, new: fresh }: Alignment, block: Block, part: Block): Block {
  const opening = (step: number) =>
    Math.max(fresh.opens[block.new + step] ?? 0, old.opens[block.old + step] ?? 0);
  const from = part.old - block.old;
  const to = from + part.length;
  const first = [paragraphOpens, lineOpens].map(startFrom).find((at) => at >= 0) ?? from;
  let end = to;
  while (end < block.length && opening(end) < lineOpens) end++;
  if (end === block.length && opening(end) < lineOpens) end = to;

  /** The nearest place at or before the part that opens something; -1 when there is none in the block. */
  function startFrom(least: number): number {
    let at = from;
    while (at >= 0 && opening(at) < least) at--;
    return at;
  }
  return { old: block.old + first, new: block.new + first, length: end - first };
}

/** Frees the tokens of a block on either side. */
function unpair({ newOf, oldOf, grade }: Alignment, block: Block): void {
  for (let step = 0; step < block.length; step++) {
    const there = newOf[block.old + step] ?? -1;
    if (there >= 0) oldOf[there] = -1;
    const here = oldOf[block.new + step] ?? -1;
    if (here >= 0) {
      newOf[here] = -1;
      grade[here] = 0;
    }
  }
}

/** How many tokens may differ between two blocks of one moved passage. */
const mostBetween = 40;

function follows(last: Block, block: Block): boolean {
  const oldGap = block.old - last.old - last.length;
  const newGap = block.new - last.new - last.length;
  return oldGap >= 0 && newGap >= 0 && oldGap <= mostBetween && newGap <= mostBetween;
}

/** The runs of a block in which no token on either side has a partner yet. */
function freeParts({ newOf, oldOf }: Alignment, block: Block): Block[] {
  const parts: Block[] = [];
  let start = 0;
  for (let step = 0; step <= block.length; step++) {
    if (step < block.length && newOf[block.old + step] === -1 && oldOf[block.new + step] === -1) continue;
    if (step > start) parts.push({ old: block.old + start, new: block.new + start, length: step - start });
    start = step + 1;
  }
  return parts;
}

function gapsBetween(chain: readonly Block[], window: Window): Window[] {
  const gaps: Window[] = [];
  let { oldFrom, newFrom } = window;
  for (const block of [...chain, { old: window.oldTo, new: window.newTo, length: 0 }]) {
    if (oldFrom < block.old && newFrom < block.new)
      gaps.push({ oldFrom, oldTo: block.old, newFrom, newTo: block.new });
    oldFrom = block.old + block.length;
    newFrom = block.new + block.length;
  }
  return gaps;
}

function gapsInside(passage: readonly Block[]): Window[] {
  const first = passage[0];
  const last = passage.at(-1);
  if (!first || !last) return [];
  return gapsBetween(passage, {
    oldFrom: first.old,
    oldTo: last.old + last.length,
    newFrom: first.new,
    newTo: last.new + last.length,
  });
}

/** A gap of this size is aligned at once; a larger one is first cut up by seeds that are unique in it. */
const smallCells = 3_000;

interface Filler {
  readonly alignment: Alignment;
  readonly weigh: (block: Block) => number;
  readonly words: readonly string[];
}

/** Finds partners in a gap. `level` is the index of the longest seed that is still worth a try. */
function fill(filler: Filler, window: Window, passage: number, level = 0): void {
  const { alignment, weigh, words } = filler;
  const cells = (window.oldTo - window.oldFrom) * (window.newTo - window.newFrom);
  for (let next = level; cells > smallCells && next < gapSeeds.length; next++) {
    const size = gapSeeds[next] ?? 1;
    if (size < 3 && cells <= mostCells) break;
    const chain = atOpenings(heaviestChain(sharedBlocks(alignment, window, size), weigh), alignment);
    if (chain.length === 0) continue;
    for (const block of chain) join(alignment, block, passage);
    for (const gap of gapsBetween(chain, window)) fill(filler, gap, passage, next);
    return;
  }
  for (const { old, new: fresh, grade } of alignGap(alignment, window, words))
    pair(alignment, old, fresh, grade, passage);
}

/** The tokens of one piece that overlap a range of its text: `[from, to)`. */
export function tokensIn(
  tokens: Tokens,
  piece: number,
  start: number,
  end: number,
): { from: number; to: number } {
  let from = 0;
  let high = tokens.count;
  while (from < high) {
    const middle = (from + high) >> 1;
    const at = tokens.pieces[middle] ?? 0;
    if (at < piece || (at === piece && (tokens.ends[middle] ?? 0) <= start)) from = middle + 1;
    else high = middle;
  }
  let to = from;
  while (to < tokens.count && tokens.pieces[to] === piece && (tokens.starts[to] ?? 0) < end) to++;
  return { from, to };
}
