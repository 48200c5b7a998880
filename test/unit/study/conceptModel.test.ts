import assert from 'node:assert/strict';
import { conceptModelOf, topsWithRelations } from '../../../src/core/study/conceptModel.ts';
import type { Relation, RelationEnd } from '../../../src/core/study/model.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { code, quotation, studyOf } from './trees.ts';

const tree = studyOf(
  [
    code('a', undefined, { level: 'dimension', color: 'green' }),
    code('a1', 'a'),
    code('a2', 'a', { color: '#123456' }),
    code('b', undefined, { level: 'dimension' }),
    code('lonely'),
  ],
  { 'one.md': { quotations: [quotation('q1', 'one.md', []), quotation('q2', 'one.md', [])] } },
);

function related(...said: readonly (readonly [string, RelationEnd, string, RelationEnd])[]): Study {
  const relations = said.map(([id, from, type, to]): [string, Relation] => [id, { id, from, type, to }]);
  return { ...tree, relations: { relations: new Map(relations) } };
}

const study = related(
  ['r3', 'code:b', 'is cause of', 'code:a'],
  ['r1', 'code:a1', 'contradicts', 'code:a2'],
  ['r2', 'code:a1', 'is a', 'code:gone'],
  ['r4', 'quotation:q1', 'continues', 'quotation:q2'],
);

describe('the conceptual model', () => {
  it('has the codes that are related, in the colours that flow down to them', () => {
    const { nodes, edges } = conceptModelOf(study);
    assert.deepEqual(nodes.map(({ id, color, level }) => [id, color, level]).slice(0, 3), [
      ['a', 'green', 'dimension'],
      ['a1', 'green', 'code'],
      ['a2', '#123456', 'code'],
    ]);
    assert.equal(nodes.length, 4);
    assert.deepEqual(
      edges.map(({ id, from, to, isDirected }) => [id, from, to, isDirected]),
      [
        ['r1', 'a1', 'a2', false],
        ['r3', 'b', 'a', true],
      ],
    );
  });

  it('can be of one part of the tree', () => {
    const { nodes, edges } = conceptModelOf(study, 'a');
    assert.deepEqual([nodes.map(({ id }) => id), edges.map(({ id }) => id)], [['a1', 'a2'], ['r1']]);
    assert.deepEqual(conceptModelOf(study, 'b').nodes, []);
  });

  it('is all of it when the part that was chosen is gone', () => {
    assert.deepEqual(conceptModelOf(study, 'weg'), conceptModelOf(study));
  });

  it('names the tops that have relations within', () => {
    assert.deepEqual(
      topsWithRelations(study).map(({ id }) => id),
      ['a'],
    );
  });
});
