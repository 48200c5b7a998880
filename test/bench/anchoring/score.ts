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
  /**
   * Sure, and right to the character, white space at the ends aside. Where words were deleted next to their like, what holds
   * the rest and reads as the quotation did is right too: no reader could tell the two apart.
   */
  exact: number;
  /** Sure, and wrong: the one thing that must not happen. */
  wrong: number;
  /** Sure of a place, while the quotation is gone: no better. */
  onDeleted: number;
  /** In doubt, while it is there. */
  review: number;
  /** Given up, while it is there. */
  missed: number;
  /** In doubt or given up, while parts of it are in different places or deleted: the coder has to look at it. */
  torn: number;
  /** Those that are still there, and those that are gone. */
  there: number;
  gone: number;
}

export function emptyScore(): Score {
  return { exact: 0, wrong: 0, onDeleted: 0, review: 0, missed: 0, torn: 0, there: 0, gone: 0 };
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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
  score.there++;
  if (sure) {
    const right = truth.state === 'split' ? truth.parts : [truth.range];
    const same = spaced(draft.text.slice(sure.start, sure.end)) === spaced(quotation.exact);
    const isRight = right.some(
      ({ start, end }) =>
        (start === sure.start && end === sure.end) || (same && sure.start <= start && end <= sure.end),
    );
    if (isRight) score.exact++;
    else score.wrong++;
    return isRight ? undefined : 'wrong';
  }
  if (truth.state !== 'there') score.torn++;
  else if (answer.doubt) score.review++;
  else score.missed++;
  return undefined;
}
