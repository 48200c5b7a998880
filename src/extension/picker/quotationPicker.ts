import { codeTreeOf } from '../../core/study/codeTree.ts';
import { isPlaced } from '../../core/study/counts.ts';
import type { Quotation } from '../../core/study/model.ts';
import { quotationText } from '../../core/study/quoteStyle.ts';
import { caseOf, documentName } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import { pickOne } from './pickOne.ts';

/** Lets the user choose one of all quotations of a study, by its words, codes, case or document; starred ones first. */
export async function pickQuotation(study: Study, title: string): Promise<Quotation | undefined> {
  const items = [...study.documents.values()].flatMap((document) =>
    document.quotations.filter(isPlaced).map((quotation) => ({
      label: `${quotation.star ? '$(star-full) ' : ''}${codeNames(study, quotation)}`,
      description: [caseOf(document), documentName(document.path)].filter(Boolean).join(' · '),
      detail: quotationText(study, quotation),
      quotation,
    })),
  );
  items.sort((a, b) => Number(b.quotation.star ?? false) - Number(a.quotation.star ?? false));
  const picked = await pickOne(items, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.quotation;
}

/** The names of the codes of a quotation, each with those above it, so that a theme finds its quotations. */
function codeNames(study: Study, quotation: Quotation): string {
  const tree = codeTreeOf(study.codebook);
  return quotation.codes
    .map((code) =>
      tree
        .pathTo(code)
        .map(({ name }) => name)
        .reverse()
        .join(' ‹ '),
    )
    .join(', ');
}
