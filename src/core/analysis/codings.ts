import { codeTreeOf } from '../study/codeTree.ts';
import { isPlaced } from '../study/counts.ts';
import { derived } from '../study/derived.ts';
import type { Codebook, Quotation, StudyDocument } from '../study/model.ts';
import { caseOf } from '../study/sources.ts';
import type { Study } from '../study/study.ts';

/** Which quotations count, apart from those whose place was lost, which never do. */
export type Includes = (quotation: Quotation) => boolean;

/** What was coded so: each quotation once, and how often one of the codes was applied to one of them. */
export interface Tally {
  readonly quotations: readonly Quotation[];
  readonly codings: number;
}

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
interface CodedIn {
  /** Each code that occurs. */
  readonly codes: readonly string[];
  /** Of each quotation, where its codes start in `places`; none for a lost one. */
  readonly starts: Int32Array;
  /** Places in `codes`. */
  readonly places: readonly number[];
}

const codedIn = derived((document: StudyDocument): CodedIn => {
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
 * O(codings × rows and columns that each is in); quotations in the order of their documents and text.
 */
export function tallies(
  rows: readonly ReadonlySet<string>[],
  columns: readonly (readonly StudyDocument[])[],
  includes: Includes,
  totals: boolean,
): readonly (readonly Tally[])[] {
  const allRows = totals ? [...rows, new Set(rows.flatMap((codes) => [...codes]))] : rows;
  const allColumns = totals ? [...columns, columns.flat()] : columns;
  const cells = allRows.map(() => allColumns.map((): Tally[] | undefined => undefined));
  const rowsOfCode = membership(allRows);
  for (const [document, inColumns] of [...membership(allColumns)].sort(byPath)) {
    // Worked out once for all columns that the document is in.
    const found = talliesIn(document, rowsOfCode, allRows.length, includes);
    for (const [row, inRow] of cells.entries()) {
      const tally = found[row];
      if (!tally) continue;
      for (const column of inColumns) {
        const parts = inRow[column];
        if (!parts) inRow[column] = [tally];
        else parts.push(tally);
      }
    }
  }
  return cells.map((row) => row.map(joined));
}

/** What one document has in each row, if anything. Loops by index, since those by iterator take twice the time here. */
function talliesIn(
  document: StudyDocument,
  rowsOfCode: ReadonlyMap<string, readonly number[]>,
  rowCount: number,
  includes: Includes,
): readonly (Tally | undefined)[] {
  const { codes, starts, places } = codedIn(document);
  const rowsOf = codes.map((code) => rowsOfCode.get(code) ?? []);
  const found = new Array<{ readonly quotations: Quotation[]; codings: number } | undefined>(rowCount);
  const applied = new Int32Array(rowCount);
  const inRows: number[] = [];
  for (let index = 0; index < document.quotations.length; index++) {
    const quotation = document.quotations[index];
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) {
      const rowsOfPlace = rowsOf[places[at] ?? 0] ?? [];
      for (let which = 0; which < rowsOfPlace.length; which++) {
        const row = rowsOfPlace[which] ?? 0;
        if (applied[row] === 0) inRows.push(row);
        applied[row] = (applied[row] ?? 0) + 1;
      }
    }
    if (!quotation || inRows.length === 0) continue;
    const counts = includes(quotation);
    for (let which = 0; which < inRows.length; which++) {
      const row = inRows[which] ?? 0;
      const codings = applied[row] ?? 0;
      applied[row] = 0;
      if (!counts) continue;
      const tally = found[row];
      if (tally) {
        tally.quotations.push(quotation);
        tally.codings += codings;
      } else found[row] = { quotations: [quotation], codings };
    }
    inRows.length = 0;
  }
  return found;
}

const nothing: Tally = { quotations: [], codings: 0 };

/** Tallies of different documents as one. */
function joined(parts: readonly Tally[] = [nothing]): Tally {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const none: readonly Quotation[] = [];
  return {
    quotations: none.concat(...parts.map(({ quotations }) => quotations)),
    codings: parts.reduce((sum, { codings }) => sum + codings, 0),
  };
}

function byPath([a]: readonly [StudyDocument, unknown], [b]: readonly [StudyDocument, unknown]): number {
  return a.path < b.path ? -1 : 1;
}

/** For each item, the indexes of the sets that it is in. */
function membership<Item>(sets: readonly Iterable<Item>[]): ReadonlyMap<Item, readonly number[]> {
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
