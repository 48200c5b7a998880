import assert from 'node:assert/strict';
import { compareCodes } from '../../../src/core/analysis/codeComparison.ts';
import { findQuotation, quotationsAlike } from '../../../src/core/study/quotations.ts';
import { emptyStudy, withDocuments } from '../../../src/core/study/study.ts';
import { documentOf, smallStudy } from '../tables/small.ts';

const ids = (quotations: Iterable<{ readonly id: string }>) => [...quotations].map(({ id }) => id);

describe('comparing two codes', () => {
  it('lays their quotations side by side by case, and says which carry both', () => {
    const { counts, both, groups } = compareCodes(smallStudy(), ['trust', 'open']);
    assert.deepEqual(counts, [3, 2]);
    assert.deepEqual(ids(both), ['q1', 'q2']);
    assert.deepEqual(
      groups.map(({ subject, quotations: [left, right] }) => [subject, ids(left), ids(right)]),
      [
        [{ kind: 'case', name: 'Beta' }, ['q4'], []],
        [{ kind: 'case', name: 'Alpha' }, ['q1', 'q2'], ['q1', 'q2']],
      ],
    );
  });

  it('finds nothing in common between codes that never meet, and leaves out cases with neither', () => {
    const { both, groups } = compareCodes(smallStudy(), ['contract', 'open']);
    assert.deepEqual(ids(both), []);
    assert.deepEqual(
      groups.map(({ subject }) => subject),
      [{ kind: 'case', name: 'Alpha' }],
    );
  });

  it('goes by document where there are no cases', () => {
    const { codebook } = smallStudy();
    const study = withDocuments(
      { ...emptyStudy, codebook },
      new Map([['a.md', documentOf('a.md', '**R:** «q1 open|Yes» «q2 contract|No»\n')]]),
    );
    assert.deepEqual(
      compareCodes(study, ['open', 'contract']).groups.map(({ subject }) => subject),
      [{ kind: 'document', path: 'a.md' }],
    );
  });
});

describe('what a quotation is compared with', () => {
  it('is every other quotation with a code of its own', () => {
    const study = smallStudy();
    const alike = (id: string) => {
      const quotation = findQuotation(study, id);
      assert.ok(quotation);
      return ids(quotationsAlike(study, quotation));
    };
    assert.deepEqual(alike('q1'), ['q2', 'q4']);
    assert.deepEqual(alike('q2'), ['q1']);
    assert.deepEqual(alike('q3'), []);
    assert.deepEqual(alike('q6'), []);
  });
});
