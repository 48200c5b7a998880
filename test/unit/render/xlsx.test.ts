import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toXlsx } from '../../../src/core/render/xlsx.ts';
import { cellsOf, everything, fromXml, hostileTexts, partsOf } from './tables.ts';

interface SheetCell {
  readonly isText: boolean;
  readonly value: string;
  readonly format: string;
}

/** The cells of a workbook by their names, as Excel reads them. */
function sheetOf(bytes: Uint8Array): ReadonlyMap<string, SheetCell> {
  const parts = partsOf(bytes);
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  const strings = [
    ...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(
      /<si><t xml:space="preserve">([\s\S]*?)<\/t><\/si>/g,
    ),
  ].map(([, text = '']) => fromXml(text).replace(/_x005F_/g, '_'));
  const styles = parts.get('xl/styles.xml') ?? '';
  const codes = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const formats = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf ([^>]*?)\/?>/g)].map(
    ([, attributes = '']) => codes.get(/numFmtId="(\d+)"/.exec(attributes)?.[1] ?? '') ?? '',
  );
  assert.doesNotMatch(sheet, /<f[ >]/);
  return new Map(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<v>([^<]*)<\/v>)?/g)].map(
      ([, name = '', attributes = '', value = '']) => {
        const isText = attributes.includes('t="s"');
        const format = formats[Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? '';
        return [name, { isText, value: isText ? (strings[Number(value)] ?? '') : value, format }];
      },
    ),
  );
}

describe('a table as an Excel workbook', () => {
  it('has numbers as numbers, not rounded and shown as in the table, and all else as text', async () => {
    const cells = sheetOf(await toXlsx(everything));
    assert.deepEqual(cells.get('A1'), { isText: true, value: 'Tabel 2: Casussen & co_x', format: '@' });
    assert.deepEqual(cells.get('B2'), { isText: true, value: 'n', format: '@' });
    assert.deepEqual(cells.get('B3'), { isText: false, value: '-1.5', format: '0.0' });
    const share = cells.get('C3');
    assert.deepEqual(
      [share?.isText, Number(share?.value).toFixed(6), share?.format],
      [false, '0.123456', '0.0%'],
    );
    assert.deepEqual(cells.get('D3'), {
      isText: true,
      value: '..\'zo\'.. bron: SecureCo\n"A & B"',
      format: '@',
    });
    assert.equal(cells.get('C4')?.format, '0%');
    assert.equal(cells.get('A6')?.value, 'Noot. Woorden tellen 1 keer.');
  });

  it('leaves a mark or date that only means a number as it is written', async () => {
    const table = {
      ...cellsOf([]),
      rows: [[{ text: '6-', value: 5.75 }], [{ text: '5 maart 2019', value: 1.5e12 }]],
    };
    const cells = sheetOf(await toXlsx(table));
    assert.deepEqual([cells.get('A2')?.value, cells.get('A3')?.value], ['6-', '5 maart 2019']);
  });

  it('gives back what stands in a cell, and never a formula', async () => {
    await fc.assert(
      fc.asyncProperty(hostileTexts, async (texts) => {
        const cells = sheetOf(
          await toXlsx(cellsOf(['=1+1', '+31 6', '-x', '@x', '\t=1', ' spaces ', ...texts])),
        );
        const all = ['=1+1', '+31 6', '-x', '@x', '\t=1', ' spaces ', ...texts];
        for (const [index, text] of all.entries()) {
          const cell = cells.get(`A${index + 2}`);
          assert.deepEqual([cell?.value ?? '', cell?.format ?? '@'], [text, '@']);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same, byte for byte, each time', async () => {
    assert.deepEqual(await toXlsx(everything), await toXlsx(everything));
  });

  it('has no text longer than Excel takes, and no name of a sheet that it refuses', async () => {
    const header = "'[a]/b*c?: History of a very long name that goes on";
    const table = { ...cellsOf(['x'.repeat(40_000)]), columns: [{ header, kind: 'text' as const }] };
    const bytes = await toXlsx(table);
    assert.equal(sheetOf(bytes).get('A2')?.value.length, 32_767);
    const [, name = ''] =
      /<sheet [^>]*name="([^"]*)"/.exec(partsOf(bytes).get('xl/workbook.xml') ?? '') ?? [];
    assert.match(fromXml(name), /^[^'\\/?*[\]:][^\\/?*[\]:]{0,30}$/);
  });
});
