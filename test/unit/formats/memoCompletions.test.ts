import assert from 'node:assert/strict';
import { memoOf } from '../../../src/core/formats/memo.ts';
import { memoCompletions } from '../../../src/core/formats/memoCompletions.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { code, quotation, studyOf } from '../study/trees.ts';

const quoted = [
  quotation('q1', 'talks/one.md', ['trust'], { exact: 'We trusted\neach other.' }),
  quotation('q2', 'talks/one.md', [], { exact: 'The law is the law.' }),
];
const base = studyOf(
  [code('trust', 'base', { name: 'Trust' }), code('base', undefined, { name: 'Ground' })],
  {
    'talks/one.md': { case: 'Value Care', quotations: quoted },
  },
);
const study: Study = {
  ...base,
  memos: new Map([['memos/a.md', memoOf('memos/a.md', { text: '# On trust\n' })]]),
};

/** What is offered at the mark `¦`, each with the memo as it becomes. */
function offered(marked: string, from = study) {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const found = memoCompletions(from, text, offset);
  return found?.items.map(({ name, text: put }) => [
    name,
    text.slice(0, found.replace.start) + put + text.slice(found.replace.end),
  ]);
}

describe('completion of links in memos', () => {
  it('offers codes, documents, cases and memos after two brackets', () => {
    assert.deepEqual(offered('See [[¦.'), [
      ['Ground', 'See [[Ground]].'],
      ['Trust', 'See [[Trust]].'],
      ['one', 'See [[one]].'],
      ['Value Care', 'See [[Value Care]].'],
      ['On trust', 'See [[On trust]].'],
    ]);
    assert.deepEqual(offered('See [[tru¦]] so.')?.[0], ['Trust', 'See [[Trust]] so.']);
    assert.equal(offered('See [[Trust]]¦'), undefined);
  });

  it('puts ids after the name of a kind, in the text and in front matter', () => {
    assert.deepEqual(offered('See code:Gro¦')?.[0], ['Ground', 'See code:base']);
    assert.deepEqual(offered('See case:¦'), [['Value Care', 'See <case:Value Care>']]);
    assert.deepEqual(offered('See <case:¦>'), [['Value Care', 'See <case:Value Care>']]);
    assert.deepEqual(offered('---\nlinks: [case:¦]\n---\n'), [
      ['Value Care', '---\nlinks: [case:Value Care]\n---\n'],
    ]);
    assert.deepEqual(offered('---\nlinks:\n  - document:¦\n---\n'), [
      ['one', '---\nlinks:\n  - document:talks/one.md\n---\n'],
    ]);
  });

  it('finds quotations by their words, in any order', () => {
    assert.deepEqual(offered('See quotation:other trust¦'), [['We trusted each other.', 'See quotation:q1']]);
    assert.deepEqual(offered('See quotation:q2¦'), [['The law is the law.', 'See quotation:q2']]);
    assert.deepEqual(offered('See code:base and quotation:law is¦'), [
      ['The law is the law.', 'See code:base and quotation:q2'],
    ]);
    assert.equal(offered('See quotation:¦')?.length, 2);
    assert.deepEqual(offered('See quotation:xyz¦'), []);
    assert.deepEqual(offered('See code:trust and quotation:other trust¦'), [
      ['We trusted each other.', 'See code:trust and quotation:q1'],
    ]);
  });

  it('offers nothing where no link begins', () => {
    for (const text of [
      '---\nlinks: [[¦\n---\n',
      'See ¦',
      'http://code:¦',
      'unicode:¦',
      '[x]¦',
      'code:a, and ¦',
    ])
      assert.equal(offered(text), undefined, text);
  });

  it('keeps long lists short, and says so', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      code(`c${index}`, undefined, { name: `Name ${index}` }),
    );
    const large = studyOf(many, {});
    const at = (text: string) => memoCompletions(large, text, text.length);
    assert.deepEqual([at('code:')?.items.length, at('code:')?.isCut], [200, true]);
    assert.deepEqual(
      at('code:Name 299')?.items.map(({ text }) => text),
      ['code:c299'],
    );
  });
});
