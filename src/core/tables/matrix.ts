import { casesAmong, nothing, type Tally, tallies } from '../analysis/codings.ts';
import { codedWordCount } from '../analysis/spokenWords.ts';
import { attributeOf, listOfTexts } from '../study/attributes.ts';
import type { StudyDocument } from '../study/model.ts';
import { caseOf, documentName, documentsByCase } from '../study/sources.ts';
import { localised } from '../text/notation.ts';
import { codeRows, levelOf } from './codeRows.ts';
import { doubtSentences, inReviewBehind, inReviewWithin, type Scope } from './doubts.ts';
import { frameworkCell, usualLimit } from './framework.ts';
import {
  codesOf,
  countCell,
  type Making,
  noteOf,
  percentCell,
  quotesCell,
  rollupSentence,
} from './making.ts';
import type { MatrixColumns, matrixCells, SpecOf } from './specKeys.ts';
import { type Cell, type Column, emptyCell, type Table } from './table.ts';
import { transposed } from './transpose.ts';
import type { Notes, Words } from './words.ts';

type CellKind = (typeof matrixCells)[number];

/** Codes set against cases, documents or the values of an attribute. */
export function matrixTable(making: Making, spec: SpecOf<'matrix'>): Table | undefined {
  const kind = spec.cell ?? 'codings';
  if (refused(making, spec, kind)) return undefined;
  const { study, words } = making;
  const codes = codeRows(study.codebook, spec.rows ?? { level: 'theme' });
  const groups = columnGroups(making, spec.columns ?? 'cases');
  const sets = codes.map(({ id }) => codesOf(making, [id]));
  const tally = tallies(
    sets,
    groups.map(({ documents }) => documents),
    making.includes,
    spec.totals === true || spec.percent !== undefined || kind === 'present',
  );

  const last = { row: codes.length, column: groups.length };
  const values = tally.map((row) => row.map((one) => amountOf(making, kind, one)));
  const cells = (kind === 'present' ? presence(values) : values).map((row, index) =>
    row.map((value, column) => ({ value, tally: tally[index]?.[column] ?? nothing })),
  );
  const valueAt = (row: number, column: number) => cells[row]?.[column]?.value ?? 0;
  const cellAt = (row: number, column: number): Cell => {
    const cell = cells[row]?.[column];
    if (!cell) return emptyCell;
    const { quotations } = cell.tally;
    if (kind === 'quotes') return quotesCell(making, quotations(), spec.limit);
    const code = codes[row];
    if (kind === 'summary' && code)
      return frameworkCell(making, code, groups[column]?.case, cell.tally, spec.limit);
    if (spec.percent === undefined) {
      const isMark = kind === 'present' && row < last.row && column < last.column;
      return { ...countCell(cell.value, quotations), ...(isMark && { text: cell.value > 0 ? 'x' : '' }) };
    }
    const whole = valueAt(
      spec.percent === 'row' ? row : last.row,
      spec.percent === 'column' ? column : last.column,
    );
    return percentCell(making, cell.value, whole, quotations);
  };

  const scope: Scope = {
    documents: groups.flatMap(({ documents }) => documents),
    codes: new Set(sets.flatMap((set) => [...set])),
  };
  // A cell that prints quotations may leave some out, and a percentage of no words or no cases has none behind it.
  const countsAll = kind !== 'quotes' && !(spec.percent && (kind === 'words' || kind === 'cases'));
  const shownColumns = groups.length + (spec.totals ? 1 : 0);
  const headers = [...codes.map(({ name }) => name), ...(spec.totals ? [words.total] : [])];
  const rows = headers.map((name, row) => [
    { text: name },
    ...Array.from({ length: shownColumns }, (_, column) => cellAt(row, column)),
  ]);
  const columnKind: Column['kind'] =
    kind === 'quotes' || kind === 'summary' ? 'quote' : kind === 'present' ? 'text' : 'number';
  const corner = words[levelOf(codes)];
  const table: Table = {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: [
      { header: corner, kind: 'text' },
      ...groups.map(({ header }): Column => ({ header, kind: columnKind })),
      ...(spec.totals ? [{ header: words.total, kind: 'number' as const }] : []),
    ],
    rows,
    totalRows: spec.totals ? 1 : 0,
    ...noteOf(making, spec, codes.length === 0 || groups.length === 0, (notes) => [
      unitSentence(making, notes, kind),
      kind === 'summary' && making.analysis.note.bestQuotations(spec.limit ?? usualLimit),
      spec.percent && notes.percent[spec.percent],
      rollupSentence(
        making,
        notes,
        codes.map(({ id }) => id),
      ),
      spec.totals && kind !== 'present' && notes.totals,
      ...doubtSentences(
        making,
        spec,
        countsAll ? inReviewWithin(making, scope) : inReviewBehind(rows),
        scope,
      ),
    ]),
  };
  return spec.transpose ? transposed(table, headerOf(words, spec.columns ?? 'cases')) : table;
}

/** What the columns are, for the header above them once they are rows. */
function headerOf(words: Words, columns: MatrixColumns): string {
  if (columns === 'cases') return words.case;
  return columns === 'documents' ? words.document : columns.attribute;
}

function refused({ problems }: Making, spec: SpecOf<'matrix'>, kind: CellKind): boolean {
  const refuse = (key: string, at: string, values = {}) => {
    const range = spec.ranges.get(at);
    problems.push({ severity: 'error', message: { key, values }, ...(range && { range }) });
    return true;
  };
  if (kind === 'summary' && spec.columns !== undefined && spec.columns !== 'cases')
    return refuse('table.summariesOfCases', 'columns');
  if (kind !== 'quotes' && kind !== 'present' && kind !== 'summary') return false;
  if (spec.percent !== undefined) return refuse('table.nothingToCount', 'percent', { cell: kind });
  return (
    kind !== 'present' && spec.totals === true && refuse('table.nothingToCount', 'totals', { cell: kind })
  );
}

interface Group {
  readonly header: string;
  /** The name of the case, where the columns are cases. */
  readonly case?: string;
  readonly documents: readonly StudyDocument[];
}

/** The columns: a document of several values is in several; one without a case or value in a last one of its own. */
function columnGroups({ study, language, words }: Making, columns: MatrixColumns): readonly Group[] {
  const all = [...study.documents.values()];
  if (columns === 'documents')
    return all.map((one) => ({ header: documentName(one.path), documents: [one] }));
  const groups = new Map<string, StudyDocument[]>();
  if (columns === 'cases') for (const name of documentsByCase(study).keys()) groups.set(name, []);
  const rest: StudyDocument[] = [];
  for (const document of all) {
    const values =
      columns === 'cases'
        ? listOf(caseOf(document))
        : listOfTexts(attributeOf(study, document, columns.attribute));
    if (values.length === 0) rest.push(document);
    for (const value of new Set(values)) groups.set(value, [...(groups.get(value) ?? []), document]);
  }
  const named = [...groups];
  if (columns !== 'cases') named.sort(([a], [b]) => collator.compare(a, b) || (a < b ? -1 : 1));
  const found = named.map(([value, documents]) => ({
    header: columns === 'cases' ? value : localised(value, language),
    documents,
    ...(columns === 'cases' && { case: value }),
  }));
  const header = columns === 'cases' ? words.noCase : words.noValue;
  return rest.length === 0 ? found : [...found, { header, documents: rest }];
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const listOf = (value: string | undefined) => (value === undefined ? [] : [value]);

function amountOf(
  { study, speakers }: Making,
  kind: CellKind,
  { codings, documents, quotations }: Tally,
): number {
  switch (kind) {
    case 'codings':
    case 'present':
      return codings;
    case 'documents':
      return documents;
    case 'cases':
      return casesAmong(study, quotations()).size;
    case 'words':
      return codedWordCount(study, quotations(), speakers);
    default:
      return quotations().length;
  }
}

/** Marks of what is present, and as totals the number of marks in each row, each column and the whole. */
function presence(counts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const marks = counts.slice(0, -1).map((row) => row.slice(0, -1).map(Math.sign));
  const withTotal = (row: readonly number[]) => [...row, row.reduce((sum, mark) => sum + mark, 0)];
  const columns = (counts[0] ?? [])
    .slice(0, -1)
    .map((_, column) => marks.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return [...marks, columns].map(withTotal);
}

function unitSentence({ speakers, analysis }: Making, notes: Notes, kind: CellKind): string | undefined {
  if (kind === 'words') return notes.words[speakers];
  if (kind === 'summary') return `${analysis.note.summary} ${notes.codings}`;
  return kind === 'quotes' ? undefined : notes[kind];
}
