import assert from 'node:assert/strict';
import { apply } from '../../../src/core/study/apply.ts';
import { problemsOf } from '../../../src/core/study/check.ts';
import { deleteCodes } from '../../../src/core/study/codebook/delete.ts';
import { mergeCodes } from '../../../src/core/study/codebook/merge.ts';
import { ungroupCodes } from '../../../src/core/study/codebook/ungroup.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { setSummary, summaryOf } from '../../../src/core/study/summaries.ts';
import { done, study, the } from './codebook/small.ts';
import { author } from './trees.ts';

/** The study with summaries, each `case/code` and what it says. */
function saying(texts: Readonly<Record<string, string>>, from: Study = study): Study {
  return Object.entries(texts).reduce((to, [place, text]) => {
    const [name = '', code = ''] = place.split('/');
    return apply(to, setSummary(to, { case: name, code }, text)).study;
  }, from);
}

const said = ({ summaries }: Study) =>
  Object.fromEntries([...summaries.summaries.values()].map((one) => [`${one.case}/${one.code}`, one.text]));

describe('a summary of a code in a case', () => {
  it('is written, changed and taken away; the same again changes nothing', () => {
    const first = saying({ 'X/a': ' It grew.\n' });
    assert.deepEqual(said(first), { 'X/a': 'It grew.' });
    assert.equal(summaryOf(first, { case: 'X', code: 'b' }), '');
    assert.deepEqual(setSummary(first, { case: 'X', code: 'a' }, 'It grew. ').changes, []);
    assert.deepEqual(setSummary(first, { case: 'Y', code: 'a' }, ' ').changes, []);
    assert.deepEqual(said(saying({ 'X/a': 'It did not.' }, first)), { 'X/a': 'It did not.' });
    assert.deepEqual(said(saying({ 'X/a': '' }, first)), {});
  });

  it('is left as it is when somebody else wrote in it meanwhile', () => {
    const mine = setSummary(saying({ 'X/a': 'It grew.' }), { case: 'X', code: 'a' }, 'Mine.');
    const theirs = saying({ 'X/a': 'Theirs.' });
    const applied = apply(theirs, mine);
    assert.equal(applied.conflicts.length, 1);
    assert.equal(applied.study, theirs);
  });

  it('goes along with its code into another, after what is said of that one, each text once', () => {
    const before = saying({ 'X/b': 'B.', 'X/a': 'A.', 'Y/b': 'Same.', 'Y/a': 'Same.', 'Z/b': 'B too.' });
    const merged = done(mergeCodes(before, [the('b')], the('a'), author), before);
    assert.deepEqual(said(merged), { 'X/a': 'A.\nB.', 'Y/a': 'Same.', 'Z/a': 'B too.' });
  });

  it('goes when its code is deleted, or ungrouped and left with nothing', () => {
    const before = saying({ 'X/b': 'B.', 'X/a': 'A.', 'X/top': 'T.' });
    assert.deepEqual(said(done(deleteCodes(before, [the('b')], 'stay', author), before)), {
      'X/a': 'A.',
      'X/top': 'T.',
    });
    assert.deepEqual(said(done(ungroupCodes(before, [the('top')], author), before)), {
      'X/b': 'B.',
      'X/a': 'A.',
    });
  });

  it('is a problem when its case or its code is not there', () => {
    const gone = problemsOf(saying({ 'X/a': 'No such case.' }));
    assert.deepEqual(
      gone
        .filter(({ file }) => file === 'summaries.json')
        .map(({ message: { key, values } }) => [key, values]),
      [['summaries.gone', { case: 'X', code: 'a' }]],
    );
    const cases = { ...study.cases, cases: new Map([['X', { name: 'X', attributes: {} }]]) };
    const there = problemsOf(saying({ 'X/a': 'It grew.' }, { ...study, cases }));
    assert.ok(there.every(({ file }) => file !== 'summaries.json'));
  });
});
