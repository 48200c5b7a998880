import assert from 'node:assert/strict';
import type { ConceptModel } from '../../../src/core/study/conceptModel.ts';
import { filled, linesOf, shortened } from '../../../src/webview/model/labels.ts';
import { dashesOf } from '../../../src/webview/model/lineStyles.ts';
import { sceneOf, withMoved } from '../../../src/webview/model/scene.ts';
import { boundsOf, fitting, showing, zoomed } from '../../../src/webview/model/viewport.ts';

const model: ConceptModel = {
  nodes: ['a', 'b', 'c'].map((id) => ({ id, name: `Code ${id}`, level: 'code', color: 'sky' })),
  edges: [
    { id: 'r1', from: 'a', to: 'b', type: 'leidt tot', isDirected: true },
    { id: 'r2', from: 'a', to: 'b', type: 'contradicts', isDirected: false },
    { id: 'r3', from: 'b', to: 'c', type: 'leidt tot', isDirected: true },
  ],
};
const measure = (text: string) => 7 * text.length;

describe('the scene of the model', () => {
  it('puts nodes where the user did, and the others where the layout does', () => {
    const before = sceneOf(model, {}, measure);
    const { nodes } = sceneOf(model, { b: { x: 500, y: -20 }, gone: { x: 1, y: 1 } }, measure);
    assert.deepEqual([nodes[1]?.x, nodes[1]?.y], [500, -20]);
    assert.deepEqual(nodes[0], before.nodes[0]);
    assert.deepEqual(nodes[2], before.nodes[2]);
  });

  it('takes no place from what every object has', () => {
    const odd = {
      nodes: [{ id: 'constructor', name: 'c', level: 'code', color: 'sky' } as const],
      edges: [],
    };
    assert.equal(typeof sceneOf(odd, {}, measure).nodes[0]?.x, 'number');
  });

  it('lets the edges of a moved node follow', () => {
    const before = sceneOf(model, {}, measure);
    const after = withMoved(before, 'c', { x: 900, y: 0 });
    assert.deepEqual(after.edges[0], before.edges[0]);
    const end = after.edges[2]?.route.points.at(-1);
    assert.ok(end && end.x > 800);
  });

  it('gives the same dashes to the same type, and others to another', () => {
    const { edges } = sceneOf(model, {}, measure);
    assert.equal(edges[0]?.dashes, edges[2]?.dashes);
    assert.notEqual(edges[0]?.dashes, edges[1]?.dashes);
    assert.equal(new Set(dashesOf(['a', 'b', 'c', 'd', 'e', 'f']).values()).size, 6);
  });
});

describe('the labels of the model', () => {
  it('break names between words, and cut off what is too long', () => {
    assert.deepEqual(linesOf('Openheid en transparantie', 16, 3), ['Openheid en', 'transparantie']);
    assert.deepEqual(linesOf('een twee drie vier', 4, 2), ['een', 'twe…']);
    assert.deepEqual(linesOf('Onvoorstelbaarheid', 10, 3), ['Onvoorste…']);
    assert.equal(shortened('😀😀😀', 2), '😀…');
  });

  it('fill in what they know, and leave the rest', () => {
    assert.equal(filled('{name}, {count} of {what}', { name: '{count}', count: 2 }), '{count}, 2 of {what}');
  });
});

describe('the view of the model', () => {
  const areas = [
    { x: 0, y: 0, width: 100, height: 100 },
    { x: 900, y: 0, width: 100, height: 100 },
  ];

  it('fits all, and enlarges nothing', () => {
    const { scale, x } = fitting(areas, 524, 400);
    assert.equal(scale, 0.5);
    assert.equal(x, -74);
    assert.equal(fitting(areas, 5000, 5000).scale, 1);
    assert.equal(boundsOf([], 10).width, 1);
  });

  it('zooms about a point, within bounds', () => {
    const view = { x: 10, y: 20, scale: 1 };
    const near = zoomed(view, 2, { x: 30, y: 40 });
    assert.deepEqual(near, { scale: 2, x: 25, y: 40 });
    assert.equal(zoomed(view, 1000, { x: 0, y: 0 }).scale, 4);
    assert.equal(zoomed(view, 0.001, { x: 0, y: 0 }).scale, 0.1);
  });

  it('moves no further than shows a thing', () => {
    const view = { x: 0, y: 0, scale: 1 };
    assert.deepEqual(showing(view, { x: 50, y: 50, width: 20, height: 20 }, 100, 100), view);
    assert.equal(showing(view, { x: 200, y: 50, width: 20, height: 20 }, 100, 100).x, 122);
    assert.equal(showing(view, { x: -50, y: 50, width: 20, height: 20 }, 100, 100).x, -72);
  });
});
