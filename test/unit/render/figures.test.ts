import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ticks } from '../../../src/core/render/figures/axis.ts';
import { isDark } from '../../../src/core/render/figures/colors.ts';
import { type FigureKind, figureKinds, figureOf } from '../../../src/core/render/figures/figure.ts';
import { pixelsOf, wrapped } from '../../../src/core/render/figures/wrap.ts';
import { emptyStudy } from '../../../src/core/study/study.ts';
import type { Cell, Column, Table } from '../../../src/core/tables/table.ts';
import { fromXml, hostileTexts } from './tables.ts';

const codebook = {
  ...emptyStudy.codebook,
  codes: new Map([
    ['g', { id: 'g', name: 'Governance', level: 'dimension' as const, color: 'green', created: '' }],
    ['t', { id: 't', name: 'Trust', level: 'dimension' as const, color: '#aa0000', created: '' }],
  ]),
};

function tableOf(
  columns: readonly [string, Column['kind']][],
  rows: readonly (readonly (string | number)[])[],
  totalRows = 0,
): Table {
  return {
    layout: 'grid',
    language: 'en',
    caption: 'Figure 1: What it shows',
    columns: columns.map(([header, kind]) => ({ header, kind })),
    rows: rows.map((row) =>
      row.map(
        (cell): Cell => (typeof cell === 'number' ? { text: String(cell), value: cell } : { text: cell }),
      ),
    ),
    totalRows,
    note: 'Note. Each counts once.',
  };
}

const matrix = tableOf(
  [
    ['Dimension', 'text'],
    ['A & B', 'number'],
    ['C', 'number'],
    ['Total', 'number'],
  ],
  [
    ['Governance', 4, 0, 4],
    ['Trust', 1, 3, 4],
    ['Total', 5, 3, 8],
  ],
  1,
);
const shares = tableOf(
  [
    ['Case', 'text'],
    ['Governance', 'number'],
    ['Trust', 'number'],
  ],
  [
    ['A', 30, 10],
    ['B', 0, 50],
  ],
);
const saturation = tableOf(
  [
    ['Document', 'text'],
    ['Date', 'text'],
    ['New codes', 'number'],
    ['Codes so far', 'number'],
  ],
  [
    ['01', '', 5, 5],
    ['02', '', 0, 5],
    ['03', '', 2, 7],
  ],
);
const structure = tableOf(
  [
    ['Code', 'text'],
    ['Theme', 'text'],
    ['Dimension', 'text'],
  ],
  [
    ['calls', 'Informal', 'Governance'],
    ['dinner', 'Informal', 'Governance'],
    ['contract', 'Formal', 'Governance'],
    ['loose', '', ''],
  ],
);

const draw = (table: Table, kind: FigureKind, tableKind = 'cases') => {
  const svg = figureOf(table, kind, tableKind, codebook);
  assert.ok(svg);
  return svg;
};

/** The texts that are to be seen, in order. */
function labels(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => fromXml(text));
}

const numberIn = (element: string, name: string) =>
  Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(element)?.[1]);
const rectsFilled = (svg: string, color: string) =>
  [...svg.matchAll(/<rect[^>]*\/>/g)]
    .map(([rect]) => rect)
    .filter((rect) => rect.includes(`fill="${color}"`));

describe('a figure', () => {
  it('is a picture with a title, and all that it shows in words', () => {
    const svg = draw(matrix, 'heat-map', 'matrix');
    assert.match(svg, /<svg [^>]*role="img" lang="en"/);
    assert.match(svg, /<title>Figure 1: What it shows<\/title>/);
    assert.match(svg, /<desc>Governance: A &amp; B 4, C 0, Total 4\.\nTrust: A &amp; B 1, C 3, Total 4\./);
  });

  it('is the same, byte for byte, each time', () => {
    for (const [table, kind] of [
      [matrix, 'heat-map'],
      [shares, 'bars'],
      [saturation, 'curve'],
      [structure, 'boxes'],
    ] as const)
      assert.equal(draw(table, kind), draw(table, kind));
  });

  it('is none where the table has not what it shows', () => {
    assert.equal(figureOf(structure, 'heat-map', 'matrix', codebook), undefined);
    assert.equal(figureOf(structure, 'curve', 'saturation', codebook), undefined);
    assert.equal(figureOf(matrix, 'boxes', 'matrix', codebook), undefined);
  });

  it('of nothing is empty, and no error', () => {
    for (const kind of figureKinds) {
      const of = { 'heat-map': matrix, bars: shares, curve: saturation, boxes: structure }[kind];
      const svg = draw({ ...of, rows: [], totalRows: 0 }, kind);
      assert.doesNotMatch(svg, /NaN|Infinity|"-/);
    }
  });

  it('shows names as they are, and is XML whatever stands in them', () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const names = texts.map((text) => text.replace(/\s+/g, ' ').trim());
        const table = tableOf(
          [
            ['x', 'text'],
            ['n', 'number'],
          ],
          names.map((name) => [name, 1]),
        );
        const svg = draw(table, 'heat-map');
        for (const name of names) if (pixelsOf(name) < 190) assert.ok(labels(svg).includes(name));
        const bare = svg.replace(/<\/?(?:svg|title|desc|rect|text)(?: [a-z-]+="[^"<>]*")*\/?>/gi, '');
        assert.doesNotMatch(bare.replace(/&(?:amp|lt|gt|quot);/g, ''), /[<>&]/);
      }),
    );
  });
});

describe('a heat map', () => {
  it('has a cell for each row and column but the totals, the darkest for the largest number', () => {
    const svg = draw(matrix, 'heat-map', 'matrix');
    assert.deepEqual(labels(svg), ['A & B', 'C', 'Governance', '4', '0', 'Trust', '1', '3']);
    assert.equal(rectsFilled(svg, '#084594').length, 1);
    assert.equal(rectsFilled(svg, '#ffffff').length, 2);
  });
});

describe('stacked bars', () => {
  it('have parts as long as their numbers, in the colours of the code tree', () => {
    const svg = draw(shares, 'bars');
    const [legend, governance] = rectsFilled(svg, '#117733');
    const trust = rectsFilled(svg, '#aa0000').filter((rect) => numberIn(rect, 'height') === 26);
    assert.equal(numberIn(legend ?? '', 'width'), 14);
    const [first = '', second = ''] = trust;
    const unit = numberIn(governance ?? '', 'width') / 30;
    assert.ok(Math.abs(numberIn(first, 'width') - 10 * unit) < 0.01);
    assert.ok(Math.abs(numberIn(second, 'width') - 50 * unit) < 0.01);
    assert.equal(numberIn(first, 'x'), numberIn(governance ?? '', 'x') + 30 * unit);
  });

  it('of a matrix are its columns, without the totals', () => {
    const svg = draw(matrix, 'bars', 'matrix');
    const names = labels(svg);
    assert.deepEqual(
      names.filter((name) => ['A & B', 'C', 'Total'].includes(name)),
      ['A & B', 'C'],
    );
    assert.deepEqual(names.slice(0, 2), ['Governance', 'Trust']);
  });
});

describe('a curve of saturation', () => {
  it('rises to the number of all codes, and never falls', () => {
    const svg = draw(saturation, 'curve', 'saturation');
    const [, points = ''] = /<polyline points="([^"]*)"/.exec(svg) ?? [];
    const heights = points.split(' ').map((point) => Number(point.split(',')[1]));
    assert.equal(heights.length, 3);
    assert.ok(heights[0] === heights[1] && (heights[2] ?? 0) < (heights[1] ?? 0));
    assert.ok(labels(svg).includes('New codes') && labels(svg).includes('Codes so far'));
  });
});

describe('a data structure', () => {
  it('has the codes of a theme in one box, and lines from codes to themes to dimensions', () => {
    const svg = draw(structure, 'boxes', 'data-structure');
    assert.deepEqual(labels(svg), [
      '• calls',
      '• dinner',
      'Informal',
      '• contract',
      'Formal',
      'Governance',
      '• loose',
    ]);
    assert.equal(svg.match(/<line /g)?.length, 4);
    assert.equal(svg.match(/stroke="#117733"/g)?.length, 5);
  });
});

describe('what figures are made with', () => {
  it('ticks are round numbers from 0 to at least the largest, at most seven', () => {
    assert.deepEqual(ticks(32, true), [0, 10, 20, 30, 40]);
    assert.deepEqual(ticks(0, true), [0, 1]);
    assert.deepEqual(ticks(3, true), [0, 1, 2, 3]);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), fc.boolean(), (most, isWhole) => {
        const found = ticks(most, isWhole);
        assert.ok(found[0] === 0 && (found.at(-1) ?? 0) >= most * (1 - 1e-9) && found.length <= 8);
      }),
    );
  });

  it('a wrapped text has all its words, on lines that are not too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'W', 'i', ' ', '-'), maxLength: 60 }), (text) => {
        const lines = wrapped(text, 60);
        assert.equal(lines.join('').replaceAll(' ', ''), text.replace(/\s/g, ''));
        assert.ok(lines.every((line) => pixelsOf(line) <= 60));
      }),
    );
  });

  it('white stands on dark colours, black on light ones', () => {
    assert.deepEqual(['#000000', '#084594', '#ffffff', '#f0e442'].map(isDark), [true, true, false, false]);
  });
});
