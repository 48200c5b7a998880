import assert from 'node:assert/strict';
import { labelOf, numberedCaption, withoutNumber } from '../../../src/core/render/captionNumber.ts';
import {
  columnWidths,
  fit,
  fitsBetterTransposed,
  pageWidths,
} from '../../../src/core/render/columnWidths.ts';
import { turned } from '../../../src/core/render/turned.ts';
import type { Table } from '../../../src/core/tables/table.ts';
import { everything, quotations } from './tables.ts';

/** A table of so many columns of numbers under headers of so many letters. */
function numbersUnder(count: number, letters: number): Table {
  const columns = Array.from({ length: count }, () => ({
    header: 'x'.repeat(letters),
    kind: 'number' as const,
  }));
  const row = (name: string) => [{ text: name }, ...columns.map(() => ({ text: '1', value: 1 }))];
  return {
    layout: 'grid',
    language: 'en',
    columns: [{ header: 'Theme', kind: 'text' }, ...columns],
    rows: [row('a'), row('b')],
    totalRows: 0,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('a table on a page', () => {
  it('fits upright, on its side, or nowhere; a list of quotations always fits', () => {
    assert.deepEqual([numbersUnder(4, 10), numbersUnder(10, 10), numbersUnder(30, 10), quotations].map(fit), [
      'upright',
      'onItsSide',
      'tooWide',
      'upright',
    ]);
  });

  it('is better transposed where its rows are fewer than its columns, and never where it fits', () => {
    const square = numbersUnder(30, 10);
    const rows = Array.from({ length: 30 }, (_, index) => square.rows[index % 2] ?? []);
    const named = rows.map((row) => [{ text: 'y'.repeat(10) }, ...row.slice(1)]);
    assert.deepEqual(
      [numbersUnder(4, 10), numbersUnder(30, 10), { ...square, rows: named }].map(fitsBetterTransposed),
      [false, true, false],
    );
  });

  it('has no column narrower than its longest word, and no more together than the page where the words allow', () => {
    for (const table of [everything, numbersUnder(4, 10), numbersUnder(12, 3)]) {
      const widths = columnWidths(table);
      assert.ok(sum(widths) <= pageWidths.upright + 1e-9);
      assert.ok(widths.every((width) => width >= 3));
    }
    assert.ok(sum(columnWidths(numbersUnder(30, 10))) > pageWidths.upright);
  });

  it('keeps short texts on one line where long ones have to be wrapped anyway', () => {
    const long = 'word '.repeat(60);
    const table: Table = {
      ...numbersUnder(0, 0),
      columns: ['a', 'b', 'c'].map((header) => ({ header, kind: 'text' })),
      rows: [[{ text: '12 years' }, { text: long }, { text: long }]],
    };
    const [short = 0, first = 0, second = 0] = columnWidths(table);
    assert.ok(short >= 8 && short < 12);
    assert.equal(Math.round(first), Math.round(second));
  });
});

describe('a transposed table', () => {
  it('has the rows as columns, and cells that still lead to their quotations', () => {
    const other = turned(everything);
    assert.deepEqual(other?.columns, [
      { header: 'Casus', kind: 'text' },
      { header: everything.rows[0]?.[0]?.text, kind: 'text' },
      { header: 'Totaal', kind: 'number' },
    ]);
    assert.deepEqual(
      other?.rows.map((row) => row.map(({ text }) => text)),
      [
        ['n', '-1,5', '2'],
        ['Aandeel', '12,3%', '100%'],
        ['Citaat', everything.rows[0]?.[3]?.text, ''],
      ],
    );
    assert.equal(other?.rows[0]?.[1], everything.rows[0]?.[1]);
    assert.deepEqual([other?.caption, other?.note], [everything.caption, everything.note]);
  });

  it('is the table itself when transposed twice, where all its columns hold numbers', () => {
    const table = numbersUnder(3, 4);
    const twice = turned(turned(table) ?? table);
    assert.deepEqual(twice, table);
  });

  it('is none of quotations that are printed below one another, nor of a table without rows', () => {
    assert.equal(turned(quotations), undefined);
    assert.equal(turned({ ...everything, rows: [] }), undefined);
  });
});

describe('a caption', () => {
  it('has the number that the researcher gave it, in either language', () => {
    assert.deepEqual(numberedCaption('Tabel 2: Overzicht'), {
      word: 'Tabel',
      number: '2',
      rest: ': Overzicht',
    });
    assert.deepEqual(numberedCaption('Figure 12. x')?.number, '12');
    for (const caption of ['Overzicht', 'Tabel: x', 'Tabellen 2', 'Table 2.3: x'])
      assert.equal(numberedCaption(caption), undefined, caption);
  });

  it('is without it where a document numbers by itself, and has a label for references', () => {
    assert.equal(withoutNumber('Tabel 2: Overzicht'), 'Overzicht');
    assert.equal(withoutNumber('Overzicht'), 'Overzicht');
    assert.equal(withoutNumber('Tabel 2'), 'Tabel 2');
    assert.equal(labelOf('Tabel 2: Geïnterviewde organisaties & co'), 'geinterviewde-organisaties-co');
    assert.equal(labelOf('日本'), 'table');
  });
});
