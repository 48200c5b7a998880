import { quotationsOf } from '../analysis/codings.ts';
import { groupQuotations } from '../analysis/groups.ts';
import type { Quotation } from '../study/model.ts';
import { quotationRuns } from '../study/quoteStyle.ts';
import { plainOf } from '../text/runs.ts';
import { doubtSentences, inReviewBehind } from './doubts.ts';
import { codesOf, type Making, noteOf, starredFirst, warnOfReview } from './making.ts';
import type { SpecOf } from './specKeys.ts';
import type { Cell, Table } from './table.ts';

/**
 * Quotations with their sources, in groups; without `group`, or of all codes without `codes`, where the spec leaves that open.
 * The limit is that of each group. Key quotations come first, then the order of the text.
 */
export function quotationsTable(making: Making, spec: SpecOf<'quotations'>): Table {
  const { study, words } = making;
  const codes = codesOf(making, spec.codes ?? [...study.codebook.codes.keys()]);
  const isMeant = (quotation: Quotation) =>
    (spec.codes === undefined || quotation.codes.some((id) => codes.has(id))) &&
    (!spec.starred || quotation.star === true);
  const quotations = quotationsOf([...study.documents.values()], making.includes).filter(isMeant);
  const groups = spec.group
    ? groupQuotations(study, quotations, spec.group, codes)
    : [{ name: undefined, quotations }];

  const rest = { theme: words.other, case: words.noCase, document: '' };
  const rows = groups.flatMap(({ name, quotations: members }) => {
    const printed = starredFirst(members).slice(0, spec.limit);
    warnOfReview(making, printed);
    return printed.map((quotation) => [
      ...(spec.group ? [{ text: name ?? rest[spec.group] }] : []),
      quotationCell(making, quotation),
    ]);
  });
  return {
    layout: 'quotations',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: [
      ...(spec.group ? [{ header: words[spec.group], kind: 'text' as const }] : []),
      { header: words.quotation, kind: 'quote' },
    ],
    rows,
    totalRows: 0,
    ...noteOf(making, spec, rows.length === 0, () =>
      doubtSentences(making, spec, inReviewBehind(rows), {
        documents: [...study.documents.values()],
        ...(spec.codes !== undefined && { codes }),
        ...(spec.starred && { starred: true }),
      }),
    ),
  };
}

function quotationCell({ study }: Making, quotation: Quotation): Cell {
  const runs = quotationRuns(study, quotation);
  return { text: plainOf(runs), runs, quotations: () => [quotation] };
}
