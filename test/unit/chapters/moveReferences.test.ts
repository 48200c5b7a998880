import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/chapters/edits.ts';
import { moveDocumentReferences } from '../../../src/core/chapters/moveReferences.ts';
import { memoOf } from '../../../src/core/formats/memo.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { code, studyOf } from '../study/trees.ts';

const text = `---
links: [code:trust, document:interviews/one.md, "document:interviews/two.md"]
---
See document:interviews/one.md, [[one]], [[interviews/one.md|the first]] and [[two#end]].
[There](<document:interviews/one.md>), but not \`document:interviews/one.md\`.
`;
const base = studyOf([code('trust')], {
  'interviews/one.md': { quotations: [] },
  'interviews/two.md': { quotations: [] },
});
const study: Study = { ...base, memos: new Map([['memos/a.md', memoOf('memos/a.md', { text })]]) };

const moved = (...moves: [from: string, to: string][]) => {
  const edits = moveDocumentReferences(study, new Map(moves));
  assert.ok(edits.every(({ path }) => path === 'memos/a.md'));
  return applyEdits(text, edits);
};

describe('memos that link to a document', () => {
  it('go along with a new name, in the form in which each link is written', () => {
    assert.equal(
      moved(['interviews/one.md', 'interviews/first talk.md']),
      `---
links: [code:trust, document:interviews/first talk.md, "document:interviews/two.md"]
---
See <document:interviews/first talk.md>, [[first talk]], [[first talk|the first]] and [[two#end]].
[There](<document:interviews/first talk.md>), but not \`document:interviews/one.md\`.
`,
    );
  });

  it('keep a name that a move to another folder leaves as it is', () => {
    assert.equal(
      moved(['interviews/one.md', 'old/one.md'], ['interviews/two.md', 'old/two.md']),
      text
        .replace('document:interviews/one.md, "', 'document:old/one.md, "')
        .replace('"document:interviews/two.md"', '"document:old/two.md"')
        .replace('See document:interviews/one.md', 'See document:old/one.md')
        .replace('[[interviews/one.md|', '[[one|')
        .replace('<document:interviews/one.md>', 'document:old/one.md'),
    );
  });

  it('say what they mean where the new name means something else', () => {
    assert.match(
      moved(['interviews/one.md', 'interviews/trust.md']),
      /, \[\[document:interviews\/trust\.md\]\], /,
    );
  });

  it('are left alone by the renaming of what they do not link to', () => {
    assert.equal(moved(['interviews/three.md', 'interviews/four.md']), text);
  });
});
