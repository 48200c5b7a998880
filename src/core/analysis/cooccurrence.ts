import { isPlaced } from '../study/counts.ts';
import { derived } from '../study/derived.ts';
import type { Quotation, StudyDocument } from '../study/model.ts';
import { codedIn, type Includes, membership } from './codings.ts';
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
 *
 * @param columns the same list as `rows` where codes are set against one another
 */
export function cooccurrences(
  rows: readonly ReadonlySet<string>[],
  columns: readonly ReadonlySet<string>[],
  documents: readonly StudyDocument[],
  includes: Includes,
): (row: number, column: number) => Cooccurrence {
  const isMirrored = rows === columns;
  const counts = new Counts(rows.length, columns.length);
  const [rowsOfCode, columnsOfCode] = [membership(rows), membership(columns)];
  const [ofRow, ofColumn] = [new Int32Array(rows.length), new Int32Array(columns.length)];
  const itself = new Counts(rows.length, columns.length);
  for (const document of documents) {
    const isCounted = (index: number) => {
      const quotation = document.quotations[index];
      return quotation !== undefined && includes(quotation);
    };
    const inRows = setsOfEach(document, isCounted, rowsOfCode, ofRow);
    const inColumns = isMirrored ? inRows : setsOfEach(document, isCounted, columnsOfCode, ofColumn);
    for (let index = 0; index < document.quotations.length; index++)
      itself.add(inRows, index, inColumns, index);
    const { firsts, seconds } = overlapsIn(document);
    for (let pair = 0; pair < firsts.length; pair++) {
      const [first, second] = [firsts[pair] ?? 0, seconds[pair] ?? 0];
      counts.add(inRows, first, inColumns, second);
      // Where rows are columns this is what the same pair adds on the other side of the diagonal.
      if (!isMirrored) counts.add(inRows, second, inColumns, first);
    }
  }
  return (row, column) => ({
    together: itself.at(row, column) + counts.at(row, column) + (isMirrored ? counts.at(column, row) : 0),
    ofRow: ofRow[row] ?? 0,
    ofColumn: (isMirrored ? ofRow : ofColumn)[column] ?? 0,
    quotations: () => occurringTogether(rows[row], columns[column], documents, includes),
  });
}

/** The pairs of quotations that overlap in a document, by their places in it: the same whatever is asked of them. */
const overlapsIn = derived(({ quotations }: StudyDocument) => {
  const [firsts, seconds]: [number[], number[]] = [[], []];
  eachOverlap(quotations, (first, second) => {
    firsts.push(first);
    seconds.push(second);
  });
  return { firsts: Int32Array.from(firsts), seconds: Int32Array.from(seconds) };
});

/** The sets that each quotation of a document has a code of, end to end. Many pairs go through them: no list per quotation. */
interface SetsOfEach {
  /** Of each quotation, where its sets start in `sets`. */
  readonly starts: Int32Array;
  /** Each once per quotation; none of one that is lost or does not count. */
  readonly sets: readonly number[];
}

/** @param totals counts the quotations of each set */
function setsOfEach(
  document: StudyDocument,
  isCounted: (index: number) => boolean,
  setsOfCode: ReadonlyMap<string, readonly number[]>,
  totals: Int32Array,
): SetsOfEach {
  const { codes, starts: codedStarts, places } = codedIn(document);
  const setsOfPlace = codes.map((code) => setsOfCode.get(code) ?? []);
  const count = document.quotations.length;
  const starts = new Int32Array(count + 1);
  const sets: number[] = [];
  const lastIn = new Int32Array(totals.length).fill(-1);
  for (let index = 0; index < count; index++) {
    const end = isCounted(index) ? (codedStarts[index + 1] ?? 0) : 0;
    for (let at = codedStarts[index] ?? 0; at < end; at++) {
      for (const set of setsOfPlace[places[at] ?? 0] ?? []) {
        if (lastIn[set] === index) continue;
        lastIn[set] = index;
        sets.push(set);
        totals[set] = (totals[set] ?? 0) + 1;
      }
    }
    starts[index + 1] = sets.length;
  }
  return { starts, sets };
}

/** A number for each row and column. */
class Counts {
  readonly #width: number;
  readonly #numbers: Int32Array;

  constructor(rows: number, columns: number) {
    this.#width = columns;
    this.#numbers = new Int32Array(rows * columns);
  }

  /** Adds one for each row that a quotation is in with each column that another is in. */
  add(inRows: SetsOfEach, one: number, inColumns: SetsOfEach, other: number): void {
    const numbers = this.#numbers;
    const end = inRows.starts[one + 1] ?? 0;
    const last = inColumns.starts[other + 1] ?? 0;
    for (let at = inRows.starts[one] ?? 0; at < end; at++) {
      const row = (inRows.sets[at] ?? 0) * this.#width;
      for (let to = inColumns.starts[other] ?? 0; to < last; to++) {
        const place = row + (inColumns.sets[to] ?? 0);
        numbers[place] = (numbers[place] ?? 0) + 1;
      }
    }
  }

  at(row: number, column: number): number {
    return this.#numbers[row * this.#width + column] ?? 0;
  }
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
