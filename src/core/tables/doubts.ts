import { matcher } from '../query/evaluate.ts';
import { isPlaced } from '../study/counts.ts';
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
 * @param scope absent when the table counts no quotations
 */
export function doubtSentences(
  making: Making,
  spec: Spec,
  rows: readonly (readonly Cell[])[],
  scope: Scope | undefined,
): readonly string[] {
  const { note } = making.words;
  const inReview = new Set<Quotation>();
  for (const { quotations = [] } of rows.flat())
    for (const quotation of quotations) if (quotation.anchor?.state === 'review') inReview.add(quotation);
  const lost = scope ? lostIn(making.study, spec, scope) : 0;
  return [
    ...(inReview.size > 0 ? [note.inReview(inReview.size)] : []),
    ...(lost > 0 ? [note.lost(lost)] : []),
  ];
}

function lostIn(study: Study, spec: Spec, { documents, codes, starred }: Scope): number {
  const lost = [...new Set(documents)].flatMap((document) =>
    document.quotations.filter(
      (quotation) =>
        !isPlaced(quotation) &&
        (!codes || quotation.codes.some((code) => codes.has(code))) &&
        (!starred || quotation.star === true),
    ),
  );
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
