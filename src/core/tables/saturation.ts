import { nothing, type Tally, tallies } from '../analysis/codings.ts';
import { type SaturationStep, saturation } from '../analysis/saturation.ts';
import { attributeNames, attributeOf, listOfTexts } from '../study/attributes.ts';
import type { StudyDocument } from '../study/model.ts';
import { caseOf, documentName, typeOf } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { dayOf } from '../text/dates.ts';
import { localised } from '../text/notation.ts';
import { codeRows } from './codeRows.ts';
import { doubtSentences, inReviewWithin, type Scope } from './doubts.ts';
import { codesOf, countCell, type Making, noteOf, percentCell, rollupSentence } from './making.ts';
import type { SpecOf, saturationColumns } from './specKeys.ts';
import type { Cell, Column, Table } from './table.ts';

type SaturationColumn = (typeof saturationColumns)[number];

const usual: readonly SaturationColumn[] = ['document', 'date', 'new', 'cumulative', 'share', 'codings'];

/**
 * How the codes came to light: a row per document in the order of their dates, with the codes that are new in it, how many there
 * are by then, and how large a share that is of all that were seen in the end. Documents of one date are in the order of their
 * paths; those without one come last. A code is seen where it is applied itself; with `rollup: true` also where one below it is.
 */
export function saturationTable(making: Making, spec: SpecOf<'saturation'>): Table {
  const { study, analysis } = making;
  const attribute = spec.date ?? usualDate(study);
  const dated = [...study.documents.values()]
    .filter((document) => !spec.types || spec.types.includes(typeOf(document)))
    .map((document) => ({ document, day: dayIn(study, document, attribute) }))
    .sort((a, b) => order(a.day, b.day));
  const documents = dated.map(({ document }) => document);
  const seen = { ...making, rollup: spec.rollup ?? false };
  const codes = codeRows(study.codebook, spec.rows ?? {});
  const sets = codes.map(({ id }) => codesOf(seen, [id]));
  const steps = saturation(documents, sets, making.includes);
  const total = steps.at(-1)?.seen ?? 0;

  const columns = spec.columns ?? usual;
  const rows = steps.map((step, index) => {
    const soFar = () => steps.slice(0, index + 1).flatMap(({ quotations }) => quotations());
    const fresh = freshIn(making, step, sets);
    const cells: Readonly<Record<SaturationColumn, () => Cell>> = {
      document: () => textCell(documentName(step.document.path), step),
      case: () => textCell(caseOf(step.document) ?? '', step),
      date: () => dateCell(making, step, dated[index]?.day, attribute),
      new: () => countCell(step.fresh.length, fresh.quotations),
      names: () => ({
        text: step.fresh.map((at) => codes[at]?.name ?? '').join(', '),
        quotations: fresh.quotations,
      }),
      cumulative: () => countCell(step.seen, soFar),
      share: () => percentCell(making, step.seen, total, soFar),
      codings: () => countCell(step.codings, step.quotations),
    };
    return columns.map((name) => cells[name]());
  });
  const undated = dated.filter(({ day }) => day === undefined).length;
  const scope: Scope = { documents, codes: new Set(sets.flatMap((set) => [...set])) };
  return {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: columns.map((name) => columnOf(making, name)),
    rows,
    totalRows: 0,
    ...noteOf(making, spec, rows.length === 0, (notes) => [
      analysis.note.saturation,
      undated > 0 && analysis.note.undated(undated),
      columns.includes('share') && total > 0 && analysis.note.seenShare(total),
      columns.includes('codings') && notes.codings,
      rollupSentence(
        seen,
        notes,
        codes.map(({ id }) => id),
      ),
      ...doubtSentences(making, spec, inReviewWithin(making, scope), scope),
    ]),
  };
}

/** Where the front matter of a study has the dates: the first of these names that it knows. */
function usualDate(study: Study): string {
  const names = attributeNames(study);
  return ['date', 'datum'].find((name) => names.includes(name)) ?? 'date';
}

function dayIn(study: Study, document: StudyDocument, attribute: string): string | undefined {
  const [text] = listOfTexts(attributeOf(study, document, attribute));
  return text === undefined ? undefined : dayOf(text);
}

/** By text; what is not there comes last. Documents of one day stay in the order of their paths. */
function order(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : a > b ? 1 : 0;
}

function textCell(text: string, { document }: SaturationStep): Cell {
  return { text, documents: [document.path] };
}

function dateCell(
  { study, language }: Making,
  step: SaturationStep,
  day: string | undefined,
  attribute: string,
): Cell {
  const [written = ''] = listOfTexts(attributeOf(study, step.document, attribute));
  const time = day === undefined ? Number.NaN : Date.parse(day);
  return {
    ...textCell(localised(day ?? written, language), step),
    ...(!Number.isNaN(time) && { value: time }),
  };
}

/** What was coded in a document with the codes that are new in it. */
function freshIn(making: Making, step: SaturationStep, sets: readonly ReadonlySet<string>[]): Tally {
  const codes = new Set(step.fresh.flatMap((index) => [...(sets[index] ?? [])]));
  return tallies([codes], [[step.document]], making.includes, false)[0]?.[0] ?? nothing;
}

function columnOf({ words, analysis }: Making, name: SaturationColumn): Column {
  switch (name) {
    case 'document':
    case 'case':
      return { header: words[name], kind: 'text' };
    case 'codings':
      return { header: words.count.codings, kind: 'number' };
    case 'date':
    case 'names':
      return { header: analysis.saturation[name], kind: 'text' };
    default:
      return { header: analysis.saturation[name], kind: 'number' };
  }
}
