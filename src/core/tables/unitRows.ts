import type { StudyDocument } from '../study/model.ts';
import type { ColumnSpec } from './columns.ts';
import { doubtSentences, inReviewBehind, type Scope } from './doubts.ts';
import { codesOf, type Making, noteOf, rollupSentence } from './making.ts';
import type { SpecOf } from './specKeys.ts';
import { type Cell, type Column, emptyCell, type Table } from './table.ts';
import { cellOf, totalCell, type Unit } from './unitCells.ts';
import type { Notes } from './words.ts';

/**
 * A table with a row per case or document and the columns that the spec names.
 *
 * @param leftOut a sentence for the note on what has no row
 */
export function unitTable(
  making: Making,
  spec: SpecOf<'cases' | 'documents'>,
  units: readonly Unit[],
  columns: readonly ColumnSpec[],
  leftOut?: string,
): Table {
  const rows = units.map((unit) => columns.map((column) => cellOf(making, unit, column)));
  const codes = columns.flatMap(({ measure, of }) => (isCodeMeasure(measure) ? [String(of)] : []));
  return {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: columns.map((column, index) =>
      columnOf(
        making,
        column,
        rows.map((row) => row[index] ?? emptyCell),
      ),
    ),
    rows: spec.totals ? [...rows, totalRow(making, units, columns)] : rows,
    totalRows: spec.totals ? 1 : 0,
    ...noteOf(making, spec, rows.length === 0, (notes) => [
      ...new Set(columns.map((column) => sentenceFor(making, notes, column))),
      rollupSentence(making, notes, codes),
      spec.totals && notes.totals,
      leftOut,
      ...doubtSentences(making, spec, inReviewBehind(rows), scopeOf(making, units, columns)),
    ]),
  };
}

/** The first column that has no total says what the row is. */
function totalRow(making: Making, units: readonly Unit[], columns: readonly ColumnSpec[]): readonly Cell[] {
  const cells = columns.map((column) => totalCell(making, units, column));
  const label = columns.findIndex(({ measure }) => !isTotalled(measure));
  return cells.map((cell, index) => (index === label ? { text: making.words.total } : cell));
}

function isTotalled(measure: ColumnSpec['measure']): boolean {
  return ['count', 'codings', 'share', 'mean', 'min', 'max', 'sum'].includes(measure);
}

function isCodeMeasure(measure: ColumnSpec['measure']): boolean {
  return measure === 'codings' || measure === 'share' || measure === 'quotes';
}

/** The quotations that some columns ask for; none when they are all about something else. */
function scopeOf(making: Making, units: readonly Unit[], columns: readonly ColumnSpec[]): Scope | undefined {
  const documents: readonly StudyDocument[] = units.flatMap((unit) => unit.documents);
  const countsAll = ({ measure, of }: ColumnSpec) =>
    measure === 'count' && (of === 'quotations' || of === 'codings');
  if (columns.some(countsAll)) return { documents };
  const codes = columns.flatMap(({ measure, of }) => (isCodeMeasure(measure) ? [String(of)] : []));
  return codes.length === 0 ? undefined : { documents, codes: codesOf(making, codes) };
}

function columnOf(making: Making, column: ColumnSpec, cells: readonly Cell[]): Column {
  const header = column.header ?? defaultHeader(making, column);
  if (column.measure === 'quotes') return { header, kind: 'quote' };
  const filled = cells.filter(({ text }) => text !== '');
  const isNumber = filled.length > 0 && filled.every(({ value }) => value !== undefined);
  return { header, kind: isNumber ? 'number' : 'text' };
}

function defaultHeader({ study, words }: Making, { measure, of }: ColumnSpec): string {
  const codeName = (id: string) => study.codebook.codes.get(id)?.name ?? id;
  switch (measure) {
    case 'case':
      return words.case;
    case 'document':
      return words.document;
    case 'attribute':
    case 'list':
      return of;
    case 'count':
      return words.count[of];
    case 'mean':
    case 'min':
    case 'max':
    case 'sum':
      return `${words[measure]} ${of}`;
    case 'share':
      return `${words.share} ${codeName(of)}`;
    case 'codings':
    case 'quotes':
      return codeName(of);
  }
}

function sentenceFor({ speakers }: Making, notes: Notes, { measure, of }: ColumnSpec): string | undefined {
  if (measure === 'count') {
    if (of === 'words') return notes.words[speakers];
    return of === 'speakers' ? notes.speakers[speakers] : notes[of];
  }
  if (measure === 'codings') return notes.codings;
  if (measure === 'share') return notes.share[speakers];
  return measure === 'mean' ? notes.mean : undefined;
}
