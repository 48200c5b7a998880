import { ancestorAt, codeTreeOf } from '../study/codeTree.ts';
import type { Code, Quotation } from '../study/model.ts';
import { caseOf, documentName, documentsByCase } from '../study/sources.ts';
import type { Study } from '../study/study.ts';

export type Grouping = 'theme' | 'code' | 'case' | 'document';

export interface QuotationGroup {
  /** Undefined for what has no theme, code or case. */
  readonly name: string | undefined;
  readonly quotations: readonly Quotation[];
}

/**
 * Groups quotations by case, document, code or theme: cases in the order of the study, documents by path, codes and themes in
 * the order of the code tree. What belongs nowhere comes last. A quotation with codes of two themes is in both.
 *
 * @param among the codes that matter: of the other codes of a quotation no group is made
 */
export function groupQuotations(
  study: Study,
  quotations: readonly Quotation[],
  grouping: Grouping,
  among: ReadonlySet<string>,
): readonly QuotationGroup[] {
  const groups = new Map<string | undefined, Quotation[]>();
  for (const key of keysInOrder(study, grouping)) groups.set(key, []);
  groups.set(undefined, []);
  for (const quotation of quotations) {
    for (const key of keysOf(study, quotation, grouping, among)) groups.get(key)?.push(quotation);
  }
  const nameOf = (key: string) => {
    if (grouping === 'document') return documentName(key);
    return grouping === 'case' ? key : (study.codebook.codes.get(key)?.name ?? key);
  };
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([key, members]) => ({ name: key === undefined ? undefined : nameOf(key), quotations: members }));
}

function keysInOrder(study: Study, grouping: Grouping): Iterable<string> {
  if (grouping === 'document') return study.documents.keys();
  if (grouping === 'case') return documentsByCase(study).keys();
  return codeTreeOf(study.codebook).all.map(({ id }) => id);
}

function keysOf(
  study: Study,
  quotation: Quotation,
  grouping: Grouping,
  among: ReadonlySet<string>,
): Iterable<string | undefined> {
  if (grouping === 'document') return [quotation.document];
  if (grouping === 'case') {
    const document = study.documents.get(quotation.document);
    return [document && caseOf(document)];
  }
  const codes = quotation.codes.filter((id) => among.has(id) && study.codebook.codes.has(id));
  const keys = grouping === 'code' ? codes : codes.map((id) => themeOf(study, id).id);
  return keys.length === 0 ? [undefined] : new Set(keys);
}

/** The theme that a code belongs to; a code outside any theme stands for itself. */
function themeOf(study: Study, id: string): Pick<Code, 'id'> {
  return ancestorAt(study.codebook, id, 'theme') ?? { id };
}
