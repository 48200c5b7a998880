import assert from 'node:assert/strict';
import { createCodes } from '../../../../src/core/study/codebook/create.ts';
import { type Part, splitCode } from '../../../../src/core/study/codebook/split.ts';
import type { Code } from '../../../../src/core/study/model.ts';
import { rolledUpCounts } from '../../../../src/core/study/rolledUpCounts.ts';
import { author, made } from '../trees.ts';
import { codesOf, done, newIdOf, quotationIn, refusedAs, study, the, told, withFields } from './small.ts';

describe('splitting a code', () => {
  const parts: readonly Part[] = [
    { into: 'a', quotations: ['q1', 'q2'] },
    { into: { name: 'Rest' }, quotations: ['q2'] },
  ];
  const split = (keepCoding: boolean, of: readonly Part[] = parts, code: Code = the('b')) =>
    splitCode(study, code, { parts: of, keepCoding }, author);

  it('sends each quotation to the codes that it is given to, once each, with its weight', () => {
    const after = done(split(false));
    assert.deepEqual(codesOf(after, 'q1'), ['a']);
    assert.deepEqual(quotationIn(after, 'q1')?.weight, { a: 70 });
    assert.deepEqual(codesOf(after, 'q2'), ['a', 'rest', 'loose']);
    assert.deepEqual(quotationIn(after, 'q2')?.weight, { a: 5, rest: 5 });
    assert.deepEqual(rolledUpCounts(after).get('b'), { codings: 1, documents: 1 });
  });

  it('makes new codes beside the old one, of its level', () => {
    const { level, parent, name } = the('rest', done(split(false)));
    assert.deepEqual({ level, parent, name }, { level: 'code', parent: 'theme', name: 'Rest' });
    const under = done(split(false, [{ into: { name: 'Rest', parent: 'b' }, quotations: [] }]));
    assert.equal(the('rest', under).parent, 'b');
  });

  it('leaves what is in no part, and the code, as they are', () => {
    const after = done(split(false));
    assert.deepEqual(codesOf(after, 'q4'), ['b']);
    assert.equal(the('b', after).definition, 'What b is.');
  });

  it('keeps the old coding where that is asked, for all or for some', () => {
    const all = done(split(true));
    assert.deepEqual(codesOf(all, 'q1'), ['a', 'b']);
    assert.deepEqual(quotationIn(all, 'q1')?.weight, { a: 70, b: 70 });
    const some = done(split(false, [...parts, { into: 'b', quotations: ['q2'] }]));
    assert.deepEqual(codesOf(some, 'q1'), ['a']);
    assert.deepEqual(codesOf(some, 'q2'), ['a', 'rest', 'b', 'loose']);
  });

  it('takes away an example that the code no longer covers', () => {
    assert.ok(!('example' in the('b', done(split(false)))));
    assert.equal(the('b', done(split(true))).example, 'q2');
    const from = withFields('b', { example: 'q4' });
    const after = done(splitCode(from, the('b', from), { parts, keepCoding: false }, author), from);
    assert.equal(the('b', after).example, 'q4');
  });

  it('tells what became of it', () => {
    assert.deepEqual(told(split(false)), {
      op: 'split',
      from: ['b'],
      into: ['a', 'rest'],
      names: { b: 'B', a: 'A', rest: 'Rest' },
      quotations: 2,
    });
    assert.deepEqual(made(split(false)).label.values, { code: 'B', into: 'A, Rest' });
  });

  it('calls a code by its name, also where the id is a word of the language', () => {
    const asked = createCodes(study, [{ name: 'Constructor' }], author);
    const from = done(asked);
    const into = [{ into: newIdOf(asked), quotations: ['q1'] }];
    const { label } = made(splitCode(from, the('b', from), { parts: into, keepCoding: false }, author));
    assert.deepEqual(label.values, { code: 'B', into: 'Constructor' });
  });

  it('passes over quotations that do not carry the code, or are gone', () => {
    const asked = split(false, [{ into: 'a', quotations: ['q3', 'gone'] }]);
    assert.deepEqual(made(asked).changes, []);
  });

  it('is refused for a code that is gone, and for a new name that is taken', () => {
    assert.equal(refusedAs(split(false, [{ into: 'gone', quotations: ['q1'] }])), 'code.gone');
    assert.equal(
      refusedAs(split(false, [{ into: { name: 'Loose' }, quotations: ['q1'] }])),
      'code.nameTaken',
    );
    const twice = [
      { into: { name: 'New' }, quotations: ['q1'] },
      { into: { name: 'new' }, quotations: ['q2'] },
    ];
    assert.equal(refusedAs(split(false, twice)), 'code.nameTaken');
  });
});
