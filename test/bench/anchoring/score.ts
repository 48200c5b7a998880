import { similarity } from '../../../src/core/anchoring/similarity.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import type { TextRange } from '../../../src/core/study/problem.ts';
import { type Draft, ofWords, trimmed } from './draft.ts';

/** What a method says of one quotation. */
export interface Answer {
  readonly range?: TextRange;
  /** Not sure: asks the coder. */
  readonly doubt?: boolean;
}

/** How often each kind of answer was given. */
export interface Score {
  /** Sure, and right to the character, white space and marks at the ends aside. */
  exact: number;
  /** Sure, and wrong: the one thing that must not happen. */
  wrong: number;
  /** Sure of a place, while the quotation is gone: no better. */
  onDeleted: number;
  /** In doubt, while it is there. */
  review: number;
  /** Given up, while it is there. */
  missed: number;
  /** In doubt or given up, while parts of it are in different places. */
  split: number;
  /** Those that are still there, and those that are gone. */
  there: number;
  gone: number;
}

export function emptyScore(): Score {
  return { exact: 0, wrong: 0, onDeleted: 0, review: 0, missed: 0, split: 0, there: 0, gone: 0 };
}

/** With less than this share of its words left, the same or alike, a quotation is gone. */
const leastLeft = 0.25;

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** How much of a quotation's words are in what became of it, the same or alike, by length. */
function shareLeft(exact: string, left: string): number {
  const words = exact.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const now = left.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const same = words.filter((word) => now.some((other) => other === word || similarity(other, word) > 0));
  const length = (list: readonly string[]) => list.reduce((sum, word) => sum + word.length, 0);
  return words.length === 0 ? 1 : length(same) / length(words);
}

/** Adds one answer to a score; returns the kind of mistake, if any. */
export function count(
  score: Score,
  draft: Draft,
  quotation: Quotation,
  answer: Answer,
): 'wrong' | 'onDeleted' | undefined {
  const truth = draft.truthOf(quotation);
  const sure = answer.range && !answer.doubt ? trimmed(draft.text, answer.range) : undefined;
  if (truth.state === 'deleted') {
    score.gone++;
    if (!sure) return undefined;
    score.onDeleted++;
    return 'onDeleted';
  }
  const right = truth.state === 'there' ? [truth.range] : truth.parts;
  const left = right.map(({ start, end }) => draft.text.slice(start, end)).join(' ');
  const isGone = shareLeft(quotation.exact, left) < leastLeft;
  if (isGone && !sure) {
    score.gone++;
    return undefined;
  }
  score.there++;
  if (sure) {
    const same = spaced(draft.text.slice(sure.start, sure.end)) === spaced(quotation.exact);
    const words = ofWords(draft.text, sure);
    const isRight = right.some((range) => {
      const { start, end } = ofWords(draft.text, range);
      return (
        (start === words.start && end === words.end) || (same && words.start <= start && end <= words.end)
      );
    });
    if (isRight) score.exact++;
    else score.wrong++;
    return isRight ? undefined : 'wrong';
  }
  if (truth.state === 'split') score.split++;
  else if (answer.doubt) score.review++;
  else score.missed++;
  return undefined;
}
