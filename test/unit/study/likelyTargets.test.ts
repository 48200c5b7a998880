import assert from 'node:assert/strict';
import { memoOf } from '../../../src/core/formats/memo.ts';
import type { HistoryEntry } from '../../../src/core/study/history.ts';
import { likelyTargets } from '../../../src/core/study/likelyTargets.ts';
import type { MemoLink } from '../../../src/core/study/memo.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { survivorsOf } from '../../../src/core/study/survivors.ts';
import { code, quotation, studyOf } from './trees.ts';

const base = studyOf([code('trust', undefined, { name: 'Trust' }), code('law', undefined, { name: 'Law' })], {
  'talks/one.md': { case: 'Value Care', quotations: [quotation('q7f3k2m9xw', 'talks/one.md', ['trust'])] },
});

function withHistory(...entries: readonly Omit<HistoryEntry, 'at'>[]): Study {
  const at = '2024-05-01T10:00:00Z';
  return {
    ...base,
    history: { entries: new Map(entries.map((one, index) => [String(index), { at, ...one }])) },
  };
}

describe('what took the place of a code', () => {
  it('is found along merges and splits', () => {
    const study = withHistory(
      { op: 'merge', from: ['a'], into: ['b'] },
      { op: 'split', from: ['b'], into: ['trust', 'c'] },
      { op: 'merge', from: ['c'], into: ['law'] },
    );
    assert.deepEqual(survivorsOf(study, 'a'), ['trust', 'law']);
    assert.deepEqual(survivorsOf(study, 'z'), []);
  });

  it('is looked for once in a circle', () => {
    const study = withHistory(
      { op: 'merge', from: ['a'], into: ['b'] },
      { op: 'merge', from: ['b'], into: ['a'] },
    );
    assert.deepEqual(survivorsOf(study, 'a'), []);
  });
});

describe('what a link that leads nowhere may mean', () => {
  const memos = new Map([['memos/a.md', memoOf('memos/a.md', { text: '# On repair\n' })]]);
  const merged = withHistory({
    op: 'merge',
    from: ['faith'],
    into: ['trust'],
    names: { faith: 'Good faith' },
  });
  const study: Study = { ...merged, memos };
  const likely = (kind: MemoLink['kind'], to: string) =>
    likelyTargets(study, { kind, to }).map(({ kind: what, id }) => `${what}:${id}`);

  it('is what the code became, and what is called nearly so', () => {
    assert.deepEqual(likely('code', 'faith'), ['code:trust']);
    assert.deepEqual(likely('name', 'good faith'), ['code:trust']);
    assert.deepEqual(likely('code', 'turst'), ['code:trust']);
    assert.deepEqual(likely('document', 'one.md'), ['document:talks/one.md']);
    assert.deepEqual(likely('case', 'ValueCare'), ['case:Value Care']);
    assert.deepEqual(likely('quotation', 'q7f3k2m9xx'), ['quotation:q7f3k2m9xw']);
    assert.deepEqual(likely('name', 'On repiar'), ['memo:memos/a.md']);
  });

  it('is nothing where nothing is like it', () => {
    assert.deepEqual(likely('code', 'something-else'), []);
    assert.deepEqual(likely('quotation', 'x'), []);
    assert.deepEqual(likely('name', 'constructor'), []);
  });
});
