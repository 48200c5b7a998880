import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { paletteSlots, shownColorOf, slotColors, standInOf } from '../../../src/core/study/colors.ts';
import type { Level } from '../../../src/core/study/model.ts';
import { code, studyOf } from './trees.ts';

const { codebook } = studyOf(
  [
    code('dimension', undefined, { level: 'dimension', color: 'green' }),
    code('theme', 'dimension', { level: 'theme' }),
    code('inner', 'theme', { level: 'theme', color: 'sky' }),
    code('a', 'inner'),
    code('direct', 'dimension'),
    code('lone-theme', undefined, { level: 'theme' }),
    code('b', 'lone-theme'),
    code('b-below', 'b'),
    code('loose'),
    code('loose-below', 'loose'),
  ],
  {},
);
const shown = (id: string) =>
  (['code', 'theme', 'dimension'] satisfies Level[]).map((by) => standInOf(codebook, id, by)?.id);

describe('colouring by code, theme or dimension', () => {
  it('takes the nearest code of that level, itself included', () => {
    assert.deepEqual(shown('a'), ['a', 'inner', 'dimension']);
    assert.deepEqual(shown('inner'), ['inner', 'inner', 'dimension']);
    assert.deepEqual(shown('theme'), ['theme', 'theme', 'dimension']);
    assert.deepEqual(shown('dimension'), ['dimension', 'dimension', 'dimension']);
  });

  it('takes the theme where there is no dimension yet', () => {
    assert.deepEqual(shown('b'), ['b', 'lone-theme', 'lone-theme']);
    assert.deepEqual(shown('b-below'), ['b-below', 'lone-theme', 'lone-theme']);
  });

  it('takes the code itself where it is in no theme', () => {
    assert.deepEqual(shown('loose'), ['loose', 'loose', 'loose']);
    assert.deepEqual(shown('loose-below'), ['loose-below', 'loose-below', 'loose-below']);
    assert.deepEqual(shown('direct'), ['direct', 'direct', 'dimension']);
  });

  it('knows nothing of a code that does not exist', () => {
    assert.deepEqual(shown('gone'), [undefined, undefined, undefined]);
  });

  it('goes with the colours that flow down', () => {
    assert.equal(shownColorOf(codebook, 'a'), 'sky');
    assert.equal(shownColorOf(codebook, standInOf(codebook, 'a', 'dimension')?.id ?? ''), 'green');
    assert.equal(shownColorOf(codebook, 'direct'), 'green');
    assert.equal(shownColorOf(codebook, 'b'), shownColorOf(codebook, 'lone-theme'));
  });
});

describe('the colours of pictures', () => {
  it('are those that the manifest gives the slots, in light and in dark themes', () => {
    const { colors } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
    for (const slot of paletteSlots) {
      const { light, dark } = colors.find(
        ({ id }: { readonly id: string }) => id === `codeboom.${slot}`,
      ).defaults;
      assert.deepEqual(slotColors[slot], { light, dark });
    }
  });
});
