import assert from 'node:assert/strict';
import { deleteCodes } from '../../../../src/core/study/codebook/delete.ts';
import { rolledUpCounts } from '../../../../src/core/study/rolledUpCounts.ts';
import type { Study } from '../../../../src/core/study/study.ts';
import { author } from '../trees.ts';
import { codesOf, done, quotationIn, study, the, theSet, told, withFields } from './small.ts';

describe('deleting codes', () => {
  it('takes the codings and weights along and leaves the quotations', () => {
    const asked = deleteCodes(study, [the('b')], 'stay', author, 'Never used.');
    const after = done(asked);
    assert.deepEqual(codesOf(after, 'q1'), ['a']);
    assert.deepEqual(codesOf(after, 'q2'), ['loose']);
    assert.deepEqual(codesOf(after, 'q4'), []);
    assert.ok(!('weight' in (quotationIn(after, 'q2') ?? {})));
    assert.ok(!rolledUpCounts(after).has('b'));
    assert.deepEqual(told(asked), {
      op: 'delete',
      codes: ['b'],
      names: { b: 'B' },
      quotations: 3,
      why: 'Never used.',
    });
  });

  it('takes quotations along that are left without a code, with their relations and as examples', () => {
    const after = done(deleteCodes(study, [the('b'), the('loose')], 'go', author));
    assert.deepEqual(codesOf(after, 'q1'), ['a']);
    assert.equal(quotationIn(after, 'q2'), undefined);
    assert.equal(quotationIn(after, 'q4'), undefined);
    assert.deepEqual([...after.relations.relations.keys()], []);
    assert.equal(the('a', after).example, 'q1');
    const all = done(deleteCodes(study, [the('a'), the('b')], 'go', author));
    assert.equal(quotationIn(all, 'q1'), undefined);
    const exemplified = withFields('top', { example: 'q4' });
    const less = done(deleteCodes(exemplified, [the('b')], 'go', author), exemplified);
    assert.ok(!('example' in the('top', less)));
  });

  it('takes relations and memberships of code sets along', () => {
    const after = done(deleteCodes(study, [the('b')], 'stay', author));
    assert.deepEqual([...after.relations.relations.keys()], ['r3']);
    assert.deepEqual(theSet('s', after).codes, ['loose']);
  });

  it('takes a relation of a code with a quotation along, which only a file edited by hand can hold', () => {
    const mixed: Study = {
      ...study,
      relations: {
        relations: new Map([['r', { id: 'r', from: 'code:b', to: 'quotation:q4', type: 'is a' }]]),
      },
    };
    assert.equal(done(deleteCodes(mixed, [the('b')], 'go', author), mixed).relations.relations.size, 0);
  });

  it('moves children up to the nearest code that stays', () => {
    const after = done(deleteCodes(study, [the('theme')], 'stay', author));
    assert.equal(the('a', after).parent, 'top');
    const both = done(deleteCodes(study, [the('theme'), the('top')], 'stay', author));
    assert.ok(!('parent' in the('a', both)));
  });
});
