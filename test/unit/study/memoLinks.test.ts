import assert from 'node:assert/strict';
import { memoOf } from '../../../src/core/formats/memo.ts';
import { problemsOf } from '../../../src/core/study/check.ts';
import { linksTo, targetOf } from '../../../src/core/study/memoLinks.ts';
import type { Relation } from '../../../src/core/study/model.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { code, quotation, studyOf } from './trees.ts';

const base = studyOf([code('a', undefined, { name: 'Trust' }), code('b')], {
  'talks/one.md': { case: 'Value Care', quotations: [quotation('q1', 'talks/one.md', ['a'])] },
});

function withMemos(texts: Readonly<Record<string, string>>, from = base): Study {
  const memos = Object.entries(texts).map(([path, text]) => [path, memoOf(path, { text })] as const);
  return { ...from, memos: new Map(memos) };
}

function withRelations(...relations: readonly Relation[]): Study {
  return { ...base, relations: { relations: new Map(relations.map((one) => [one.id, one])) } };
}

const found = (study: Study) =>
  problemsOf(study).map(({ file, message }) => [file, message.key, message.values]);

describe('links of memos', () => {
  const one = '---\ntitle: First\nlinks: [code:a, "case:Value Care"]\n---\nSee [[trust]] and quotation:q1.\n';
  const study = withMemos({ 'memos/1.md': one, 'memos/2.md': 'After [[First]], [[one]], [[memos/1.md]].\n' });

  it('mean a code, case, document or memo by its name, whatever its capitals', () => {
    const name = (to: string) => targetOf(study, { kind: 'name', to });
    assert.deepEqual(name('TRUST'), { kind: 'code', id: 'a' });
    assert.deepEqual(name('b'), { kind: 'code', id: 'b' });
    assert.deepEqual(name('Value Care'), { kind: 'case', id: 'Value Care' });
    assert.deepEqual(name('one'), { kind: 'document', id: 'talks/one.md' });
    assert.deepEqual(name('First'), { kind: 'memo', id: 'memos/1.md' });
    assert.deepEqual(name('2'), { kind: 'memo', id: 'memos/2.md' });
    assert.equal(name('constructor'), undefined);
  });

  it('are found from what they lead to', () => {
    const from = (kind: 'code' | 'quotation' | 'case' | 'memo', id: string) =>
      linksTo(study, { kind, id }).map(({ memo, link }) => memo.text.slice(link.range.start, link.range.end));
    assert.deepEqual(from('code', 'a'), ['code:a', '[[trust]]']);
    assert.deepEqual(from('quotation', 'q1'), ['quotation:q1']);
    assert.deepEqual(from('case', 'Value Care'), ['case:Value Care']);
    assert.deepEqual(from('memo', 'memos/1.md'), ['[[First]]', '[[memos/1.md]]']);
    assert.deepEqual(from('code', 'b'), []);
  });

  it('are no problem when all is there', () => {
    assert.deepEqual(found(study), []);
  });

  it('are one when what they lead to is gone, at their place', () => {
    const text = 'code:x quotation:q9 document:x.md case:X [[X]] code:a\n';
    const problems = problemsOf(withMemos({ 'memos/1.md': text }));
    assert.deepEqual(
      problems.map(({ file, message, range }) => [
        file,
        message.key,
        range && text.slice(range.start, range.end),
      ]),
      [
        ['memos/1.md', 'memo.gone.code', 'code:x'],
        ['memos/1.md', 'memo.gone.quotation', 'quotation:q9'],
        ['memos/1.md', 'memo.gone.document', 'document:x.md'],
        ['memos/1.md', 'memo.gone.case', 'case:X'],
        ['memos/1.md', 'memo.gone.name', '[[X]]'],
      ],
    );
  });

  it('do not count where the front matter is not YAML, which is said', () => {
    const study = withMemos({ 'memos/1.md': '---\ntitle: [\n---\n' });
    assert.deepEqual(
      found(study).map(([file, key]) => [file, key]),
      [['memos/1.md', 'transcript.frontMatter']],
    );
  });
});

describe('problems of relations and code sets', () => {
  it('name a relation whose end is gone, or that is between a code and a quotation', () => {
    const study = withRelations(
      { id: 'r1', from: 'code:a', to: 'code:z', type: 'is a' },
      { id: 'r2', from: 'quotation:q1', to: 'quotation:q9', type: 'supports' },
      { id: 'r3', from: 'code:a', to: 'quotation:q1', type: 'is a' },
      { id: 'r4', from: 'code:a', to: 'code:b', type: 'is a' },
    );
    const file = 'relations.json';
    assert.deepEqual(found(study), [
      [file, 'relations.endGone', { file, from: 'Trust', to: 'z', type: 'is a', end: 'code:z' }],
      [file, 'relations.endGone', { file, from: 'x', to: 'q9', type: 'supports', end: 'quotation:q9' }],
      [file, 'relations.mixed', { file, from: 'code:a', to: 'quotation:q1', type: 'is a' }],
    ]);
  });

  it('name what is no code in a set', () => {
    const sets = new Map([['s', { id: 's', name: 'Set', codes: ['a', 'y', 'z'] }]]);
    const study = { ...base, codebook: { ...base.codebook, sets } };
    const values = { name: 'Set', codes: 'y, z' };
    assert.deepEqual(found(study), [['codebook.json', 'codebook.setUnknownCodes', values]]);
  });
});
