import { matcher } from '../query/evaluate.ts';
import { isPlaced } from '../study/counts.ts';
import { derived } from '../study/derived.ts';
import type { Quotation, StudyDocument } from '../study/model.ts';
import { type Study, withDocuments, withQuotations } from '../study/study.ts';
import type { Making } from './making.ts';
import type { Spec } from './specKeys.ts';
import type { Cell } from './table.ts';

/** Which quotations a table would count, if their place were known. */
export interface Scope {
  readonly documents: readonly StudyDocument[];
  /** Only those with one of these codes. */
  readonly codes?: ReadonlySet<string>;
  readonly starred?: boolean;
}

/**
 * What a reader has to know of the quotations behind a table: how many of those counted or printed are in doubt, and how
 * many are left out since their words were not found again. Nothing where there are none.
 *
 * @param inReview how many of those counted or printed are in review
 * @param scope absent when the table counts no quotations
 */
export function doubtSentences(
  making: Making,
  spec: Spec,
  inReview: number,
  scope: Scope | undefined,
): readonly string[] {
  const { note } = making.words;
  const lost = scope ? lostIn(making.study, spec, scope) : 0;
  return [...(inReview > 0 ? [note.inReview(inReview)] : []), ...(lost > 0 ? [note.lost(lost)] : [])];
}

/** How many quotations that the cells of a table count or print are in review. */
export function inReviewBehind(rows: readonly (readonly Cell[])[]): number {
  const inReview = new Set<Quotation>();
  for (const { quotations } of rows.flat())
    for (const quotation of quotations?.() ?? [])
      if (quotation.anchor?.state === 'review') inReview.add(quotation);
  return inReview.size;
}

/** The same for a table whose cells count all of its scope, without going through every cell. */
export function inReviewWithin({ includes }: Making, scope: Scope): number {
  return unsureWithin(scope).filter((quotation) => isPlaced(quotation) && includes(quotation)).length;
}

/** The quotations of a document that are not surely where they say: few, while every table has to tell of them. */
const unsureIn = derived(({ quotations }: StudyDocument): readonly Quotation[] =>
  quotations.filter(({ anchor }) => anchor !== undefined),
);

function unsureWithin({ documents, codes, starred }: Scope): readonly Quotation[] {
  return [...new Set(documents)].flatMap((document) =>
    unsureIn(document).filter(
      (quotation) =>
        (!codes || quotation.codes.some((code) => codes.has(code))) && (!starred || quotation.star === true),
    ),
  );
}

function lostIn(study: Study, spec: Spec, scope: Scope): number {
  const lost = unsureWithin(scope).filter((quotation) => !isPlaced(quotation));
  if (lost.length === 0 || !spec.where) return lost.length;
  return lost.filter(matcher(withAllPlaced(study), spec.where.query)).length;
}

/** The study with lost quotations taken for found where they stood last: a query passes over those that are lost. */
function withAllPlaced(study: Study): Study {
  const placed = [...study.documents.values()].flatMap((document): (readonly [string, StudyDocument])[] => {
    if (document.quotations.every(isPlaced)) return [];
    const quotations = document.quotations.map((quotation) => {
      const { anchor: _, ...rest } = quotation;
      return isPlaced(quotation) ? quotation : rest;
    });
    return [[document.path, withQuotations(document, quotations)]];
  });
  return withDocuments(study, new Map(placed));
}
