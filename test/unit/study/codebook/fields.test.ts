import assert from 'node:assert/strict';
import { changeLevel } from '../../../../src/core/study/codebook/changeLevel.ts';
import { createCodes, creationLines, newCode } from '../../../../src/core/study/codebook/create.ts';
import { defineCode } from '../../../../src/core/study/codebook/define.ts';
import { codeNamed } from '../../../../src/core/study/codebook/names.ts';
import { recolorCodes } from '../../../../src/core/study/codebook/recolor.ts';
import { renameCode } from '../../../../src/core/study/codebook/rename.ts';
import { author, made } from '../trees.ts';
import { done, newIdOf, refusedAs, study, the, told } from './small.ts';

describe('creating codes', () => {
  it('gives them an id of their name that no code has', () => {
    const two = createCodes(study, [{ name: 'À!', parent: 'theme' }, { name: ' a  Á ' }], author);
    const after = done(two);
    assert.equal(the('a-2', after).name, 'À!');
    assert.equal(the('a-2', after).parent, 'theme');
    assert.equal(the('a-a', after).name, 'a Á');
    assert.deepEqual(told(two), {
      op: 'create',
      codes: ['a-2', 'a-a'],
      names: { 'a-2': 'À!', 'a-a': 'a Á' },
    });
  });

  it('tells under which code they come when that is one', () => {
    const asked = createCodes(study, [{ name: 'X', parent: 'theme' }], author, ' Said twice. ');
    const names = { x: 'X', theme: 'THEME' };
    assert.deepEqual(told(asked), { op: 'create', codes: ['x'], parent: 'theme', names, why: 'Said twice.' });
  });

  it('is refused for a name that is empty or taken, for no colour and for a parent that is gone', () => {
    const refused = (fields: Parameters<typeof createCodes>[1]) => createCodes(study, fields, author);
    assert.equal(refusedAs(refused([{ name: ' ' }])), 'code.nameEmpty');
    assert.deepEqual(refused([{ name: 'Loose' }]), {
      refused: { key: 'code.nameTaken', values: { name: 'LOOSE' } },
      sameName: 'loose',
    });
    assert.deepEqual(refused([{ name: 'New' }, { name: 'new' }]), {
      refused: { key: 'code.nameTaken', values: { name: 'New' } },
    });
    assert.equal(refusedAs(refused([{ name: 'x', color: 'red' }])), 'code.noColor');
    assert.equal(refusedAs(refused([{ name: 'x', parent: 'gone' }])), 'code.gone');
  });

  it('is told once for codes that are made while coding', () => {
    assert.deepEqual(creationLines(study, [], author), []);
    const { code } = newCode(study.codebook, { name: 'Trust' }, author);
    const [line, ...others] = creationLines(study, [code], author);
    assert.deepEqual(others, []);
    assert.deepEqual(line?.after, {
      at: author.now,
      op: 'create',
      codes: ['trust'],
      names: { trust: 'Trust' },
    });
  });
});

describe('renaming a code', () => {
  it('keeps the id and cleans the name', () => {
    const asked = renameCode(study, the('a'), '  Openness \n now ', author);
    const after = done(asked);
    assert.equal(the('a', after).name, 'Openness now');
    assert.equal(codeNamed(after.codebook, 'openness NOW')?.id, 'a');
    assert.deepEqual(told(asked), {
      op: 'rename',
      codes: ['a'],
      names: { a: 'A' },
      before: { a: 'A' },
      after: { a: 'Openness now' },
    });
  });

  it('is refused for a name that another code has, which it names, and for none', () => {
    assert.deepEqual(renameCode(study, the('a'), ' loose', author), {
      refused: { key: 'code.nameTaken', values: { name: 'LOOSE' } },
      sameName: 'loose',
    });
    assert.equal(refusedAs(renameCode(study, the('a'), '  ', author)), 'code.nameEmpty');
  });

  it('lets a code change the case of its own name, and tells nothing of the same name', () => {
    assert.equal(the('a', done(renameCode(study, the('a'), 'a', author))).name, 'a');
    assert.deepEqual(made(renameCode(study, the('a'), 'A ', author)).changes, []);
  });
});

describe('recolouring codes', () => {
  it('sets the colour of all, and passes over those that have it', () => {
    const asked = recolorCodes(study, [the('a'), the('top')], 'green', author);
    assert.equal(the('a', done(asked)).color, 'green');
    assert.deepEqual(told(asked), { op: 'recolour', codes: ['a'], names: { a: 'A' }, after: { a: 'green' } });
  });

  it('takes a colour away', () => {
    const asked = recolorCodes(study, [the('top')], undefined, author);
    assert.ok(!('color' in the('top', done(asked))));
    assert.deepEqual(told(asked)?.before, { top: 'green' });
  });

  it('is refused for what is no colour', () => {
    for (const color of ['red', '#12', '#12345g', '', 'url(x)'])
      assert.equal(refusedAs(recolorCodes(study, [the('a')], color, author)), 'code.noColor', color);
    for (const color of ['purple', '#A1b2C3'])
      assert.equal(refusedAs(recolorCodes(study, [the('a')], color, author)), 'not refused', color);
  });
});

describe('defining a code', () => {
  it('sets all four in one step, leaves what is not said and takes away what is empty', () => {
    const asked = defineCode(
      study,
      the('a'),
      { definition: ' More. ', include: '', example: 'q3' },
      author,
      'Two coders differed.',
    );
    const after = the('a', done(asked));
    assert.equal(after.definition, 'More.');
    assert.ok(!('include' in after));
    assert.equal(after.example, 'q3');
    assert.equal(the('b', done(defineCode(study, the('b'), { include: 'x' }, author))).exclude, 'Not this.');
    assert.deepEqual(told(asked), {
      op: 'define',
      codes: ['a'],
      names: { a: 'A' },
      why: 'Two coders differed.',
    });
  });

  it('is refused for an example that is no quotation, unless the code had it', () => {
    assert.equal(refusedAs(defineCode(study, the('a'), { example: 'gone' }, author)), 'code.exampleGone');
    const odd = { ...the('a'), example: 'gone' };
    assert.equal(refusedAs(defineCode(study, odd, { example: 'gone', exclude: 'x' }, author)), 'not refused');
  });
});

describe('changing the level of codes', () => {
  it('leaves them where they are and tells what was', () => {
    const asked = changeLevel(study, [the('a'), the('theme'), the('b')], 'theme', author);
    const after = done(asked);
    assert.equal(the('a', after).level, 'theme');
    assert.equal(the('a', after).parent, 'theme');
    assert.deepEqual(told(asked), {
      op: 'level',
      codes: ['a', 'b'],
      names: { a: 'A', b: 'B' },
      before: { a: 'code', b: 'code' },
      after: { a: 'theme', b: 'theme' },
    });
  });
});

describe('a new code', () => {
  it('can be found in the operation that makes it', () => {
    assert.equal(newIdOf(createCodes(study, [{ name: 'Loose ends' }], author)), 'loose-ends');
  });
});
