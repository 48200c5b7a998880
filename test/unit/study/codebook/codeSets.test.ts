import assert from 'node:assert/strict';
import {
  addToCodeSet,
  createCodeSet,
  deleteCodeSet,
  removeFromCodeSet,
  renameCodeSet,
} from '../../../../src/core/study/codebook/codeSets.ts';
import { author, made } from '../trees.ts';
import { done, refusedAs, study, the, theSet, told } from './small.ts';

describe('code sets', () => {
  it('are made of codes, under a name of their own', () => {
    const asked = createCodeSet(study, '  In vivo ', [the('a'), the('b')], author);
    const after = done(asked);
    assert.deepEqual(theSet('in-vivo', after), { id: 'in-vivo', name: 'In vivo', codes: ['a', 'b'] });
    assert.deepEqual(told(asked), {
      op: 'set',
      codes: ['a', 'b'],
      set: 'In vivo',
      names: { a: 'A', b: 'B' },
      after: { a: 'In vivo', b: 'In vivo' },
    });
    assert.deepEqual(theSet('s-2', done(createCodeSet(study, 'S!', [], author))).codes, []);
  });

  it('are renamed, and refuse a name that is empty or taken', () => {
    const asked = renameCodeSet(study, theSet('s'), 'Key codes', author);
    assert.equal(theSet('s', done(asked)).name, 'Key codes');
    assert.deepEqual(told(asked)?.before, { b: 'S', loose: 'S' });
    assert.deepEqual(told(asked)?.after, { b: 'Key codes', loose: 'Key codes' });
    assert.equal(theSet('s', done(renameCodeSet(study, theSet('s'), 's', author))).name, 's');
    assert.equal(refusedAs(renameCodeSet(study, theSet('s'), ' ', author)), 'codeSet.nameEmpty');
    assert.equal(refusedAs(createCodeSet(study, ' s', [], author)), 'codeSet.nameTaken');
    assert.equal(refusedAs(createCodeSet(study, '', [], author)), 'codeSet.nameEmpty');
  });

  it('take codes in, each once, and let them go', () => {
    const added = addToCodeSet(study, theSet('s'), [the('a'), the('b')], author);
    const more = done(added);
    assert.deepEqual(theSet('s', more).codes, ['b', 'loose', 'a']);
    assert.deepEqual(told(added)?.after, { a: 'S' });
    const removed = removeFromCodeSet(study, theSet('s'), [the('a'), the('b')], author);
    assert.deepEqual(theSet('s', done(removed)).codes, ['loose']);
    assert.deepEqual(told(removed)?.before, { b: 'S' });
    assert.deepEqual(made(addToCodeSet(study, theSet('s'), [the('b')], author)).changes, []);
    assert.deepEqual(made(removeFromCodeSet(study, theSet('s'), [the('a')], author)).changes, []);
  });

  it('are deleted without their codes', () => {
    const asked = deleteCodeSet(study, theSet('s'), author);
    const after = done(asked);
    assert.equal(after.codebook.sets.size, 0);
    assert.equal(after.codebook.codes.size, study.codebook.codes.size);
    assert.deepEqual(told(asked)?.before, { b: 'S', loose: 'S' });
  });
});
