import type { Sides, Window } from './seeds.ts';
import { mayBeAlike, similarity, withLetters } from './similarity.ts';

/** How a token came by its partner. */
const pairedByPlace = 1;
export const pairedBySimilarity = 2;
export const pairedByWord = 3;

/** Above this many cells a gap is not aligned: what stands in it is another text. */
export const mostCells = 400_000;

/** What it costs, in bits, to leave out tokens of one side; keeps chance matches of small words from scattering. */
const openingCost = 5;
const goingOnCost = 0.02;
/** Two different words in the same place are rather one word replaced than one deleted and one inserted. */
const replacementCost = 1.5;

export interface Pair {
  readonly old: number;
  readonly new: number;
  readonly grade: number;
}

/** Rarity of a token by id, and what each old token says of where it is. */
interface Weighed extends Sides {
  readonly bits: Float64Array;
  readonly evidence: Float64Array;
}

/**
 * Aligns the two sides of a gap between blocks, word by word: the pairs with the greatest sum of rarity, less the cost
 * of what is left out. Words that are alike pair too, and so do different words that replace each other.
 *
 * Global alignment with affine gap costs; leaving out new text is free where the old text is unknown, between pieces.
 * O(cells), of which `mostCells` at most.
 *
 * @see Gotoh (1982), An improved algorithm for matching biological sequences
 */
export function alignGap(sides: Weighed, window: Window, words: readonly string[]): Pair[] {
  const { old, new: fresh, newOf, oldOf, bits, evidence } = sides;
  const rows = window.oldTo - window.oldFrom;
  const columns = window.newTo - window.newFrom;
  if (rows <= 0 || columns <= 0 || rows * columns > mostCells) return [];
  const alike = alikeWords(sides, window, words);
  const width = columns + 1;
  const trace = new Uint8Array((rows + 1) * width);
  let pair = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  let without = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  let added = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  let nextPair = new Float64Array(width);
  let nextWithout = new Float64Array(width);
  let nextAdded = new Float64Array(width);

  const opening = (row: number) => (isHole(sides, window.oldFrom + row) ? 0 : openingCost);
  pair[0] = 0;
  for (let column = 1; column <= columns; column++) {
    added[column] = -opening(0) - goingOnCost * (column - 1);
    trace[column] = column > 1 ? inAdded << 4 : inPair << 4;
  }
  for (let row = 1; row <= rows; row++) {
    const o = window.oldFrom + row - 1;
    const open = opening(row);
    const oldId = old.ids[o] ?? -1;
    const oldFree = newOf[o] === -1;
    nextPair[0] = Number.NEGATIVE_INFINITY;
    nextAdded[0] = Number.NEGATIVE_INFINITY;
    nextWithout[0] = -openingCost - goingOnCost * (row - 1);
    trace[row * width] = row > 1 ? inWithout << 2 : inPair << 2;
    for (let column = 1; column <= columns; column++) {
      const n = window.newFrom + column - 1;
      let score = Number.NEGATIVE_INFINITY;
      if (oldFree && oldOf[n] === -1) {
        const newId = fresh.ids[n] ?? -2;
        score =
          oldId === newId
            ? (evidence[o] ?? 0)
            : (alike?.get(oldId * words.length + newId) ?? 0) * Math.min(bits[oldId] ?? 0, 10) -
              replacementCost;
      }
      let at = column - 1;
      let best = pair[at] ?? 0;
      let fromPair = inPair;
      if ((without[at] ?? 0) > best) {
        best = without[at] ?? 0;
        fromPair = inWithout;
      }
      if ((added[at] ?? 0) > best) {
        best = added[at] ?? 0;
        fromPair = inAdded;
      }
      nextPair[column] = best + score;

      best = (pair[column] ?? 0) - openingCost;
      let fromWithout = inPair;
      if ((without[column] ?? 0) - goingOnCost >= best) {
        best = (without[column] ?? 0) - goingOnCost;
        fromWithout = inWithout;
      }
      if ((added[column] ?? 0) - openingCost > best) {
        best = (added[column] ?? 0) - openingCost;
        fromWithout = inAdded;
      }
      nextWithout[column] = best;

      at = column - 1;
      best = (nextPair[at] ?? 0) - open;
      let fromAdded = inPair;
      if ((nextAdded[at] ?? 0) - goingOnCost >= best) {
        best = (nextAdded[at] ?? 0) - goingOnCost;
        fromAdded = inAdded;
      }
      if ((nextWithout[at] ?? 0) - open > best) {
        best = (nextWithout[at] ?? 0) - open;
        fromAdded = inWithout;
      }
      nextAdded[column] = best;
      trace[row * width + column] = fromPair | (fromWithout << 2) | (fromAdded << 4);
    }
    [pair, nextPair] = [nextPair, pair];
    [without, nextWithout] = [nextWithout, without];
    [added, nextAdded] = [nextAdded, added];
  }

  const ends = [pair[columns] ?? 0, without[columns] ?? 0, added[columns] ?? 0];
  let state = ends.indexOf(Math.max(...ends));
  const pairs: Pair[] = [];
  let row = rows;
  let column = columns;
  while (row > 0 || column > 0) {
    const step = trace[row * width + column] ?? 0;
    if (state === inPair) {
      if (row === 0 || column === 0) break;
      const o = window.oldFrom + --row;
      const n = window.newFrom + --column;
      const oldId = old.ids[o] ?? -1;
      const newId = fresh.ids[n] ?? -2;
      const grade =
        oldId === newId
          ? pairedByWord
          : alike?.has(oldId * words.length + newId)
            ? pairedBySimilarity
            : pairedByPlace;
      pairs.push({ old: o, new: n, grade });
      state = step & 3;
    } else if (state === inWithout) {
      state = (step >> 2) & 3;
      row--;
    } else {
      state = (step >> 4) & 3;
      column--;
    }
  }
  return pairs.reverse();
}

const inPair = 0;
const inWithout = 1;
const inAdded = 2;

/** Whether unknown text lies before an old token. */
function isHole({ old }: Sides, at: number): boolean {
  return at === 0 || at >= old.count || old.pieces[at] !== old.pieces[at - 1];
}

/** Words of the two sides that are alike, of those that the other side does not have itself: by `old id × words + new id`. */
function alikeWords(
  { old, new: fresh, newOf, oldOf }: Sides,
  { oldFrom, oldTo, newFrom, newTo }: Window,
  words: readonly string[],
): ReadonlyMap<number, number> | undefined {
  const olds = new Set<number>();
  const news = new Set<number>();
  for (let at = oldFrom; at < oldTo; at++) if (newOf[at] === -1) olds.add(old.ids[at] ?? 0);
  for (let at = newFrom; at < newTo; at++) if (oldOf[at] === -1) news.add(fresh.ids[at] ?? 0);
  let alike: Map<number, number> | undefined;
  const others = [...news].filter((b) => !olds.has(b)).map((b) => withLetters(b, words[b] ?? ''));
  for (const a of olds) {
    const one = withLetters(a, words[a] ?? '');
    if (news.has(a) || one.word.length < 2) continue;
    for (const other of others) {
      if (!mayBeAlike(one, other)) continue;
      const b = other.id;
      const share = similarity(one.word, other.word);
      if (share <= 0) continue;
      alike ??= new Map();
      alike.set(a * words.length + b, share);
    }
  }
  return alike;
}
