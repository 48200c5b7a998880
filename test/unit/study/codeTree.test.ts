import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ancestorAt, codeTreeOf, isInCycle } from '../../../src/core/study/codeTree.ts';
import { isColor, shownColorOf } from '../../../src/core/study/colors.ts';
import type { Code, Codebook } from '../../../src/core/study/model.ts';
import { isPaletteSlot } from '../../../src/core/study/palette.ts';
import { codesDrawn } from './drawn.ts';
import { code } from './trees.ts';

const codebookOf = (codes: readonly Code[]): Codebook => ({
  sets: new Map(),
  codes: new Map(codes.map((one) => [one.id, one])),
});
const idsOf = (codes: readonly Code[]) => codes.map(({ id }) => id);

describe('the code tree', () => {
  it('lists every code once, parents before children, whatever the parents are', () => {
    fc.assert(
      fc.property(codesDrawn, (codes) => {
        const tree = codeTreeOf(codebookOf(codes));
        assert.deepEqual(idsOf(tree.all).sort(), idsOf(codes).sort());
        for (const [at, { id }] of tree.all.entries()) {
          const parent = tree.parentOf(id);
          if (parent) assert.ok(tree.all.indexOf(parent) < at);
          else assert.ok(tree.roots.some((root) => root.id === id));
        }
      }),
    );
  });

  it('says the same from above and from below', () => {
    fc.assert(
      fc.property(codesDrawn, (codes) => {
        const tree = codeTreeOf(codebookOf(codes));
        for (const { id } of codes) {
          const path = idsOf(tree.pathTo(id));
          assert.equal(path.at(-1), id);
          for (const above of codes)
            assert.equal(idsOf(tree.withDescendants(above.id)).includes(id), path.includes(above.id));
          assert.deepEqual(
            idsOf(tree.childrenOf(id)),
            idsOf(tree.all.filter((child) => tree.parentOf(child.id)?.id === id)),
          );
        }
      }),
    );
  });

  it('puts just the codes at the top whose parent is absent, unknown, or above itself', () => {
    fc.assert(
      fc.property(codesDrawn, (codes) => {
        const codebook = codebookOf(codes);
        const roots = idsOf(codeTreeOf(codebook).roots);
        for (const one of codes) {
          const { id, parent } = one;
          const known = parent !== undefined && codebook.codes.has(parent);
          assert.equal(roots.includes(id), !known || isInCycle(codebook.codes, one));
        }
      }),
    );
  });

  it('keeps what hangs below a cycle', () => {
    const tree = codeTreeOf(
      codebookOf([code('x', 'y'), code('y', 'x'), code('z', 'y'), code('self', 'self')]),
    );
    assert.deepEqual(idsOf(tree.roots), ['self', 'x', 'y']);
    assert.deepEqual(idsOf(tree.pathTo('z')), ['y', 'z']);
  });

  it('orders siblings as a reader does', () => {
    const names = ['Één', 'zorg', 'Code 10', 'Code 9', 'eend', 'Zelf'];
    const codes = names.map((name, index) => code(`c${index}`, undefined, { name }));
    assert.deepEqual(
      codeTreeOf(codebookOf(codes)).roots.map(({ name }) => name),
      ['Code 9', 'Code 10', 'Één', 'eend', 'Zelf', 'zorg'],
    );
  });

  it('finds the nearest code of a level on the way up', () => {
    const codebook = codebookOf([
      code('top', undefined, { level: 'dimension' }),
      code('upper', 'top', { level: 'theme' }),
      code('lower', 'upper', { level: 'theme' }),
      code('a', 'lower'),
    ]);
    assert.equal(ancestorAt(codebook, 'a', 'theme')?.id, 'lower');
    assert.equal(ancestorAt(codebook, 'a', 'dimension')?.id, 'top');
    assert.equal(ancestorAt(codebook, 'top', 'theme'), undefined);
  });
});

describe('the colour that a code is shown in', () => {
  const codebook = codebookOf([
    code('top', undefined, { color: 'green' }),
    code('theme', 'top'),
    code('own', 'theme', { color: '#12aBff' }),
    code('below', 'own'),
    code('wrong', 'theme', { color: 'pink' }),
    code('plain'),
    code('under', 'plain'),
  ]);

  it('flows down until a code has its own', () => {
    assert.equal(shownColorOf(codebook, 'theme'), 'green');
    assert.equal(shownColorOf(codebook, 'own'), '#12aBff');
    assert.equal(shownColorOf(codebook, 'below'), '#12aBff');
  });

  it('flows past a colour that does not exist', () => {
    assert.equal(shownColorOf(codebook, 'wrong'), 'green');
  });

  it('is one of the palette for a whole tree without colours, and for an unknown code', () => {
    assert.ok(isPaletteSlot(shownColorOf(codebook, 'plain')));
    assert.equal(shownColorOf(codebook, 'under'), shownColorOf(codebook, 'plain'));
    assert.ok(isColor(shownColorOf(codebook, 'unknown')));
  });
});
