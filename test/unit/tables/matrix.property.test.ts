import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import { attributesOf, caseOf } from '../../../src/core/study/sources.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { makeTable } from '../../../src/core/tables/makeTable.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import { type Cell, emptyCell } from '../../../src/core/tables/table.ts';
import { codedIn, isUnder, wordsOf } from './oracle.ts';
import { studies } from './randomStudy.ts';

const cells = ['codings', 'quotations', 'documents', 'cases', 'words', 'present'] as const;

function amount(
  study: Study,
  cell: string,
  codes: readonly string[],
  documents: readonly StudyDocument[],
): number {
  const carries = (quotation: Quotation) => quotation.codes.filter((id) => codes.includes(id));
  const coded = codedIn(study, codes, documents);
  const paths = new Set(coded.map(({ document }) => document));
  if (cell === 'codings') return coded.flatMap(carries).length;
  if (cell === 'documents') return paths.size;
  if (cell === 'cases')
    return new Set(documents.filter(({ path }) => paths.has(path)).flatMap((one) => caseOf(one) ?? [])).size;
  if (cell === 'words') return wordsOf(study, coded);
  return coded.length;
}

/** The headers of the columns and the documents of each, for the attribute `domain`. */
function byDomain(study: Study): Map<string, StudyDocument[]> {
  const columns = new Map<string, StudyDocument[]>();
  const ofCase: Record<string, string[]> = { B: ['x', 'z'] };
  for (const document of study.documents.values()) {
    const own = attributesOf(document).domain;
    const values = own === undefined ? (ofCase[caseOf(document) ?? ''] ?? []) : [own].flat().map(String);
    for (const value of values.length > 0 ? values : ['(not known)'])
      columns.set(value, [...(columns.get(value) ?? []), document]);
  }
  return columns;
}

function byCase(study: Study): Map<string, StudyDocument[]> {
  const columns = new Map<string, StudyDocument[]>([
    ['A', []],
    ['B', []],
  ]);
  for (const document of study.documents.values()) {
    const name = caseOf(document) ?? '(no case)';
    columns.set(name, [...(columns.get(name) ?? []), document]);
  }
  return columns;
}

const options = fc.record({
  cell: fc.constantFrom(...cells),
  codes: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }),
  columns: fc.constantFrom('cases', 'documents', 'domain'),
  rollup: fc.boolean(),
  percent: fc.constantFrom(undefined, 'row', 'column', 'total'),
  totals: fc.boolean(),
});

describe('a matrix on any study', () => {
  it('equals what is counted by hand, totals and percentages too', () => {
    fc.assert(
      fc.property(studies, options, (study, { cell, codes, columns, rollup, percent, totals }) => {
        fc.pre(columns !== 'domain' || study.documents.size > 0);
        const percentKey = percent === undefined || cell === 'present' ? '' : `percent: ${percent}\n`;
        const yaml = `table: matrix\nrows: {codes: [${codes}]}\ncolumns: ${columns}\ncell: ${cell}\nrollup: ${rollup}\ntotals: ${totals}\n${percentKey}`;
        const { spec } = parseSpec(yaml, study);
        assert.ok(spec);
        const { table } = makeTable(study, spec);
        assert.ok(table);

        const documents = new Map(
          [...study.documents.values()].map((one) => [one.path.slice(11, -3), [one]]),
        );
        const expected =
          columns === 'documents' ? documents : columns === 'cases' ? byCase(study) : byDomain(study);
        const headers = table.columns.slice(1, totals ? -1 : undefined).map(({ header }) => header);
        assert.deepEqual(new Set(headers), new Set(expected.keys()));

        const rows = codes.map((code) =>
          [...study.codebook.codes.keys()].filter((id) => (rollup ? isUnder(study, id, code) : id === code)),
        );
        const groups = headers.map((header) => expected.get(header) ?? []);
        const allRows = [...rows, [...new Set(rows.flat())]];
        const allGroups = [...groups, [...new Set(groups.flat())]];
        const counts = allRows.map((row) => allGroups.map((group) => amount(study, cell, row, group)));
        if (cell === 'present') {
          checkPresence(
            table.rows.map((row) => row.slice(1).map(({ value }) => value ?? 0)),
            counts,
            totals,
          );
          return;
        }
        assert.equal(table.rows.length, codes.length + Number(totals));
        for (const [row, cellsOfRow] of counts.slice(0, table.rows.length).entries()) {
          for (const [column, count] of cellsOfRow.slice(0, table.columns.length - 1).entries()) {
            const { value, text, quotations }: Cell = table.rows[row]?.[column + 1] ?? emptyCell;
            if (percentKey === '') {
              const behind = codedIn(study, allRows[row] ?? [], allGroups[column] ?? []);
              assert.deepEqual(quotations?.(), behind);
              assert.equal(value, count);
              assert.equal(text, String(count));
              continue;
            }
            const whole =
              counts[percent === 'row' ? row : rows.length]?.[
                percent === 'column' ? column : groups.length
              ] ?? 0;
            if (whole === 0) assert.equal(text, '');
            else assert.ok(Math.abs((value ?? -1) - (100 * count) / whole) < 1e-9);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function checkPresence(
  marks: readonly (readonly number[])[],
  counts: readonly (readonly number[])[],
  withTotals: boolean,
) {
  const inner = counts.slice(0, -1).map((row) => row.slice(0, -1).map((count) => (count > 0 ? 1 : 0)));
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const totals = (inner[0] ?? []).map((_, column) => sum(inner.map((row) => row[column] ?? 0)));
  if (withTotals)
    assert.deepEqual(marks, [...inner.map((row) => [...row, sum(row)]), [...totals, sum(totals)]]);
  else assert.deepEqual(marks, inner);
}
