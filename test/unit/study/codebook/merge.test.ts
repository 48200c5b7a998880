import assert from 'node:assert/strict';
import { mergeCodes } from '../../../../src/core/study/codebook/merge.ts';
import { rolledUpCounts } from '../../../../src/core/study/rolledUpCounts.ts';
import { author, code, studyOf } from '../trees.ts';
import { codesOf, done, quotationIn, refusedAs, study, the, theSet, told } from './small.ts';

describe('merging codes', () => {
  const asked = mergeCodes(study, [the('b'), the('loose')], the('a'), author, 'One thing.');
  const merged = done(asked);

  it('recodes the quotations, once each, with the highest weight', () => {
    assert.deepEqual(codesOf(merged, 'q1'), ['a']);
    assert.deepEqual(codesOf(merged, 'q2'), ['a']);
    assert.deepEqual(quotationIn(merged, 'q1')?.weight, { a: 70 });
    assert.deepEqual(rolledUpCounts(merged).get('a'), { codings: 3, documents: 2 });
  });

  it('joins what they mean, keeps the example and deletes the others', () => {
    const { definition, include, exclude, example } = the('a', merged);
    assert.deepEqual(
      { definition, include, exclude, example },
      { definition: 'What a is.\nWhat b is.', include: 'Both.', exclude: 'Not this.', example: 'q1' },
    );
    assert.deepEqual([...merged.codebook.codes.keys()], ['top', 'theme', 'a']);
    const elsewhere = done(mergeCodes(study, [the('b'), the('a')], the('loose'), author));
    assert.equal(the('loose', elsewhere).example, 'q2');
  });

  it('tells what went where, readable after the codes are gone', () => {
    assert.deepEqual(told(asked), {
      op: 'merge',
      from: ['b', 'loose'],
      into: ['a'],
      names: { b: 'B', loose: 'LOOSE', a: 'A' },
      quotations: 3,
      why: 'One thing.',
    });
  });

  it('takes relations and code sets along', () => {
    assert.deepEqual(theSet('s', merged).codes, ['a']);
    assert.deepEqual(
      [...merged.relations.relations.values()].map(({ from, to }) => [from, to]),
      [
        ['code:a', 'code:top'],
        ['quotation:q3', 'quotation:q4'],
      ],
    );
  });

  it('gives the children of a merged code to the other', () => {
    const after = done(mergeCodes(study, [the('theme')], the('loose'), author));
    assert.equal(the('a', after).parent, 'loose');
    assert.deepEqual(codesOf(after, 'q3'), ['loose']);
  });

  it('is refused into itself or a code below it', () => {
    for (const into of ['theme', 'a'])
      assert.equal(
        refusedAs(mergeCodes(study, [the('theme'), the('b')], the(into), author)),
        'code.mergeIntoItself',
      );
  });

  it('makes no code its own parent, also where parents were a cycle', () => {
    const cycle = studyOf([code('x', 'y'), code('y', 'x')], {});
    const after = done(mergeCodes(cycle, [the('x', cycle)], the('y', cycle), author), cycle);
    assert.ok(!('parent' in the('y', after)));
  });
});
