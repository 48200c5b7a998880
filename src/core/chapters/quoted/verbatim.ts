import type { Joint, QuotedWord } from './quotedWords.ts';
import type { SaidWords } from './saidWords.ts';

/** How many words of the transcript a joint may stand for. */
const longestJoint: Readonly<Record<Joint, number>> = {
  none: 0,
  ellipsis: 60,
  insertion: 12,
  omission: Number.POSITIVE_INFINITY,
};

/** Where each word of a quotation stands among those that were said. */
export type Places = Int32Array;

/**
 * Finds a quotation word for word, with gaps only where its author marked them; the first place where that is so, undefined
 * where there is none. Nearest words are taken after a gap.
 *
 * O(places of its rarest run of words × length), mostly a few steps.
 */
export function findVerbatim(said: SaidWords, words: readonly QuotedWord[]): Places | undefined {
  const ids = words.map(({ text }) => said.idOf.get(text) ?? -1);
  if (ids.length === 0 || ids.includes(-1)) return undefined;
  const runs = runsOf(words);
  const [first, ...rest] = runs;
  if (!first) return undefined;
  const places = new Int32Array(words.length);
  for (const start of occurrences(said, ids, first)) {
    place(places, first, start);
    let end = start + first.to - first.from;
    const isWhole = rest.every((run) => {
      const next = nextOccurrence(said, ids, run, end);
      if (next === undefined || next - end > longestJoint[run.joint]) return false;
      place(places, run, next);
      end = next + run.to - run.from;
      return true;
    });
    if (isWhole) return places;
  }
  return undefined;
}

/** Words with nothing between them. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly joint: Joint;
}

function runsOf(words: readonly QuotedWord[]): readonly Run[] {
  const starts = words.flatMap(({ joint }, at) => (at === 0 || joint !== 'none' ? [at] : []));
  return starts.map((from, index) => ({
    from,
    to: starts[index + 1] ?? words.length,
    joint: words[from]?.joint ?? 'none',
  }));
}

function place(places: Int32Array, run: Run, start: number): void {
  for (let at = run.from; at < run.to; at++) places[at] = start + at - run.from;
}

/** Where a run of words stands, by the places of its rarest word. */
function occurrences(said: SaidWords, ids: readonly number[], { from, to }: Run): readonly number[] {
  const rarest = rarestIn(said, ids, from, to);
  const found: number[] = [];
  for (const at of said.placesOf(ids[rarest] ?? 0)) {
    const start = at - (rarest - from);
    if (stands(said, ids, from, to, start)) found.push(start);
  }
  return found;
}

/** The first occurrence at or after a place. */
function nextOccurrence(
  said: SaidWords,
  ids: readonly number[],
  { from, to }: Run,
  least: number,
): number | undefined {
  const rarest = rarestIn(said, ids, from, to);
  const places = said.placesOf(ids[rarest] ?? 0);
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) - (rarest - from) < least) low = middle + 1;
    else high = middle;
  }
  for (; low < places.length; low++) {
    const start = (places[low] ?? 0) - (rarest - from);
    if (stands(said, ids, from, to, start)) return start;
  }
  return undefined;
}

function rarestIn(said: SaidWords, ids: readonly number[], from: number, to: number): number {
  let rarest = from;
  let least = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at++) {
    const { length } = said.placesOf(ids[at] ?? 0);
    if (length < least) [rarest, least] = [at, length];
  }
  return rarest;
}

function stands(said: SaidWords, ids: readonly number[], from: number, to: number, start: number): boolean {
  if (start < 0 || start + to - from > said.count) return false;
  for (let at = from; at < to; at++) if (said.ids[start + at - from] !== ids[at]) return false;
  return true;
}
