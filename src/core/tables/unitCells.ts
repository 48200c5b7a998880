import { nothing, quotationsOf, type Tally, tallies } from '../analysis/codings.ts';
import { codedWordCount, wordCount } from '../analysis/spokenWords.ts';
import { caseAttribute, listOfTexts } from '../study/attributes.ts';
import type { StudyDocument } from '../study/model.ts';
import { settingsOf } from '../study/settings.ts';
import { attributesOf, documentName, isRespondent } from '../study/sources.ts';
import { formatNumber, localised } from '../text/notation.ts';
import { parseNumber } from '../text/numbers.ts';
import { speakerName, turnsOf } from '../text/turns.ts';
import type { ColumnSpec } from './columns.ts';
import { codesOf, countCell, type Making, percentCell, quotesCell } from './making.ts';
import { type Cell, emptyCell } from './table.ts';

/** What a row is about: a case with its documents, or one document. */
export interface Unit {
  readonly kind: 'case' | 'document';
  /** Absent for a document without a case. */
  readonly case: string | undefined;
  readonly documents: readonly StudyDocument[];
}

/** What a column of a table of cases or documents shows of a row. */
export function cellOf(making: Making, unit: Unit, column: ColumnSpec): Cell {
  const { documents } = unit;
  switch (column.measure) {
    case 'case':
      return textCell(unit.case ?? '', documents);
    case 'document':
      return textCell(documents.map(({ path }) => documentName(path)).join(', '), documents);
    case 'attribute':
      return attributeCell(making, unit, column.of);
    case 'list':
      return textCell(shown(making, distinct(valuesOf(making, unit, column.of, 'documents'))), documents);
    case 'mean':
    case 'min':
    case 'max':
    case 'sum':
      return statisticCell(making, unit, column.measure, column.of);
    case 'count':
      return counted(making, unit, column.of);
    case 'codings': {
      const { quotations, codings } = codedWith(making, unit, column.of);
      return countCell(codings, quotations);
    }
    case 'share': {
      const { study, speakers } = making;
      const { quotations } = codedWith(making, unit, column.of);
      const coded = codedWordCount(study, quotations(), speakers);
      return percentCell(making, coded, wordCount(study, documents, speakers), quotations);
    }
    case 'quotes':
      return quotesCell(making, codedWith(making, unit, column.of).quotations(), column.limit);
  }
}

function textCell(text: string, documents: readonly StudyDocument[]): Cell {
  return { text, documents: documents.map(({ path }) => path) };
}

/** The values of an attribute: those of the documents, or else the one of the case; for the case itself the reverse. */
function valuesOf(
  { study }: Making,
  unit: Unit,
  name: string,
  first: 'documents' | 'case',
): readonly string[] {
  const own = unit.documents.flatMap((document) => listOfTexts(attributesOf(document)[name]));
  const ofCase = listOfTexts(caseAttribute(study, unit.case, name));
  const [wanted, other] = first === 'documents' ? [own, ofCase] : [ofCase, own];
  return wanted.length > 0 ? wanted : other;
}

function attributeCell(making: Making, unit: Unit, name: string): Cell {
  const values = distinct(valuesOf(making, unit, name, unit.kind === 'case' ? 'case' : 'documents'));
  const [only] = values;
  const number = values.length === 1 ? parseNumber(only) : undefined;
  return {
    ...textCell(shown(making, values), unit.documents),
    ...(number !== undefined && { value: number }),
  };
}

function shown({ language, words }: Making, values: readonly string[]): string {
  return values
    .map((value) =>
      value === 'true' ? words.yes : value === 'false' ? words.no : localised(value, language),
    )
    .join(', ');
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

/**
 * The arithmetic mean, least, greatest or sum of the numbers that an attribute has in the documents of a row; the value of the
 * case where no document has one. What is no number is left out, and named.
 */
function statisticCell(making: Making, unit: Unit, statistic: Statistic, attribute: string): Cell {
  const numbers: number[] = [];
  for (const text of valuesOf(making, unit, attribute, 'documents')) {
    const number = parseNumber(text);
    if (number !== undefined) numbers.push(number);
    else {
      const row = unit.kind === 'case' ? (unit.case ?? '') : documentName(unit.documents[0]?.path ?? '');
      const message = { key: 'table.notANumber', values: { attribute, row, text } };
      making.problems.push({ severity: 'warning', message });
    }
  }
  return summed(making, numbers, statistic, unit.documents);
}

function summed(
  { language, decimals }: Making,
  numbers: readonly number[],
  statistic: Statistic,
  documents: readonly StudyDocument[],
): Cell {
  if (numbers.length === 0) return emptyCell;
  const value = statistics[statistic](numbers);
  return { ...textCell(formatNumber(value, language, decimals), documents), value };
}

/**
 * What a column shows of all rows together, in which nothing counts twice: numbers only. The mean and its like are of all the
 * values that the rows are of, not of the rows.
 */
export function totalCell(making: Making, units: readonly Unit[], column: ColumnSpec): Cell {
  const documents = distinct(units.flatMap((unit) => unit.documents));
  switch (column.measure) {
    case 'count':
    case 'codings':
    case 'share':
      return cellOf(making, { kind: 'case', case: undefined, documents }, column);
    case 'mean':
    case 'min':
    case 'max':
    case 'sum': {
      const texts = units.flatMap((unit) => valuesOf(making, unit, column.of, 'documents'));
      const numbers = texts.flatMap((text) => parseNumber(text) ?? []);
      return summed(making, numbers, column.measure, documents);
    }
    default:
      return emptyCell;
  }
}

type Statistic = 'mean' | 'min' | 'max' | 'sum';

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

const statistics = {
  mean: (numbers: readonly number[]) => sumOf(numbers) / numbers.length,
  min: (numbers: readonly number[]) => Math.min(...numbers),
  max: (numbers: readonly number[]) => Math.max(...numbers),
  sum: sumOf,
};

type Countable = Extract<ColumnSpec, { measure: 'count' }>['of'];

function counted(making: Making, { documents }: Unit, what: Countable): Cell {
  const { study, includes, speakers } = making;
  switch (what) {
    case 'documents':
      return { ...textCell(String(documents.length), documents), value: documents.length };
    case 'quotations': {
      const quotations = quotationsOf(documents, includes);
      return countCell(quotations.length, () => quotations);
    }
    case 'codings': {
      const quotations = quotationsOf(documents, includes).filter(({ codes }) => codes.length > 0);
      const codings = quotations.reduce((sum, { codes }) => sum + new Set(codes).size, 0);
      return countCell(codings, () => quotations);
    }
    case 'words': {
      const count = wordCount(study, documents, speakers);
      return { ...textCell(String(count), documents), value: count };
    }
    case 'speakers': {
      const count = new Set(documents.flatMap((document) => speakersIn(making, document))).size;
      return { ...textCell(String(count), documents), value: count };
    }
  }
}

/** Who speaks in a document. The same label in two documents, such as R, is two people, unless it is declared to be one. */
function speakersIn({ study, speakers }: Making, document: StudyDocument): readonly string[] {
  const { transcript } = document;
  if (!transcript) return [];
  return turnsOf(transcript, settingsOf(study.settings).interviewers).flatMap(({ speaker }) => {
    if (speaker === undefined) return [];
    const counts = speakers === 'all' || isRespondent(study, document, speaker);
    if (!counts) return [];
    const name = speakerName(transcript, speaker);
    return [name === speaker ? `${document.path}\n${speaker}` : name];
  });
}

function codedWith(making: Making, { documents }: Unit, code: string): Tally {
  return tallies([codesOf(making, [code])], [documents], making.includes, false)[0]?.[0] ?? nothing;
}
