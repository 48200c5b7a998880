import { isPlaced } from '../study/counts.ts';
import type { Quotation, StudyDocument } from '../study/model.ts';
import { type Includes, membership } from './codings.ts';
import { eachOverlap } from './overlaps.ts';

/** How often two sets of codes occur together: of a code in a row with one in a column. */
export interface Cooccurrence {
  /** n12: how many pairs of a quotation of the row and one of the column overlap, or are one and the same. */
  readonly together: number;
  /** n1: quotations with a code of the row. */
  readonly ofRow: number;
  /** n2: quotations with a code of the column. */
  readonly ofColumn: number;
  /** The quotations that occur together so, each once, by document and in text order; gathered when asked for. */
  readonly quotations: () => readonly Quotation[];
}

/**
 * The co-occurrence coefficient n12 ÷ (n1 + n2 − n12) of ATLAS.ti, after the index of Jaccard (1901): 0 where two codes never
 * occur together, 1 where they always do. As one quotation may overlap several, n12 counts pairs, and the coefficient can be
 * above 1.
 *
 * @returns undefined where it cannot be worked out: nothing was coded, or there are as many pairs as codings
 */
export function coefficientOf({ together, ofRow, ofColumn }: Omit<Cooccurrence, 'quotations'>) {
  const either = ofRow + ofColumn - together;
  return either > 0 ? together / either : undefined;
}

/**
 * The co-occurrences of each row with each column, both sets of codes. Two codings co-occur when their quotations overlap by at
 * least one code unit, or when they are of one quotation. A quotation counts once in a set, however many of its codes it has.
 *
 * O(quotations + overlapping pairs × rows and columns that each is in).
 */
export function cooccurrences(
  rows: readonly ReadonlySet<string>[],
  columns: readonly ReadonlySet<string>[],
  documents: readonly StudyDocument[],
  includes: Includes,
): (row: number, column: number) => Cooccurrence {
  const width = columns.length;
  const together = new Int32Array(rows.length * width);
  const ofRow = new Int32Array(rows.length);
  const ofColumn = new Int32Array(width);
  const [setsOfRow, setsOfColumn] = [membership(rows), membership(columns)];
  const count = (inRows: readonly number[], inColumns: readonly number[]) => {
    for (let at = 0; at < inRows.length; at++) {
      const start = (inRows[at] ?? 0) * width;
      for (let to = 0; to < inColumns.length; to++) {
        const cell = start + (inColumns[to] ?? 0);
        together[cell] = (together[cell] ?? 0) + 1;
      }
    }
  };
  for (const { quotations } of documents) {
    const coded: Quotation[] = [];
    const inRows: (readonly number[])[] = [];
    const inColumns: (readonly number[])[] = [];
    for (const quotation of quotations) {
      if (!isPlaced(quotation) || !includes(quotation)) continue;
      const own = setsWith(quotation, setsOfRow);
      const others = rows === columns ? own : setsWith(quotation, setsOfColumn);
      if (own.length + others.length === 0) continue;
      coded.push(quotation);
      inRows.push(own);
      inColumns.push(others);
      for (const row of own) ofRow[row] = (ofRow[row] ?? 0) + 1;
      for (const column of others) ofColumn[column] = (ofColumn[column] ?? 0) + 1;
      count(own, others);
    }
    eachOverlap(coded, (first, second) => {
      count(inRows[first] ?? [], inColumns[second] ?? []);
      count(inRows[second] ?? [], inColumns[first] ?? []);
    });
  }
  return (row, column) => ({
    together: together[row * width + column] ?? 0,
    ofRow: ofRow[row] ?? 0,
    ofColumn: ofColumn[column] ?? 0,
    quotations: () => occurringTogether(rows[row], columns[column], documents, includes),
  });
}

/** The indexes of the sets that a quotation has a code of, each once. */
function setsWith({ codes }: Quotation, setsOfCode: ReadonlyMap<string, readonly number[]>) {
  const [first = '', ...more] = codes;
  const own = setsOfCode.get(first) ?? [];
  if (more.length === 0) return own;
  return [...new Set([...own, ...more.flatMap((code) => setsOfCode.get(code) ?? [])])];
}

/** The quotations with a code of the one set that overlap one with a code of the other, or have codes of both. */
function occurringTogether(
  left: ReadonlySet<string> = new Set(),
  right: ReadonlySet<string> = new Set(),
  documents: readonly StudyDocument[],
  includes: Includes,
): readonly Quotation[] {
  const has = ({ codes }: Quotation, set: ReadonlySet<string>) => codes.some((code) => set.has(code));
  return documents.flatMap(({ quotations }) => {
    const coded = quotations.filter((one) => isPlaced(one) && includes(one));
    const isLeft = coded.map((one) => has(one, left));
    const isRight = coded.map((one) => has(one, right));
    const found = new Set(coded.flatMap((_, index) => (isLeft[index] && isRight[index] ? [index] : [])));
    eachOverlap(coded, (first, second) => {
      if (!(isLeft[first] && isRight[second]) && !(isRight[first] && isLeft[second])) return;
      found.add(first).add(second);
    });
    return coded.filter((_, index) => found.has(index));
  });
}
