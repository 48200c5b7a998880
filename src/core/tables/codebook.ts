import { casesAmong, nothing, type Tally, tallies } from '../analysis/codings.ts';
import { typesAmong } from '../analysis/sourceTypes.ts';
import { ancestorAt } from '../study/codeTree.ts';
import { isPlaced } from '../study/counts.ts';
import type { Code } from '../study/model.ts';
import { findQuotation } from '../study/quotations.ts';
import { codeRows } from './codeRows.ts';
import { doubtSentences, inReviewBehind } from './doubts.ts';
import { codesOf, countCell, type Making, noteOf, quotesCell, rollupSentence } from './making.ts';
import { codebookColumns as allColumns, type codebookColumns, type SpecOf } from './specKeys.ts';
import { type Cell, type Column, emptyCell, type Table } from './table.ts';
import type { Words } from './words.ts';

type CodebookColumn = (typeof codebookColumns)[number];

const always: ReadonlySet<CodebookColumn> = new Set(['code', 'codings', 'documents', 'cases']);
const counts: ReadonlySet<CodebookColumn> = new Set(['codings', 'documents', 'cases', 'types']);

/**
 * A row per code, in the order of the code tree. Without `columns` it has all but those texts that no code has, and the types
 * of source; with `singleType` only the codes that rest on one type.
 */
export function codebookTable(making: Making, spec: SpecOf<'codebook'>): Table {
  const { study } = making;
  const asked = codeRows(study.codebook, spec.rows ?? {});
  const codes = spec.singleType ? restingOnOneType(making, asked) : asked;
  const sets = codes.map(({ id }) => codesOf(making, [id]));
  const tally = tallies(sets, [[...study.documents.values()]], making.includes, true);
  const all = codes.map((code, index) => rowOf(making, code, tally[index]?.[0] ?? nothing));
  const columns =
    spec.columns ??
    allColumns.filter(
      (name) => name !== 'types' && (always.has(name) || all.some((row) => row[name].text !== '')),
    );
  const shown = all.map((row) => columns.map((name) => row[name]));
  const rows = spec.totals
    ? [...shown, totalRow(making, columns, tally[codes.length]?.[0] ?? nothing)]
    : shown;
  return {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: columns.map((name) => columnOf(making.words, name)),
    rows,
    totalRows: spec.totals ? 1 : 0,
    ...noteOf(making, spec, codes.length === 0, (notes) => [
      columns.includes('codings') && notes.codings,
      columns.includes('documents') && notes.documents,
      columns.includes('cases') && notes.cases,
      columns.includes('types') && notes.types,
      spec.singleType === true && notes.singleType,
      columns.some((name) => counts.has(name)) &&
        rollupSentence(
          making,
          notes,
          codes.map(({ id }) => id),
        ),
      spec.totals && notes.totals,
      ...doubtSentences(
        making,
        spec,
        inReviewBehind(rows),
        columns.some((name) => counts.has(name))
          ? { documents: [...study.documents.values()], codes: new Set(sets.flatMap((set) => [...set])) }
          : undefined,
      ),
    ]),
  };
}

function restingOnOneType(making: Making, codes: readonly Code[]): readonly Code[] {
  const { study, includes } = making;
  const sets = codes.map(({ id }) => codesOf(making, [id]));
  const tally = tallies(sets, [[...study.documents.values()]], includes, false);
  return codes.filter(
    (_, index) => typesAmong(study, (tally[index]?.[0] ?? nothing).quotations()).size === 1,
  );
}

function columnOf(words: Words, name: CodebookColumn): Column {
  if (name === 'codings' || name === 'documents') return { header: words.count[name], kind: 'number' };
  if (name === 'cases') return { header: words.cases, kind: 'number' };
  if (name === 'types') return { header: words.types, kind: 'number' };
  return { header: words[name], kind: name === 'example' ? 'quote' : 'text' };
}

function rowOf(making: Making, code: Code, tally: Tally): Readonly<Record<CodebookColumn, Cell>> {
  const { study } = making;
  const above = (level: Code['level']): Cell => ({
    text: ancestorAt(study.codebook, code.id, level)?.name ?? '',
  });
  return {
    dimension: above('dimension'),
    theme: above('theme'),
    code: { text: code.name },
    definition: { text: code.definition ?? '' },
    include: { text: code.include ?? '' },
    exclude: { text: code.exclude ?? '' },
    example: exampleOf(making, code),
    ...countsOf(making, tally),
  };
}

/** The first column of texts says what the row is. */
function totalRow(making: Making, columns: readonly CodebookColumn[], tally: Tally): readonly Cell[] {
  const numbers = countsOf(making, tally);
  const label = columns.findIndex((name) => !counts.has(name));
  return columns.map((name, index) => {
    if (name === 'codings' || name === 'documents' || name === 'cases') return numbers[name];
    return index === label ? { text: making.words.total } : emptyCell;
  });
}

function countsOf({ study }: Making, { codings, documents, quotations }: Tally) {
  return {
    codings: countCell(codings, quotations),
    documents: countCell(documents, quotations),
    cases: countCell(casesAmong(study, quotations()).size, quotations),
    types: countCell(typesAmong(study, quotations()).size, quotations),
  };
}

function exampleOf(making: Making, code: Code): Cell {
  const example = code.example === undefined ? undefined : findQuotation(making.study, code.example);
  return example && isPlaced(example) ? quotesCell(making, [example]) : emptyCell;
}
