import fc from 'fast-check';
import { unzipSync } from 'fflate';
import type { Table } from '../../../src/core/tables/table.ts';

/** A table with one of everything: a number, a percentage, a quotation with emphasis, a total, signs that mean something somewhere. */
export const everything: Table = {
  layout: 'grid',
  language: 'nl',
  caption: 'Tabel 2: Casussen & co_x',
  columns: [
    { header: 'Casus', kind: 'text' },
    { header: 'n', kind: 'number' },
    { header: 'Aandeel', kind: 'number' },
    { header: 'Citaat', kind: 'quote' },
  ],
  rows: [
    [
      { text: 'A|B_c_ <i> $x$ 50% #1 ~ ^ \\ {z}' },
      { text: '-1,5', value: -1.5 },
      { text: '12,3%', value: 12.3456 },
      {
        text: '..\'zo\'.. bron: SecureCo\n"A & B"',
        runs: [
          { text: "..'zo'.. bron: " },
          { text: 'SecureCo', italic: true },
          { text: '\n' },
          { text: '"A & B"' },
        ],
      },
    ],
    [{ text: 'Totaal' }, { text: '2', value: 2 }, { text: '100%', value: 100 }, { text: '' }],
  ],
  totalRows: 1,
  note: 'Noot. Woorden tellen 1 keer.',
};

export const quotations: Table = {
  layout: 'quotations',
  language: 'en',
  caption: 'Quotations',
  columns: [
    { header: 'Theme', kind: 'text' },
    { header: 'Quotation', kind: 'quote' },
  ],
  rows: [
    [{ text: 'Trust & co' }, { text: 'We trusted each other.' }],
    [{ text: 'Trust & co' }, { text: '- not a list' }],
    [{ text: 'Other' }, { text: '[x]' }],
  ],
  totalRows: 0,
};

/** A table of one column, a text a row. */
export function cellsOf(texts: readonly string[]): Table {
  const columns = [{ header: 'a', kind: 'text' as const }];
  return { layout: 'grid', language: 'en', columns, rows: texts.map((text) => [{ text }]), totalRows: 0 };
}

/** Texts of signs that mean something in one format or another. */
export const hostileTexts = fc.array(
  fc.string({
    unit: fc.constantFrom(
      ...'\\{}$&#%_^~<>|"\'`[]*-,.=+@!?:;()/0a',
      ' ',
      'é',
      '€',
      '—',
      '\u{1F600}',
      '_x000D_',
      '&amp;',
    ),
    maxLength: 20,
  }),
  { minLength: 1, maxLength: 5 },
);

/** The parts of a Word or Excel file, as text. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)]),
  );
}

/** What XML says by its entities. */
export function fromXml(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
