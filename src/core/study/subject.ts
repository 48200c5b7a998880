import { codeTreeOf } from './codeTree.ts';
import type { Quotation } from './model.ts';
import { quotationsIn } from './quotations.ts';
import { caseOf, documentsByCase } from './sources.ts';
import type { Study } from './study.ts';

/** What quotations are asked for: those of a code, a case or a document. A case without a name: no case. */
export type Subject =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'case'; readonly name: string | undefined }
  | { readonly kind: 'document'; readonly path: string };

/**
 * The quotations of any of some subjects, each once, by document and in text order. Those of a code are those of the codes
 * below it too. One whose words were not found again is among them.
 */
export function quotationsAbout(study: Study, subjects: readonly Subject[]): readonly Quotation[] {
  const tree = codeTreeOf(study.codebook);
  const codes = new Set<string>();
  const cases = new Set<string | undefined>();
  const paths = new Set<string>();
  for (const subject of subjects) {
    if (subject.kind === 'case') cases.add(subject.name);
    else if (subject.kind === 'document') paths.add(subject.path);
    else for (const code of tree.withDescendants(subject.code)) codes.add(code.id);
  }
  const asked = [...codes];
  return [...study.documents.values()].flatMap((document) =>
    paths.has(document.path) || (cases.size > 0 && cases.has(caseOf(document)))
      ? document.quotations
      : quotationsIn(document, asked),
  );
}

/** Some quotations with what they have in common. */
export interface QuotationGroup {
  readonly subject: Extract<Subject, { readonly kind: 'case' | 'document' }>;
  readonly quotations: readonly Quotation[];
}

/**
 * Puts quotations together by their case or document, in the order of the study; those without a case come last.
 *
 * @param quotations by document and in text order, and so they stay within a group
 */
export function groupedBy(
  study: Study,
  quotations: readonly Quotation[],
  by: 'case' | 'document',
): readonly QuotationGroup[] {
  const groups = new Map<string | undefined, Quotation[]>();
  if (by === 'case') for (const name of documentsByCase(study).keys()) groups.set(name, []);
  const without: Quotation[] = [];
  for (const quotation of quotations) {
    const document = study.documents.get(quotation.document);
    const key = by === 'document' ? quotation.document : document && caseOf(document);
    const group = key === undefined ? without : groups.get(key);
    if (group) group.push(quotation);
    else groups.set(key, [quotation]);
  }
  groups.set(undefined, without);
  return [...groups].flatMap(([key, grouped]): QuotationGroup[] => {
    if (grouped.length === 0) return [];
    const subject =
      by === 'document' && key !== undefined
        ? ({ kind: 'document', path: key } as const)
        : ({ kind: 'case', name: key } as const);
    return [{ subject, quotations: grouped }];
  });
}
