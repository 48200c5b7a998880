import { codeTreeOf } from '../study/codeTree.ts';
import { isPlaced } from '../study/counts.ts';
import { derived } from '../study/derived.ts';
import type { Codebook, Quotation, StudyDocument } from '../study/model.ts';
import { caseOf } from '../study/sources.ts';
import type { Study } from '../study/study.ts';

/** Which quotations count, apart from those whose place was lost, which never do. */
export type Includes = (quotation: Quotation) => boolean;

/** What was coded so. */
export interface Tally {
  /** How often one of the codes was applied. */
  readonly codings: number;
  /** In how many documents. */
  readonly documents: number;
  /** The quotations, each once. Gathered only when asked for: a table has far more of them behind its cells than anybody looks at. */
  readonly quotations: () => readonly Quotation[];
}

export const nothing: Tally = { codings: 0, documents: 0, quotations: () => [] };

/** The codes that count for some codes: themselves, and with roll-up those anywhere below them. */
export function countedCodes(
  codebook: Codebook,
  ids: readonly string[],
  rollup: boolean,
): ReadonlySet<string> {
  if (!rollup) return new Set(ids);
  const tree = codeTreeOf(codebook);
  return new Set(ids.flatMap((id) => tree.withDescendants(id).map((code) => code.id)));
}

/** The quotations of some documents that count, by document and in text order. */
export function quotationsOf(documents: readonly StudyDocument[], includes: Includes): readonly Quotation[] {
  return documents.flatMap((document) => document.quotations.filter((one) => isPlaced(one) && includes(one)));
}

/** The cases that some quotations are from; a document without a case is of none. */
export function casesAmong(study: Study, quotations: readonly Quotation[]): ReadonlySet<string> {
  const cases = new Set<string>();
  for (const path of new Set(quotations.map(({ document }) => document))) {
    const document = study.documents.get(path);
    const name = document && caseOf(document);
    if (name !== undefined) cases.add(name);
  }
  return cases;
}

/** The codings of one document as numbers, which a count of many goes through far quicker than through the quotations. */
export interface CodedIn {
  /** Each code that occurs. */
  readonly codes: readonly string[];
  /** Of each quotation, where its codes start in `places`; none for a lost one. */
  readonly starts: Int32Array;
  /** Places in `codes`. */
  readonly places: readonly number[];
}

export const codedIn = derived((document: StudyDocument): CodedIn => {
  const placeOf = new Map<string, number>();
  const starts = new Int32Array(document.quotations.length + 1);
  const places: number[] = [];
  for (const [index, quotation] of document.quotations.entries()) {
    const { codes } = quotation;
    for (let at = 0; isPlaced(quotation) && at < codes.length; at++) {
      const code = codes[at] ?? '';
      if (codes.indexOf(code) < at) continue;
      const place = placeOf.get(code) ?? placeOf.size;
      placeOf.set(code, place);
      places.push(place);
    }
    starts[index + 1] = places.length;
  }
  return { codes: [...placeOf.keys()], starts, places };
});

/**
 * What was coded with any of a set of codes, for each row (set of codes) in each column (set of documents). With totals there is
 * one more row for the union of the rows and one more column for the union of the columns, in which nothing counts twice,
 * however the rows and columns overlap.
 *
 * O(codings + codes used in each document × rows and columns that each is in).
 */
export function tallies(
  rows: readonly ReadonlySet<string>[],
  columns: readonly (readonly StudyDocument[])[],
  includes: Includes,
  totals: boolean,
): readonly (readonly Tally[])[] {
  const allRows = totals ? [...rows, new Set(rows.flatMap((codes) => [...codes]))] : rows;
  const allColumns = totals ? [...columns, columns.flat()] : columns;
  const codings = allRows.map(() => new Int32Array(allColumns.length));
  const documents = allRows.map(() => new Int32Array(allColumns.length));
  const rowsOfCode = membership(allRows);
  for (const [document, inColumns] of membership(allColumns)) {
    // Worked out once for all columns that the document is in.
    const applied = codingsIn(document, rowsOfCode, allRows.length, includes);
    for (const [row, count] of applied.entries()) {
      if (count === 0) continue;
      for (const column of inColumns) {
        add(codings[row], column, count);
        add(documents[row], column, 1);
      }
    }
  }
  const quotations = once(() => gathered(allRows, allColumns, includes));
  return allRows.map((_, row) =>
    allColumns.map((_, column) => ({
      codings: codings[row]?.[column] ?? 0,
      documents: documents[row]?.[column] ?? 0,
      quotations: () => quotations()[row]?.[column] ?? [],
    })),
  );
}

function add(numbers: Int32Array | undefined, index: number, amount: number): void {
  if (numbers) numbers[index] = (numbers[index] ?? 0) + amount;
}

/** How often the codes of each row were applied in one document. Loops by index, since those by iterator take twice the time here. */
function codingsIn(
  document: StudyDocument,
  rowsOfCode: ReadonlyMap<string, readonly number[]>,
  rowCount: number,
  includes: Includes,
): Int32Array {
  const { codes, starts, places } = codedIn(document);
  const times = new Int32Array(codes.length);
  for (let index = 0; index < document.quotations.length; index++) {
    const quotation = document.quotations[index];
    if (!quotation || !includes(quotation)) continue;
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) add(times, places[at] ?? 0, 1);
  }
  const applied = new Int32Array(rowCount);
  for (const [place, code] of codes.entries())
    for (const row of rowsOfCode.get(code) ?? []) add(applied, row, times[place] ?? 0);
  return applied;
}

/** The quotations of each row in each column, each once, by document and in text order. */
function gathered(
  rows: readonly ReadonlySet<string>[],
  columns: readonly (readonly StudyDocument[])[],
  includes: Includes,
): readonly (readonly (readonly Quotation[])[])[] {
  const cells = rows.map(() => columns.map((): Quotation[] => []));
  const rowsOfCode = membership(rows);
  for (const [document, inColumns] of [...membership(columns)].sort(byPath)) {
    const lists = cells.map((row) => inColumns.flatMap((column) => [row[column] ?? []]));
    gatherFrom(document, rowsOfCode, lists, includes);
  }
  return cells;
}

/** Puts each quotation of a document into all lists of its rows. */
function gatherFrom(
  document: StudyDocument,
  rowsOfCode: ReadonlyMap<string, readonly number[]>,
  lists: readonly (readonly Quotation[][])[],
  includes: Includes,
): void {
  const { codes, starts, places } = codedIn(document);
  const rowsOf = codes.map((code) => rowsOfCode.get(code) ?? []);
  const lastIn = new Int32Array(lists.length).fill(-1);
  for (let index = 0; index < document.quotations.length; index++) {
    const quotation = document.quotations[index];
    if (!quotation || !includes(quotation)) continue;
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) {
      const ofPlace = rowsOf[places[at] ?? 0] ?? [];
      for (let which = 0; which < ofPlace.length; which++) {
        const row = ofPlace[which] ?? 0;
        if (lastIn[row] === index) continue;
        lastIn[row] = index;
        const ofRow = lists[row] ?? [];
        for (let list = 0; list < ofRow.length; list++) ofRow[list]?.push(quotation);
      }
    }
  }
}

/** What is worked out when it is first asked for. */
function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

function byPath([a]: readonly [StudyDocument, unknown], [b]: readonly [StudyDocument, unknown]): number {
  return a.path < b.path ? -1 : 1;
}

/** For each item, the indexes of the sets that it is in. */
export function membership<Item>(sets: readonly Iterable<Item>[]): ReadonlyMap<Item, readonly number[]> {
  const indexes = new Map<Item, number[]>();
  for (const [index, items] of sets.entries()) {
    for (const item of new Set(items)) {
      const list = indexes.get(item);
      if (list) list.push(index);
      else indexes.set(item, [index]);
    }
  }
  return indexes;
}
