import { type Cooccurrence, coefficientOf, cooccurrences } from '../analysis/cooccurrence.ts';
import type { Code } from '../study/model.ts';
import { formatNumber } from '../text/notation.ts';
import { codeRows, levelOf } from './codeRows.ts';
import { doubtSentences, inReviewWithin, type Scope } from './doubts.ts';
import { codesOf, countCell, type Making, noteOf, rollupSentence } from './making.ts';
import type { CodeRows, cooccurrenceCells, SpecOf } from './specKeys.ts';
import { type Cell, type Column, emptyCell, type Table } from './table.ts';

type CellKind = (typeof cooccurrenceCells)[number];

const usualRows: CodeRows = { level: 'theme' };

/**
 * Codes against codes: how often they occur together, or the coefficient of that (see `coefficientOf`), or both. A code against
 * itself, or against one that counts with it, would be together with it always: such a cell stays empty.
 */
export function cooccurrenceTable(making: Making, spec: SpecOf<'cooccurrence'>): Table {
  const { study, words, analysis } = making;
  const kind = spec.cell ?? 'count';
  const rowCodes = codeRows(study.codebook, spec.rows ?? usualRows);
  const columnCodes = spec.columns ? codeRows(study.codebook, spec.columns) : rowCodes;
  const setsOf = (codes: readonly Code[]) => codes.map(({ id }) => codesOf(making, [id]));
  const rowSets = setsOf(rowCodes);
  const columnSets = spec.columns ? setsOf(columnCodes) : rowSets;
  const documents = [...study.documents.values()];
  const occurring = cooccurrences(rowSets, columnSets, documents, making.includes);

  const isOfItself = (row: number, column: number) =>
    rowSets[row]?.has(columnCodes[column]?.id ?? '') || columnSets[column]?.has(rowCodes[row]?.id ?? '');
  const cells = rowCodes.map((_, row) =>
    columnCodes.map((_, column) =>
      isOfItself(row, column) ? emptyCell : cellOf(making, kind, occurring(row, column)),
    ),
  );
  const scope: Scope = { documents, codes: new Set([...rowSets, ...columnSets].flatMap((set) => [...set])) };
  return {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: [
      { header: words[levelOf(rowCodes)], kind: 'text' },
      ...columnCodes.map(({ name }): Column => ({ header: name, kind: 'number' })),
    ],
    rows: rowCodes.map(({ name }, row) => [{ text: name }, ...(cells[row] ?? [])]),
    totalRows: 0,
    ...noteOf(making, spec, rowCodes.length === 0 || columnCodes.length === 0, (notes) => [
      analysis.note.cooccurrence,
      kind !== 'count' && analysis.note.coefficient,
      kind === 'both' && analysis.note.both,
      cells.some((row) => row.some(({ text }) => text.includes(flag))) && analysis.note.flagged,
      rollupSentence(
        making,
        notes,
        [...rowCodes, ...columnCodes].map(({ id }) => id),
      ),
      cells.some((row) => row.includes(emptyCell)) && analysis.note.ofItself,
      ...doubtSentences(making, spec, inReviewWithin(making, scope), scope),
    ]),
  };
}

const flag = '*';

function cellOf(making: Making, kind: CellKind, one: Cooccurrence): Cell {
  const count = countCell(one.together, one.quotations);
  if (kind === 'count') return count;
  const { text, value } = coefficientText(making, one);
  if (kind === 'both') return { ...count, text: text === '' ? count.text : `${count.text} (${text})` };
  return { text, ...(value !== undefined && { value }), quotations: one.quotations };
}

/** Empty where neither code was applied. */
function coefficientText({ language, decimals }: Making, one: Cooccurrence) {
  const value = coefficientOf(one);
  if (value !== undefined)
    return { text: `${formatNumber(value, language, decimals, 2)}${value > 1 ? flag : ''}`, value };
  return { text: one.together > 0 ? `–${flag}` : '', value };
}
