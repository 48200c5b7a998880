import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toDocx } from '../../../src/core/render/docx/table.ts';
import { cellsOf, everything, fromXml, hostileTexts, partsOf, quotations } from './tables.ts';

/** The body of a Word file. */
export function bodyOf(bytes: Uint8Array): string {
  return partsOf(bytes).get('word/document.xml') ?? '';
}

/** The text of a piece of a Word file. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => fromXml(text)).join('');
}

/** The texts of a table's cells by row, a line for each paragraph. */
function cellsIn(xml: string): readonly (readonly string[])[] {
  return [...xml.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([row]) =>
    [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) =>
      [...cell.matchAll(/<w:p>[\s\S]*?<\/w:p>|<w:p\/>/g)].map(([paragraph]) => textOf(paragraph)).join('\n'),
    ),
  );
}

describe('a table as a Word file', () => {
  it('is a table of Word, with a header that repeats, a caption with its number as a field, and a note', async () => {
    const body = bodyOf(await toDocx(everything));
    assert.deepEqual(cellsIn(body), [
      ['Casus', 'n', 'Aandeel', 'Citaat'],
      ...everything.rows.map((row) => row.map(({ text }) => text)),
    ]);
    assert.equal(body.match(/<w:tblHeader\/>/g)?.length, 1);
    assert.match(body, /<w:pStyle w:val="Caption"\/>[\s\S]*?w:instr="SEQ Tabel \\\* ARABIC \\r 2"/);
    assert.match(body, /<w:pStyle w:val="TableNote"\/>[\s\S]*?<w:i\/>[\s\S]*?Noot\./);
    assert.match(body, /<w:i\/>(?:<[^>]*>)*SecureCo/);
    assert.match(body, /<w:b\/>(?:<[^>]*>)*Totaal/);
  });

  it('says its language', async () => {
    const styles = async (language: 'nl' | 'en') =>
      partsOf(await toDocx({ ...everything, language })).get('word/styles.xml') ?? '';
    assert.match(await styles('nl'), /w:lang w:val="nl-NL"/);
    assert.match(await styles('en'), /w:lang w:val="en-GB"/);
  });

  it('has quotations in the style for quotations', async () => {
    const body = bodyOf(await toDocx(quotations));
    assert.equal(body.match(/<w:pStyle w:val="Quote"\/>/g)?.length, 3);
    assert.doesNotMatch(body, /<w:tbl>/);
  });

  it('gives back what stands in a cell, and is XML whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(hostileTexts, async (texts) => {
        const cells = cellsIn(bodyOf(await toDocx(cellsOf(['\u0000\ud800a', ...texts]))));
        assert.deepEqual(cells.slice(1), [['a'], ...texts.map((text) => [text])]);
      }),
      { numRuns: 20 },
    );
  });

  it('lies on its side when it is too wide for an upright page', async () => {
    const wide = {
      ...everything,
      columns: everything.columns.map((one) => ({ ...one, header: 'x'.repeat(30) })),
    };
    assert.match(bodyOf(await toDocx(wide)), /w:orient="landscape"/);
    assert.match(bodyOf(await toDocx(everything)), /w:orient="portrait"/);
  });

  it('is the same, byte for byte, each time', async () => {
    assert.deepEqual(await toDocx(everything), await toDocx(everything));
  });
});
