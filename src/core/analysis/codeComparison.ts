import { isPlaced } from '../study/counts.ts';
import type { Quotation } from '../study/model.ts';
import { documentsByCase } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { groupedBy, type QuotationGroup, quotationsAbout } from '../study/subject.ts';

/** The quotations of two codes in one case or document. */
interface ComparedGroup {
  readonly subject: QuotationGroup['subject'];
  readonly quotations: readonly [readonly Quotation[], readonly Quotation[]];
}

/** Two codes side by side. */
export interface CodeComparison {
  /** How many quotations each has, those of the codes below it included. */
  readonly counts: readonly [number, number];
  /** The quotations that carry both. */
  readonly both: ReadonlySet<Quotation>;
  /** In the order of the study; each has a quotation of one of the two at least. */
  readonly groups: readonly ComparedGroup[];
}

/**
 * Compares the quotations of two codes, those of the codes below them included, by case, or by document where the study has no
 * cases. Quotations whose words were not found again are left out.
 */
export function compareCodes(study: Study, codes: readonly [string, string]): CodeComparison {
  const about = (code: string) => quotationsAbout(study, [{ kind: 'code', code }]).filter(isPlaced);
  const [left, right] = [about(codes[0]), about(codes[1])];
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  const either = quotationsAbout(
    study,
    codes.map((code) => ({ kind: 'code', code })),
  ).filter(isPlaced);
  const by = documentsByCase(study).size > 0 ? 'case' : 'document';
  return {
    counts: [left.length, right.length],
    both: new Set(left.filter((quotation) => inRight.has(quotation))),
    groups: groupedBy(study, either, by).map(({ subject, quotations }) => ({
      subject,
      quotations: [
        quotations.filter((quotation) => inLeft.has(quotation)),
        quotations.filter((quotation) => inRight.has(quotation)),
      ],
    })),
  };
}
