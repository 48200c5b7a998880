import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { apply } from '../../../src/core/study/apply.ts';
import { createCodes } from '../../../src/core/study/codebook/create.ts';
import { groupCodes } from '../../../src/core/study/codebook/group.ts';
import { mergeCodes } from '../../../src/core/study/codebook/merge.ts';
import { shownColorOf } from '../../../src/core/study/colors.ts';
import type { Code } from '../../../src/core/study/model.ts';
import { looksOfSlots, paletteSlots } from '../../../src/core/study/palette.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { author, code, made, studyOf } from './trees.ts';

const names = ['Trust', 'Openness', 'Money', 'Time', 'Board', 'Contract', 'Conflict', 'Distance'];
const withNew = (study: Study, name: string): Study =>
  apply(study, made(createCodes(study, [{ name }], author))).study;
const colorsOf = (study: Study, ids: readonly string[]) => ids.map((id) => shownColorOf(study.codebook, id));
const the = (study: Study, id: string): Code => {
  const found = study.codebook.codes.get(id);
  assert.ok(found);
  return found;
};

describe('the colours of new codes', () => {
  const study = names.reduce(withNew, studyOf([], {}));
  const ids = names.map((name) => name.toLowerCase());

  it('are all of the palette before one comes again, made one by one or at once', () => {
    const seven = colorsOf(study, ids.slice(0, 7));
    assert.deepEqual([...seven].sort(), [...paletteSlots].sort());
    assert.equal(colorsOf(study, ids)[7], seven[0]);
    const empty = studyOf([], {});
    const atOnce = apply(
      empty,
      made(
        createCodes(
          empty,
          names.map((name) => ({ name })),
          author,
        ),
      ),
    ).study;
    assert.deepEqual(colorsOf(atOnce, ids), colorsOf(study, ids));
  });

  it('are not those of the dimensions, and are unlike them', () => {
    const colored = ['orange', 'vermilion'].map((color) => code(color, undefined, { color }));
    const color = shownColorOf(withNew(studyOf(colored, {}), 'New').codebook, 'new');
    assert.ok(['blue', 'sky', 'green'].includes(color), color);
  });

  it('stay, whatever is made, merged or grouped beside them', () => {
    const others = ids.slice(2);
    const before = colorsOf(study, others);
    const merged = apply(
      study,
      made(mergeCodes(study, [the(study, 'trust')], the(study, 'openness'), author)),
    ).study;
    assert.deepEqual(colorsOf(merged, others), before);
    const grouped = apply(
      study,
      made(groupCodes(study, [the(study, 'trust'), the(study, 'openness')], { name: 'Theme' }, author)),
    ).study;
    assert.deepEqual(colorsOf(grouped, others), before);
  });

  it('give way to the colour of the theme, also when that had none given', () => {
    const members = [the(study, 'trust'), the(study, 'openness')];
    const plain = apply(study, made(groupCodes(study, members, { name: 'Theme' }, author))).study;
    const theme = shownColorOf(plain.codebook, 'theme');
    assert.deepEqual(colorsOf(plain, ['trust', 'openness']), [theme, theme]);
    const group = { name: 'Theme', color: '#123456' };
    const colored = apply(study, made(groupCodes(study, members, group, author))).study;
    assert.deepEqual(colorsOf(colored, ['trust', 'openness']), ['#123456', '#123456']);
  });

  it('are chosen by age in a codebook that says none', () => {
    const old = names.map((name, index) =>
      code(name, undefined, {
        created: `2019-01-0${index + 1}T00:00:00Z`,
        ...(index === 6 && { slot: 'pink' }),
      }),
    );
    const one = studyOf(old, {});
    assert.equal(new Set(colorsOf(one, names.slice(0, 7))).size, 7);
    assert.deepEqual(colorsOf(studyOf([...old].reverse(), {}), names), colorsOf(one, names));
    assert.deepEqual(colorsOf(withNew(one, 'Later'), names), colorsOf(one, names));
  });
});

describe('the palette', () => {
  it('is that of the manifest', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const slot of paletteSlots) {
      const color = contributes.colors.find(({ id }: { id: string }) => id === `codeboom.${slot}`);
      const { dark, light } = color.defaults;
      assert.deepEqual({ dark, light }, looksOfSlots[slot]);
    }
  });
});
