import type { Quotation } from '../../../src/core/study/model.ts';
import type { TextRange } from '../../../src/core/study/problem.ts';
import { type Draft, trimmed } from './draft.ts';

/** What a method says of one quotation. */
export interface Answer {
  readonly range?: TextRange;
  /** Not sure: asks the coder. */
  readonly doubt?: boolean;
}

/** How often each kind of answer was given. */
export interface Score {
  /** Sure, and right to the character, white space at the ends aside. */
  exact: number;
  /** Sure, and wrong: the one thing that must not happen. */
  wrong: number;
  /** Sure of a place, while the quotation is gone: no better. */
  onDeleted: number;
  /** In doubt, while it is there. */
  review: number;
  /** Given up, while it is there. */
  missed: number;
  /** Those that are still there, and those that are gone. */
  there: number;
  gone: number;
}

export function emptyScore(): Score {
  return { exact: 0, wrong: 0, onDeleted: 0, review: 0, missed: 0, there: 0, gone: 0 };
}

/** Less than this share of a quotation left: then to call it lost is no mistake. */
const leastLeft = 0.25;

/** Adds one answer to a score; returns the kind of mistake, if any. */
export function count(score: Score, draft: Draft, quotation: Quotation, answer: Answer): 'wrong' | 'onDeleted' | undefined {
  const truth = draft.truthOf(quotation);
  const sure = answer.range && !answer.doubt ? trimmed(draft.text, answer.range) : undefined;
  if (truth.state === 'deleted') {
    score.gone++;
    if (!sure) return undefined;
    score.onDeleted++;
    return 'onDeleted';
  }
  score.there++;
  const right = truth.state === 'there' ? [truth.range] : truth.parts;
  if (sure) {
    if (right.some(({ start, end }) => start === sure.start && end === sure.end)) score.exact++;
    else {
      score.wrong++;
      return 'wrong';
    }
    return undefined;
  }
  const left = right.reduce((sum, { start, end }) => sum + end - start, 0);
  if (truth.state === 'split' || left < leastLeft * quotation.exact.length) {
    score.there--;
    score.gone++;
  } else if (answer.doubt) score.review++;
  else score.missed++;
  return undefined;
}
