import { isPlaced } from './counts.ts';
import { derived } from './derived.ts';
import type { Quotation, StudyDocument } from './model.ts';
import type { TextRange } from './problem.ts';
import type { Study } from './study.ts';

/** The quotations of a document by id. */
export const quotationsById = derived(
  (document: StudyDocument): ReadonlyMap<string, Quotation> =>
    new Map(document.quotations.map((quotation) => [quotation.id, quotation])),
);

/** The quotations of a document that carry a code itself, in text order. */
const quotationsByCode = derived((document: StudyDocument): ReadonlyMap<string, readonly Quotation[]> => {
  const byCode = new Map<string, Quotation[]>();
  for (const quotation of document.quotations) {
    for (const code of quotation.codes) {
      const list = byCode.get(code);
      if (list) list.push(quotation);
      else byCode.set(code, [quotation]);
    }
  }
  return byCode;
});

/** Whether the words of a quotation are coded: it counts, and carries a code. */
export function isCoded(quotation: Quotation): boolean {
  return isPlaced(quotation) && quotation.codes.length > 0;
}

/** A quotation of a study by its id. */
export function findQuotation(study: Study, id: string): Quotation | undefined {
  for (const document of study.documents.values()) {
    const found = quotationsById(document).get(id);
    if (found) return found;
  }
  return undefined;
}

/** Those of some ids that are ids of quotations. */
export function quotationsAmong(study: Study, ids: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  if (ids.size === 0) return found;
  for (const { quotations } of study.documents.values())
    for (const { id } of quotations) if (ids.has(id)) found.add(id);
  return found;
}

/** The quotations that carry any of some codes, each once, by document and in text order. */
export function quotationsWithCodes(study: Study, codes: readonly string[]): readonly Quotation[] {
  return [...study.documents.values()].flatMap((document) => quotationsIn(document, codes));
}

/** The quotations of a document that carry any of some codes, each once, in text order. */
export function quotationsIn(document: StudyDocument, codes: readonly string[]): readonly Quotation[] {
  const byCode = quotationsByCode(document);
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return byCode.get(only) ?? [];
  const found = new Set<Quotation>();
  for (const code of codes) for (const quotation of byCode.get(code) ?? []) found.add(quotation);
  return found.size === 0 ? [] : document.quotations.filter((quotation) => found.has(quotation));
}

/**
 * The quotations that touch a range, shortest first: the one that a reader means by a caret inside several. One whose
 * words were not found again touches nothing.
 *
 * @param range UTF-16 offsets; an empty one is a caret, which touches a quotation at both its ends too
 */
export function quotationsAt(document: StudyDocument, range: TextRange): readonly Quotation[] {
  return document.quotations
    .filter(isPlaced)
    .filter(({ start, end }) =>
      range.start === range.end
        ? start <= range.start && range.start <= end
        : start < range.end && range.start < end,
    )
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

/**
 * The other quotations that carry a code of a quotation, by document and in text order: what it is compared with. One whose
 * words were not found again is not among them.
 */
export function quotationsAlike(study: Study, { id, codes }: Quotation): readonly Quotation[] {
  return quotationsWithCodes(study, codes).filter((other) => other.id !== id && isPlaced(other));
}
