import assert from 'node:assert/strict';
import { memoOf } from '../../../src/core/formats/memo.ts';
import { type MemoEdit, withLink, withoutLink, withTarget } from '../../../src/core/formats/memoEdits.ts';
import type { LinkTarget } from '../../../src/core/study/memoLinks.ts';

const read = (text: string) => memoOf('memos/a.md', { text });
const done = (text: string, edit: MemoEdit | undefined) =>
  edit && text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);

describe('a link added to a memo', () => {
  const code: LinkTarget = { kind: 'code', id: 'trust' };
  const added = (text: string, target = code) => done(text, withLink(read(text), target));

  it('goes into the front matter, in the form that is there', () => {
    const cases = [
      ['Words.\n', '---\nlinks: [code:trust]\n---\nWords.\n'],
      ['---\n---\nWords.\n', '---\nlinks: [code:trust]\n---\nWords.\n'],
      ['---\ntitle: A # so\n---\n', '---\ntitle: A # so\nlinks: [code:trust]\n---\n'],
      ['---\nlinks: []\n---\n', '---\nlinks: [code:trust]\n---\n'],
      ['---\nlinks:\ntitle: A\n---\n', '---\nlinks: [code:trust]\ntitle: A\n---\n'],
      ['---\nlinks: code:a # why\n---\n', '---\nlinks: [code:a, code:trust] # why\n---\n'],
      ['---\nlinks: [ code:a, case:B ]\n---\n', '---\nlinks: [ code:a, case:B, code:trust ]\n---\n'],
      [
        '---\nlinks: [\n  code:a,\n]\ntitle: A\n---\n',
        '---\nlinks: [\n  code:a, code:trust,\n]\ntitle: A\n---\n',
      ],
      [
        '---\nlinks:\n  - code:a\n  - "case:B" # why\ntitle: A\n---\n',
        '---\nlinks:\n  - code:a\n  - "case:B" # why\n  - code:trust\ntitle: A\n---\n',
      ],
      ['---\nlinks:\n- case: B\n---\n', '---\nlinks:\n- case: B\n- code:trust\n---\n'],
    ] as const;
    for (const [before, after] of cases) assert.equal(added(before), after);
  });

  it('is written as YAML needs it', () => {
    const inside = (id: string) => added('---\ntitle: A\n---\n', { kind: 'case', id });
    assert.equal(inside('Value Care'), '---\ntitle: A\nlinks: [case:Value Care]\n---\n');
    assert.equal(inside('A, B'), '---\ntitle: A\nlinks: ["case:A, B"]\n---\n');
    assert.equal(inside('x: y'), '---\ntitle: A\nlinks: ["case:x: y"]\n---\n');
    assert.equal(inside('a #1'), '---\ntitle: A\nlinks: ["case:a #1"]\n---\n');
  });

  it('is not added where the front matter cannot be read or holds something else', () => {
    for (const text of [
      '---\ntitle: [\n---\n',
      '---\ntitle: A\n',
      '---\nlinks: {code: trust}\n---\n',
      '---\nlinks: |\n  code:a\n---\n',
    ])
      assert.equal(added(text), undefined, text);
  });
});

describe('a link taken out of a memo', () => {
  const without = (text: string, index = 0) => {
    const memo = read(text);
    const link = memo.links[index];
    assert.ok(link);
    return done(text, withoutLink(memo, link));
  };

  it('leaves the other items of the front matter', () => {
    const list = '---\nlinks: [code:a, "case:B", code:c]\ntitle: A\n---\n';
    assert.equal(without(list, 0), '---\nlinks: ["case:B", code:c]\ntitle: A\n---\n');
    assert.equal(without(list, 1), '---\nlinks: [code:a, code:c]\ntitle: A\n---\n');
    assert.equal(without(list, 2), '---\nlinks: [code:a, "case:B"]\ntitle: A\n---\n');
    assert.equal(without('---\nlinks: [code:a]\ntitle: A\n---\n'), '---\ntitle: A\n---\n');
    assert.equal(without('---\nlinks: code:a\n---\n'), '---\n---\n');
    const lines = '---\nlinks:\n  - code:a # why\n  - case: B\ntitle: A\n---\n';
    assert.equal(without(lines, 0), '---\nlinks:\n  - case: B\ntitle: A\n---\n');
    assert.equal(without(lines, 1), '---\nlinks:\n  - code:a # why\ntitle: A\n---\n');
    assert.equal(without('---\nlinks:\n  - code:a\ntitle: A\n---\n'), '---\ntitle: A\n---\n');
  });

  it('leaves the words of the text', () => {
    assert.equal(without('See [[Trust]].\n'), 'See Trust.\n');
    assert.equal(without('See [[Trust|that code]].\n'), 'See that code.\n');
    assert.equal(without('See code:trust.\n'), 'See trust.\n');
    assert.equal(without('See <case:Value Care>!\n'), 'See Value Care!\n');
    assert.equal(without('See [that code](code:trust).\n'), 'See that code.\n');
    assert.equal(without('See [that case](<case:Value Care>).\n'), 'See that case.\n');
  });
});

describe('a link of a memo that leads to something else', () => {
  const to = (text: string, target: LinkTarget, name: string) => {
    const memo = read(text);
    const [link] = memo.links;
    assert.ok(link);
    return done(text, withTarget(memo, link, target, name));
  };
  const code: LinkTarget = { kind: 'code', id: 'trust' };

  it('keeps its form', () => {
    assert.equal(to('See [[Old|so]].\n', code, 'Trust'), 'See [[Trust|so]].\n');
    assert.equal(to('See [[code:old]].\n', code, 'code:trust'), 'See [[code:trust]].\n');
    assert.equal(to('See code:old.\n', code, 'Trust'), 'See code:trust.\n');
    assert.equal(
      to('See <case:Vlaue Care>.\n', { kind: 'case', id: 'Value Care' }, ''),
      'See <case:Value Care>.\n',
    );
    assert.equal(to('---\nlinks: [code:old]\n---\n', code, 'Trust'), '---\nlinks: [code:trust]\n---\n');
    assert.equal(to('---\nlinks: ["code:old"]\n---\n', code, 'Trust'), '---\nlinks: ["code:trust"]\n---\n');
    const odd: LinkTarget = { kind: 'case', id: 'A, B' };
    assert.equal(to('---\nlinks: [case:AB]\n---\n', odd, ''), '---\nlinks: ["case:A, B"]\n---\n');
  });

  it('is left alone where that would say something else', () => {
    const odd: LinkTarget = { kind: 'case', id: 'A "B"' };
    assert.equal(to('---\nlinks: ["case:AB"]\n---\n', odd, ''), undefined);
    assert.equal(to('---\nlinks: ["c\\x6fde:old"]\n---\n', code, 'Trust'), undefined);
  });
});
