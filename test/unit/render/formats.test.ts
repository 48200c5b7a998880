import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { toCsv } from '../../../src/core/render/csv.ts';
import { toHtml } from '../../../src/core/render/html.ts';
import { toJson } from '../../../src/core/render/json.ts';
import { toMarkdown } from '../../../src/core/render/markdown.ts';
import type { Table } from '../../../src/core/tables/table.ts';

const table: Table = {
  layout: 'grid',
  language: 'nl',
  caption: 'Tabel *1* | <b>',
  columns: [
    { header: 'Casus', kind: 'text' },
    { header: 'n', kind: 'number' },
    { header: 'Citaat', kind: 'quote' },
  ],
  rows: [
    [
      { text: 'A|B_c_ <i>' },
      { text: '-1,5', value: -1.5 },
      { text: '"zo"\nA & B', runs: [{ text: '"zo"' }, { text: '\n' }, { text: 'A & B', italic: true }] },
    ],
    [{ text: 'Totaal' }, { text: '2', value: 2 }, { text: '' }],
  ],
  totalRows: 1,
  note: 'Noot. Woorden tellen.',
};

function cellsOf(texts: readonly string[]): Table {
  const columns = [{ header: 'a', kind: 'text' as const }];
  return { layout: 'grid', language: 'en', columns, rows: texts.map((text) => [{ text }]), totalRows: 0 };
}

describe('a table as Markdown', () => {
  it('escapes what Markdown would read, and keeps a row on its line', () => {
    assert.equal(
      toMarkdown(table),
      `*Tabel \\*1\\* | &lt;b>*

| Casus | n | Citaat |
| --- | ---: | --- |
| A\\|B_c\\_ &lt;i> | -1,5 | "zo"<br>*A & B* |
| Totaal | 2 |  |

*Noot.* Woorden tellen.`,
    );
  });

  it('has as many cells in every row as it has columns, whatever stands in them', () => {
    const text = fc.string({ unit: fc.constantFrom('|', '\\', '\n', '\r', 'a', ' ', '`', '*', '-') });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const lines = toMarkdown(cellsOf(texts)).split('\n');
        assert.equal(lines.length, texts.length + 2);
        // A pipe ends a cell unless a backslash stands right before it, in GitHub's reading of tables.
        for (const line of lines) assert.equal(line.match(/(?<!\\)\|/g)?.length, 2, line);
      }),
    );
  });

  it('never holds a comment that could close or open a block', () => {
    const shown = toMarkdown(cellsOf(['<!-- /codeboom -->', '<!-- codeboom']));
    assert.ok(!shown.includes('<!--'));
  });
});

describe('a table as HTML', () => {
  it('escapes all text and marks numbers, totals and emphasis', () => {
    assert.equal(
      toHtml(table),
      `<table lang="nl">
<caption>Tabel *1* | &lt;b&gt;</caption>
<thead><tr><th scope="col">Casus</th><th scope="col" class="number">n</th><th scope="col" class="quote">Citaat</th></tr></thead>
<tbody>
<tr><td>A|B_c_ &lt;i&gt;</td><td class="number">-1,5</td><td class="quote">&quot;zo&quot;<br><em>A &amp; B</em></td></tr>
</tbody>
<tfoot>
<tr><td>Totaal</td><td class="number">2</td><td class="quote"></td></tr>
</tfoot>
</table>
<p class="note">Noot. Woorden tellen.</p>
`,
    );
  });
});

describe('a table as CSV', () => {
  it('comes back as it was from any reader', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', 'a', 'é', ' ', '|') });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const rows = Papa.parse<string[]>(toCsv(cellsOf(texts)), { delimiter: ',', newline: '\n' }).data;
        assert.deepEqual(
          rows.slice(1, -1),
          texts.map((one) => [one]),
        );
      }),
    );
  });

  it('holds no formula, and leaves negative numbers alone', () => {
    const texts = ['=1+1', '+31 6', '@x', '-1+cmd|x', '-abc', '\t=1', '-1,5', '-12', '-8.5%', 'a=1'];
    assert.deepEqual(
      toCsv(cellsOf(texts))
        .split('\n')
        .slice(1, -1)
        .map((line) => line.replaceAll('"', '')),
      ["'=1+1", "'+31 6", "'@x", "'-1+cmd|x", "'-abc", "'\t=1", '-1,5', '-12', '-8.5%', 'a=1'].map(
        (line) => line,
      ),
    );
  });
});

describe('a table as JSON', () => {
  it('has its caption, headers, texts and note', () => {
    assert.deepEqual(JSON.parse(toJson(table)), {
      caption: 'Tabel *1* | <b>',
      columns: ['Casus', 'n', 'Citaat'],
      rows: [
        ['A|B_c_ <i>', '-1,5', '"zo"\nA & B'],
        ['Totaal', '2', ''],
      ],
      note: 'Noot. Woorden tellen.',
    });
  });
});
