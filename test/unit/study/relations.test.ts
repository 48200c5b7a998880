import assert from 'node:assert/strict';
import { apply } from '../../../src/core/study/apply.ts';
import { isRefusal, type Refusal } from '../../../src/core/study/codebook/refusal.ts';
import { codeSetChangesOnDelete, codeSetChangesOnMerge } from '../../../src/core/study/codeSetChanges.ts';
import { deleteQuotations, operation } from '../../../src/core/study/coding.ts';
import type { Relation, RelationEnd } from '../../../src/core/study/model.ts';
import { inverse, type Operation, type RecordChange } from '../../../src/core/study/operation.ts';
import { relationChangesOnDelete, relationChangesOnMerge } from '../../../src/core/study/relationChanges.ts';
import { relationsAt } from '../../../src/core/study/relationEnds.ts';
import {
  changeRelationType,
  relate,
  removeRelations,
  reverseRelation,
  setRelationComment,
} from '../../../src/core/study/relations.ts';
import { relationTypesFor } from '../../../src/core/study/relationTypes.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { code, quotation, studyOf } from './trees.ts';

const author = { coder: '', now: '2024-05-01T10:00:00Z', newId: (kind: string) => `${kind}new` };
const empty = studyOf([code('a'), code('b'), code('c')], {
  'one.md': { quotations: [quotation('q1', 'one.md', ['a']), quotation('q2', 'one.md', ['b'])] },
});

/** A study with relations, each written as its id and `from type to`. */
function related(...said: readonly (readonly [string, RelationEnd, string, RelationEnd, string?])[]): Study {
  const relations = said.map(([id, from, type, to, comment]): [string, Relation] => [
    id,
    { id, from, to, type, ...(comment !== undefined && { comment }) },
  ]);
  return { ...empty, relations: { relations: new Map(relations) } };
}

const saidIn = (study: Study) =>
  [...study.relations.relations.values()]
    .map(({ id, from, type, to, comment }) =>
      [id, `${from} ${type} ${to}`, ...(comment ? [comment] : [])].join(': '),
    )
    .sort();

function done(study: Study, changes: readonly RecordChange[] | Operation | Refusal): Study {
  const asked = 'label' in changes || 'refused' in changes ? changes : operation('', {}, changes);
  assert.ok(!isRefusal(asked));
  const applied = apply(study, asked);
  assert.deepEqual(applied.conflicts, []);
  const back = apply(applied.study, inverse(applied.operation)).study;
  assert.deepEqual(saidIn(back), saidIn(study));
  assert.deepEqual(back.codebook, study.codebook);
  return applied.study;
}

const refusal = (result: Operation | Refusal) => (isRefusal(result) ? result.refused.key : 'not refused');

describe('relations', () => {
  const one = related(['r1', 'code:a', 'is a', 'code:b']);
  const [r1] = one.relations.relations.values();
  assert.ok(r1);

  it('link two codes, or two quotations, with a type and a comment', () => {
    const from = 'code:a' as const;
    const made = done(
      empty,
      relate(empty, { from, to: 'code:b', type: ' is  a ', comment: ' Why. ' }, author),
    );
    assert.deepEqual(saidIn(made), ['rnew: code:a is a code:b: Why.']);
    assert.equal(made.relations.relations.get('rnew')?.created, author.now);
    const quoted = relate(empty, { from: 'quotation:q1', to: 'quotation:q2', type: 'supports' }, author);
    assert.deepEqual(saidIn(done(empty, quoted)), ['rnew: quotation:q1 supports quotation:q2']);
    assert.deepEqual(relationsAt(made, 'code:b'), [...made.relations.relations.values()]);
  });

  it('are refused for what makes no sense', () => {
    const asked = (from: RelationEnd, to: RelationEnd, type = 'is a') =>
      refusal(relate(one, { from, to, type }, author));
    assert.equal(asked('code:a', 'code:a'), 'relation.withItself');
    assert.equal(asked('code:a', 'code:z'), 'relation.endGone');
    assert.equal(asked('quotation:z', 'quotation:q1'), 'relation.endGone');
    assert.equal(asked('code:a', 'quotation:q1'), 'relation.mixed');
    assert.equal(asked('code:a', 'code:c', '  '), 'relation.noType');
    assert.equal(asked('code:a', 'code:b'), 'relation.exists');
    assert.equal(asked('code:b', 'code:a'), 'not refused');
  });

  it('change their type, direction and comment, and go', () => {
    assert.deepEqual(saidIn(done(one, changeRelationType(one, r1, 'is part of'))), [
      'r1: code:a is part of code:b',
    ]);
    assert.deepEqual(saidIn(done(one, reverseRelation(one, r1))), ['r1: code:b is a code:a']);
    const commented = done(one, setRelationComment(one, r1, 'Why.'));
    assert.deepEqual(saidIn(commented), ['r1: code:a is a code:b: Why.']);
    const [again] = commented.relations.relations.values();
    assert.ok(again);
    assert.deepEqual(saidIn(done(commented, setRelationComment(commented, again, ''))), saidIn(one));
    assert.deepEqual(saidIn(done(one, removeRelations([r1]))), []);
  });

  it('do not come to say what another says', () => {
    const both = related(
      ['r1', 'code:a', 'is a', 'code:b'],
      ['r2', 'code:b', 'is a', 'code:a'],
      ['r3', 'code:a', 'contradicts', 'code:b'],
    );
    assert.equal(refusal(reverseRelation(both, r1)), 'relation.exists');
    assert.equal(refusal(changeRelationType(both, r1, 'contradicts')), 'relation.exists');
    assert.equal(refusal(changeRelationType(both, r1, 'is a')), 'not refused');
  });

  it('are those of the code that stays after a merge, once each', () => {
    const study = related(
      ['r1', 'code:a', 'is a', 'code:b'],
      ['r2', 'code:a', 'is a', 'code:c', 'Of a.'],
      ['r3', 'code:b', 'is a', 'code:c', 'Of b.'],
      ['r4', 'code:c', 'contradicts', 'code:a'],
      ['r5', 'quotation:q1', 'supports', 'quotation:q2'],
    );
    const after = done(study, relationChangesOnMerge(study, new Set(['a']), 'b'));
    assert.deepEqual(saidIn(after), [
      'r3: code:b is a code:c: Of b.\nOf a.',
      'r4: code:c contradicts code:b',
      'r5: quotation:q1 supports quotation:q2',
    ]);
  });

  it('go with the code or quotation that is deleted', () => {
    const study = related(
      ['r1', 'code:a', 'is a', 'code:b'],
      ['r2', 'code:b', 'is a', 'code:c'],
      ['r3', 'quotation:q1', 'supports', 'quotation:q2'],
    );
    const after = done(study, relationChangesOnDelete(study, 'code', ['a', 'b']));
    assert.deepEqual(saidIn(after), ['r3: quotation:q1 supports quotation:q2']);
    const quotations = study.documents.get('one.md')?.quotations.slice(0, 1) ?? [];
    assert.deepEqual(saidIn(done(study, deleteQuotations(study, quotations))).length, 2);
  });

  it('have the usual types and those of the study', () => {
    const settings = { relationTypes: { codes: ['is a', 'strengthens'] } };
    assert.deepEqual(relationTypesFor(settings, 'code').slice(-3), ['is a', 'is property of', 'strengthens']);
    assert.ok(relationTypesFor({}, 'quotation').includes('justifies'));
  });
});

describe('code sets', () => {
  const set = { id: 's', name: 'Set', codes: ['a', 'b', 'c'] };
  const study = { ...empty, codebook: { ...empty.codebook, sets: new Map([['s', set]]) } };
  const codesAfter = (changes: readonly RecordChange[]) => done(study, changes).codebook.sets.get('s')?.codes;

  it('hold the code that stays after a merge once, and no code that is deleted', () => {
    assert.deepEqual(codesAfter(codeSetChangesOnMerge(study, new Set(['a']), 'c')), ['c', 'b']);
    assert.deepEqual(codesAfter(codeSetChangesOnDelete(study, new Set(['a', 'b']))), ['c']);
    assert.deepEqual(codeSetChangesOnDelete(study, new Set(['z'])), []);
  });
});
