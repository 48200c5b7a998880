import { derived } from '../study/derived.ts';
import type { Quotation, StudyDocument } from '../study/model.ts';
import type { Transcript } from '../text/transcript.ts';
import { wordsIn } from '../text/words.ts';
import { firstAtLeast } from './bisect.ts';
import type { Proximity } from './query.ts';
import type { Selection } from './selection.ts';

const wordStartsOf = derived((transcript: Transcript) => wordsIn(transcript.text).map(({ start }) => start));

/**
 * The quotations of `left` that stand so to at least one of `right`; see `Proximity` for what each means. Quotations are
 * sorted by start, so each relation needs only a running extreme of the ends of `right`: O(n log n).
 *
 * @param words for `near`: how many words may start between the two
 */
export function related(
  document: StudyDocument,
  proximity: Proximity,
  words: number,
  left: Selection,
  right: Selection,
): Selection {
  const { quotations } = document;
  const others = quotations.filter((_, index) => right[index]);
  const result = new Uint8Array(quotations.length);
  if (others.length === 0) return result;
  const isRelated = relationTo(others, proximity, words, document.transcript);
  for (const [index, quotation] of quotations.entries()) {
    if (left[index] && isRelated(quotation)) result[index] = 1;
  }
  return result;
}

function relationTo(
  others: readonly Quotation[],
  proximity: Proximity,
  words: number,
  transcript: Transcript | undefined,
): (quotation: Quotation) => boolean {
  const starts = others.map((other) => other.start);
  const ends = others.map((other) => other.end);
  /** The furthest end among the first so many others. */
  const furthestEnd = runningMost(ends);
  const lastStart = starts.at(-1) ?? Number.NEGATIVE_INFINITY;
  const sortedEnds = ends.toSorted((a, b) => a - b);

  const overlaps = ({ start, end }: Quotation) => (furthestEnd[firstAtLeast(starts, end) - 1] ?? -1) > start;
  switch (proximity) {
    case 'within':
      return ({ start, end }) => (furthestEnd[firstAtLeast(starts, start + 1) - 1] ?? -1) >= end;
    case 'encloses': {
      const nearestEnd = runningMost(ends.toReversed().map((end) => -end)).toReversed();
      return ({ start, end }) => -(nearestEnd[firstAtLeast(starts, start)] ?? -Infinity) <= end;
    }
    case 'overlaps':
      return overlaps;
    case 'follows':
      return ({ start }) => (sortedEnds[0] ?? Infinity) <= start;
    case 'precedes':
      return ({ end }) => lastStart >= end;
    case 'near': {
      const wordStarts = transcript ? wordStartsOf(transcript) : [];
      const wordsBetween = (from: number, to: number) =>
        transcript ? firstAtLeast(wordStarts, to) - firstAtLeast(wordStarts, from) : Infinity;
      return (quotation) => {
        if (overlaps(quotation)) return true;
        const endBefore = sortedEnds[firstAtLeast(sortedEnds, quotation.start + 1) - 1];
        if (endBefore !== undefined && wordsBetween(endBefore, quotation.start) <= words) return true;
        const startAfter = starts[firstAtLeast(starts, quotation.end)];
        return startAfter !== undefined && wordsBetween(quotation.end, startAfter) <= words;
      };
    }
  }
}

function runningMost(numbers: readonly number[]): number[] {
  let most = Number.NEGATIVE_INFINITY;
  return numbers.map((number) => {
    most = Math.max(most, number);
    return most;
  });
}
