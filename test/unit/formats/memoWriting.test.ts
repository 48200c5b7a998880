import assert from 'node:assert/strict';
import { memoOf } from '../../../src/core/formats/memo.ts';
import {
  blockQuote,
  newMemoPath,
  newMemoText,
  writtenInBody,
} from '../../../src/core/formats/memoWriting.ts';
import type { LinkTarget } from '../../../src/core/study/memoLinks.ts';

const created = '2024-05-01T10:00:00Z';

describe('a new memo', () => {
  it('has its front matter, a heading and what it begins with', () => {
    const links: readonly LinkTarget[] = [
      { kind: 'quotation', id: 'q1' },
      { kind: 'case', id: 'A, B' },
    ];
    assert.equal(
      newMemoText({ title: 'Trust', type: 'theoretical', links, created, body: blockQuote('Yes.\n\nNo.') }),
      `---
title: Trust
type: theoretical
links: [quotation:q1, "case:A, B"]
created: ${created}
---
# Trust

> Yes.
>
> No.

`,
    );
  });

  it('is read back as it was meant, whatever it is called and links to', () => {
    for (const title of [
      'Why: not',
      '"Yes"',
      'yes',
      '12',
      '# no',
      "it's - [x]",
      'a'.repeat(200),
      'Ça {va}',
    ]) {
      const links: readonly LinkTarget[] = [
        { kind: 'document', id: 'talks/a b.md' },
        { kind: 'case', id: title },
        { kind: 'code', id: 'trust' },
      ];
      const memo = memoOf('memos/a.md', { text: newMemoText({ title, type: 'my own', links, created }) });
      const read = { ...memo, links: memo.links.map(({ kind, to }) => ({ kind, id: to })) };
      assert.deepEqual([read.title, read.type, read.created], [title, 'my own', created]);
      assert.deepEqual(read.links.slice(0, 3), links, title);
    }
  });

  it('gets a file of its own', () => {
    const taken = new Set(['memos/trust.md', 'memos/trust-2.md']);
    const path = (title: string) => newMemoPath(title, (one) => taken.has(one));
    assert.equal(path('Trust!'), 'memos/trust-3.md');
    assert.equal(path('Één vraag'), 'memos/een-vraag.md');
    assert.equal(path('../..'), 'memos/memo.md');
    assert.equal(path('信任'), 'memos/memo.md');
  });
});

describe('a link in the text of a memo', () => {
  it('is read as what it leads to', () => {
    const targets = [
      ['code', 'trust'],
      ['quotation', 'q7f3k2m9xw'],
      ['document', 'interviews/01-secureco.md'],
      ['document', 'interviews/een gesprek (2).md'],
      ['case', 'Value Care'],
      ['case', 'X.'],
      ['case', '100%'],
    ] as const;
    for (const [kind, id] of targets) {
      const text = `See ${writtenInBody({ kind, id }, id)}.\n`;
      const [link, second] = memoOf('memos/a.md', { text }).links;
      assert.deepEqual([link?.kind, link?.to, second], [kind, id, undefined], text);
    }
    assert.equal(writtenInBody({ kind: 'memo', id: 'memos/a.md' }, 'A'), '[[A]]');
  });
});
