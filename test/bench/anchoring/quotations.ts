import type { Quotation } from '../../../src/core/study/model.ts';
import type { TextRange } from '../../../src/core/study/problem.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { trimmed } from './draft.ts';
import type { Random } from './random.ts';

/**
 * Quotations as researchers make them: sentences, parts of them, several at once, whole paragraphs, and some that are
 * no more than a few words, be it a stock answer or the name of a speaker.
 */
export function someQuotations(text: string, count: number, random: Random): Quotation[] {
  const sentences = rangesOf(text, /[^\n]+?(?:[.!?]+(?=\s)|\n|$)/gm).filter(isSpeech);
  const words = rangesOf(text, /[\p{L}\p{N}'’]+/gu);
  const paragraphs = rangesOf(text, /[^\n]+/g).filter(isSpeech);
  /** Not a time stamp, nor the bare name of a speaker on a line of its own: few people would code these. */
  function isSpeech({ start, end }: TextRange): boolean {
    const line = text.slice(start, end);
    return !line.includes('-->') && (line.match(/\p{L}+/gu) ?? []).length > 2;
  }
  const taken = new Set<string>();
  const quotations: Quotation[] = [];
  while (quotations.length < count) {
    const kind = random.next();
    let range: TextRange;
    if (kind < 0.5) range = run(sentences, 1, random);
    else if (kind < 0.7) range = run(words, 3 + random.below(10), random);
    else if (kind < 0.85) range = run(sentences, 2 + random.below(4), random);
    else if (kind < 0.93) range = run(paragraphs, 1, random);
    else range = run(words, 1 + random.below(3), random);
    const { start, end } = trimmed(text, range);
    const key = `${start}-${end}`;
    if (start >= end || end - start > 4000 || taken.has(key)) continue;
    taken.add(key);
    quotations.push(quotationAt(text, start, end, `q${quotations.length}`));
  }
  return quotations;
}

/** Quotations that are a short answer and nothing else, as often as the text has them. */
export function shortAnswers(
  text: string,
  answers: readonly string[],
  most: number,
  random: Random,
): Quotation[] {
  const places = answers.flatMap((answer) => {
    const found: TextRange[] = [];
    for (let at = text.indexOf(answer); at >= 0; at = text.indexOf(answer, at + answer.length))
      found.push({ start: at, end: at + answer.length });
    return found;
  });
  while (places.length > most) places.splice(random.below(places.length), 1);
  return places.map(({ start, end }, index) => quotationAt(text, start, end, `q${index}`));
}

function quotationAt(text: string, start: number, end: number, id: string): Quotation {
  const at = '2024-01-01T00:00:00Z';
  return {
    id,
    document: 'a.md',
    coder: '',
    codes: [],
    created: at,
    modified: at,
    ...placeOf(text, start, end),
  };
}

function run(ranges: readonly TextRange[], length: number, random: Random): TextRange {
  const first = random.below(Math.max(1, ranges.length - length));
  const last = Math.min(ranges.length - 1, first + length - 1);
  return { start: ranges[first]?.start ?? 0, end: ranges[last]?.end ?? 0 };
}

/** The matches of a pattern, as ranges. */
export function rangesOf(text: string, pattern: RegExp): TextRange[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
}
