import type { TextRange } from '../study/problem.ts';
import { sentenceRangeAt, wordsIn } from '../text/words.ts';

const mostPassages = 6;
/** Passages that share less of their words with the quotation, by rarity, are other text. */
const leastShared = 0.3;

/**
 * The passages of a text that share most words with some words: a window of as many words goes over the text, and the best
 * of those that do not overlap are taken, best first, cut to the words shared. Words of whole sentences find whole
 * sentences. O(words).
 */
export function alikePassages(words: string, text: string): readonly TextRange[] {
  const places = wordsIn(text);
  const there = places.map(({ start, end }) => text.slice(start, end).toLowerCase());
  const wanted = bagOf(lowerWords(words));
  const weightOf = rarityIn(there);
  const total = [...wanted].reduce((sum, [word, count]) => sum + count * weightOf(word), 0);
  const size = lowerWords(words).length;
  if (total === 0) return [];

  const inWindow = new Map<string, number>();
  let shared = 0;
  const scores: { readonly from: number; readonly score: number }[] = [];
  const add = (word: string | undefined, by: 1 | -1) => {
    const most = word === undefined ? undefined : wanted.get(word);
    if (word === undefined || most === undefined) return;
    const count = inWindow.get(word) ?? 0;
    shared += (Math.min(count + by, most) - Math.min(count, most)) * weightOf(word);
    inWindow.set(word, count + by);
  };
  for (let at = 0; at < there.length; at++) {
    add(there[at], 1);
    if (at >= size) add(there[at - size], -1);
    if (shared >= leastShared * total) scores.push({ from: Math.max(at - size + 1, 0), score: shared });
  }

  const taken: number[] = [];
  for (const { from } of scores.sort((a, b) => b.score - a.score)) {
    if (taken.some((other) => Math.abs(other - from) < size)) continue;
    taken.push(from);
    if (taken.length === mostPassages) break;
  }
  const isSentence = /^[^\p{Ll}]*\p{Lu}/u.test(words) && /[.!?…]\P{L}*$/u.test(words);
  return taken.flatMap((from) => {
    const own = places.slice(from, from + size).filter((_, index) => wanted.has(there[from + index] ?? ''));
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) return [];
    if (!isSentence) return [{ start: first.start, end: last.end }];
    const transcript = { text };
    return [
      {
        start: sentenceRangeAt(transcript, first.start).start,
        end: sentenceRangeAt(transcript, last.start).end,
      },
    ];
  });
}

/**
 * How alike a passage of a text is to some words, 0–1: the Dice coefficient of the two bags of words, each word by its
 * rarity in the text.
 */
export function likenessTo(words: string, text: string): (passage: string) => number {
  const weightOf = rarityIn(lowerWords(text));
  const sum = (list: readonly string[]) => list.reduce((total, word) => total + weightOf(word), 0);
  const wanted = lowerWords(words);
  return (passage) => {
    const found = lowerWords(passage);
    const left = bagOf(wanted);
    const shared = found.filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return count > 0;
    });
    const all = sum(wanted) + sum(found);
    return all === 0 ? 0 : (2 * sum(shared)) / all;
  };
}

/** In bits: a word that makes up one in a thousand words counts for ten. */
function rarityIn(words: readonly string[]): (word: string) => number {
  const counts = bagOf(words);
  return (word) => Math.log2(1 + words.length / (counts.get(word) ?? 1));
}

function lowerWords(text: string): readonly string[] {
  return wordsIn(text).map(({ start, end }) => text.slice(start, end).toLowerCase());
}

function bagOf(words: readonly string[]): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}
