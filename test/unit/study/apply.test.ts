import assert from 'node:assert/strict';
import { apply, nothingChanged } from '../../../src/core/study/apply.ts';
import {
  deleteQuotations,
  operation,
  recodingChanges,
  setComment,
  toggleStar,
} from '../../../src/core/study/coding.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import { inverse, type Operation } from '../../../src/core/study/operation.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { author, code, quotation, studyOf, updateCode } from './trees.ts';

const q1 = quotation('q1', 'one.md', ['a']);
const q2 = quotation('q2', 'one.md', ['a'], { coder: 'ldb' });
const a = code('a', undefined, { definition: 'Old.' });
const study = studyOf([a], { 'one.md': { quotations: [q1, q2] }, 'two.md': { quotations: [] } });

const the = (from: Study, id: string) =>
  from.documents.get('one.md')?.quotations.find((quotation) => quotation.id === id);

/** The study after somebody else changed a quotation. */
function elsewhere(fields: Partial<Quotation>): Study {
  return studyOf([a], { 'one.md': { quotations: [{ ...q1, ...fields }, q2] } });
}

/** Applies an operation of which one change must be left out, and the study stay as it was where that one is. */
function assertLeftOut(from: Study, asked: Operation, ids: readonly string[]): Study {
  const applied = apply(from, asked);
  assert.deepEqual(
    applied.conflicts.map(({ id }) => id),
    ids,
  );
  assert.deepEqual(
    applied.operation.changes,
    asked.changes.filter((change) => !applied.conflicts.includes(change)),
  );
  return applied.study;
}

describe('an operation on a record that somebody else changed', () => {
  it('leaves that record alone and names it, and does the rest', () => {
    const after = assertLeftOut(
      elsewhere({ codes: ['a', 'b'] }),
      operation('k', {}, recodingChanges([q1, q2], { add: ['c'] }, author)),
      ['q1'],
    );
    assert.deepEqual(the(after, 'q1')?.codes, ['a', 'b']);
    assert.deepEqual(the(after, 'q2')?.codes, ['a', 'c']);
  });

  it('goes through when they changed another field', () => {
    const after = assertLeftOut(elsewhere({ comment: 'Theirs.' }), toggleStar([q1], author), []);
    assert.equal(the(after, 'q1')?.star, true);
    assert.equal(the(after, 'q1')?.comment, 'Theirs.');
  });

  it('does not delete what it did not see', () => {
    const after = assertLeftOut(elsewhere({ comment: 'Theirs.' }), deleteQuotations(study, [q1, q2]), ['q1']);
    assert.equal(the(after, 'q1')?.comment, 'Theirs.');
    assert.equal(the(after, 'q2'), undefined);
    const made = { ...operation('k', {}, []), changes: inverse(deleteQuotations(study, [q1])).changes };
    assertLeftOut(elsewhere({ star: true }), inverse(made), ['q1']);
  });

  it('deletes a quotation whose words or doubt follow from the text', () => {
    const moved: Partial<Quotation> = {
      exact: 'y',
      suffix: 'z',
      anchor: { state: 'lost', since: '2024-01-01T00:00:00Z' },
    };
    assertLeftOut(elsewhere(moved), deleteQuotations(study, [q1]), []);
  });

  it('does not make a record twice, nor change one that is gone', () => {
    const again = inverse(deleteQuotations(study, [q1]));
    assertLeftOut(study, again, ['q1']);
    const gone = studyOf([], { 'one.md': { quotations: [q2] } });
    assertLeftOut(gone, setComment(q1, 'Mine.', author), ['q1']);
    assertLeftOut(gone, updateCode(a, { definition: 'New.' }, author), ['a']);
  });

  it('names the quotations of a document that is gone', () => {
    assertLeftOut(studyOf([a], {}), deleteQuotations(study, [q1, q2]), ['q1', 'q2']);
  });

  it('says that nothing changed when all was left out', () => {
    const { study: after, changed } = apply(study, inverse(deleteQuotations(study, [q1])));
    assert.equal(after, study);
    assert.deepEqual(changed, nothingChanged);
  });
});

describe('what an operation touched', () => {
  it('is the sidecars of the coders whose quotations changed', () => {
    const { changed } = apply(study, toggleStar([q2], author));
    assert.deepEqual(changed.quotations, new Map([['one.md', new Set(['ldb'])]]));
    assert.equal(changed.codes, false);
  });

  it('is settings and cases too', () => {
    const { study: after, changed } = apply(study, {
      label: { key: 'k', values: {} },
      changes: [
        { record: 'settings', id: 'settings', before: {}, after: { title: 'T' } },
        { record: 'case', id: 'North', before: null, after: { name: 'North', attributes: {} } },
      ],
    });
    assert.equal(after.settings.title, 'T');
    assert.ok(after.cases.cases.has('North'));
    assert.deepEqual([changed.settings, changed.cases, changed.codes], [true, true, false]);
  });
});

describe('the inverse of an operation', () => {
  it('takes back several changes of one record, last first', () => {
    const recoded = recodingChanges([q1], { add: ['b'] }, author);
    const twice = recodingChanges([{ ...q1, codes: ['a', 'b'] }], { add: ['c'] }, author);
    const both = operation('k', {}, [...recoded, ...twice]);
    const done = apply(study, both);
    assert.deepEqual(the(done.study, 'q1')?.codes, ['a', 'b', 'c']);
    const undone = apply(done.study, inverse(done.operation));
    assert.deepEqual(undone.conflicts, []);
    assert.deepEqual(undone.study, study);
  });
});
