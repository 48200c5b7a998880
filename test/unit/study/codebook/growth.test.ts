import assert from 'node:assert/strict';
import { codebookGrowth, type HistoryFilter } from '../../../../src/core/study/codebook/growth.ts';
import type { HistoryEntry } from '../../../../src/core/study/history.ts';

const entries: readonly HistoryEntry[] = [
  { at: '2024-03-05T10:00:00Z', op: 'create', codes: ['a', 'b'], coder: 'ldb' },
  { at: '2024-04-02T08:00:00Z', op: 'merge', from: ['b'], into: ['a'], coder: 'ldb' },
  { at: '2024-03-31T23:59:59Z', op: 'create', codes: ['c'] },
  { at: '2024-04-02T08:00:00Z', op: 'group', codes: ['a'], parent: 't', coder: 'xyz' },
];
const history = { entries: new Map(entries.map((entry, index) => [`${index}`, entry])) };
const idsBy = (filter?: HistoryFilter) =>
  codebookGrowth(history, filter).map((entry) => `${entries.indexOf(entry)}`);

describe('how a codebook grew', () => {
  it('is told oldest first, what happened at the same time in the order of the file', () => {
    assert.deepEqual(idsBy(), ['0', '2', '1', '3']);
  });

  it('is filtered by the codes that an entry names in any part', () => {
    assert.deepEqual(idsBy({ codes: new Set(['b']) }), ['0', '1']);
    assert.deepEqual(idsBy({ codes: new Set(['t', 'c']) }), ['2', '3']);
    assert.deepEqual(idsBy({ codes: new Set() }), []);
  });

  it('is filtered by what was done and who did it', () => {
    assert.deepEqual(idsBy({ operations: new Set(['merge', 'group']) }), ['1', '3']);
    assert.deepEqual(idsBy({ coder: 'ldb' }), ['0', '1']);
    assert.deepEqual(idsBy({ coder: '' }), ['2']);
  });

  it('is filtered by a period, its last day or month included', () => {
    assert.deepEqual(idsBy({ from: '2024-03-31' }), ['2', '1', '3']);
    assert.deepEqual(idsBy({ to: '2024-03' }), ['0', '2']);
    assert.deepEqual(idsBy({ from: '2024-03-06', to: '2024-03-31' }), ['2']);
    assert.deepEqual(idsBy({ from: '2024-05' }), []);
  });

  it('is filtered by all of these together', () => {
    assert.deepEqual(idsBy({ codes: new Set(['a']), coder: 'ldb', from: '2024-04' }), ['1']);
  });
});
