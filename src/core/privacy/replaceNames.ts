import { followRange, textAfter } from '../anchoring/followRange.ts';
import type { TextEdit } from '../anchoring/textEdit.ts';
import type { Quotation } from '../study/model.ts';
import type { TextRange } from '../study/problem.ts';
import { placeOf } from '../text/place.ts';
import { fictitious } from './fictitious.ts';
import { findNames, type NameMatcher } from './findNames.ts';

/** The edits that put a pseudonym in the place of each name in a text; they do not overlap, and all count in the text before. */
export function nameEdits(text: string, matcher: NameMatcher): readonly TextEdit[] {
  return findNames(text, matcher).map((name) => ({
    start: name.start,
    end: name.end,
    text: fictitious(text, name),
  }));
}

/** A text with a pseudonym in the place of each name. */
function withoutNames(text: string, matcher: NameMatcher): string {
  return textAfter(text, nameEdits(text, matcher));
}

/**
 * A quotation after names were replaced in its transcript and in what is said of it. One that held a part of a name holds all of
 * its pseudonym, since a pseudonym has no part that stands for that part. A lost quotation has no place: its words are replaced where they are kept.
 *
 * @param after the transcript with the edits made
 */
export function quotationWithoutNames(
  quotation: Quotation,
  edits: readonly TextEdit[],
  after: string,
  matcher: NameMatcher,
): Quotation {
  const { comment, translation, anchor } = quotation;
  const clean = (text: string) => withoutNames(text, matcher);
  const said = {
    ...(comment !== undefined && { comment: clean(comment) }),
    ...(translation && {
      translation: Object.fromEntries(
        Object.entries(translation).map(([language, text]) => [language, clean(text)]),
      ),
    }),
  };
  if (anchor?.state === 'lost') {
    const { exact, prefix, suffix } = quotation;
    return { ...quotation, ...said, exact: clean(exact), prefix: clean(prefix), suffix: clean(suffix) };
  }
  const { start, end } = followRange(withWholeNames(quotation, edits), edits);
  return {
    ...quotation,
    ...said,
    ...placeOf(after, start, end),
    ...(anchor && { anchor: { ...anchor, was: clean(anchor.was) } }),
  };
}

function withWholeNames({ start, end }: TextRange, edits: readonly TextEdit[]): TextRange {
  const touched = edits.filter((edit) => edit.start < end && start < edit.end);
  return {
    start: Math.min(start, ...touched.map((edit) => edit.start)),
    end: Math.max(end, ...touched.map((edit) => edit.end)),
  };
}
