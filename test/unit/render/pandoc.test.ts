import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toPandoc } from '../../../src/core/render/pandoc.ts';
import { cellsOf, everything, hostileTexts, quotations } from './tables.ts';

describe('a table as Markdown for Pandoc', () => {
  it('is a grid with a caption and a label, numbers to the right, a paragraph for each line of a cell', () => {
    assert.equal(
      toPandoc(everything),
      `+-------------------------------+-------+-----------+-----------------------+
| Casus                         | n     | Aandeel   | Citaat                |
+===============================+======:+==========:+=======================+
| A\\|B\\_c\\_ \\<i\\> \\$x\\$ 50% \\#1 | -1,5  | 12,3%     | \\..\\'zo\\'\\.. bron:    |
| \\~ \\^ \\\\ \\{z\\}                |       |           | *SecureCo*            |
|                               |       |           |                       |
|                               |       |           | \\"A \\& B\\"            |
+-------------------------------+-------+-----------+-----------------------+
| Totaal                        | 2     | 100%      |                       |
+-------------------------------+-------+-----------+-----------------------+

Table: Casussen \\& co\\_x {#tbl:casussen-co-x}

*Noot.* Woorden tellen 1 keer.`,
    );
  });

  it('has a grid whose lines are all of one length, whatever stands in it', () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const lines = toPandoc(cellsOf(texts)).split('\n');
        assert.equal(new Set(lines.map((line) => line.length)).size, 1);
        assert.equal(lines.filter((line) => line.startsWith('+')).length, texts.length + 2);
      }),
    );
  });

  it('has quotations as block quotations that stay apart', () => {
    assert.equal(
      toPandoc(quotations),
      `**Quotations**

**Trust \\& co**

> We trusted each other.

<!-- -->

> \\- not a list

**Other**

> \\[x\\]`,
    );
  });
});
