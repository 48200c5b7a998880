import assert from 'node:assert/strict';
import { groupCodes } from '../../../../src/core/study/codebook/group.ts';
import { moveCodes } from '../../../../src/core/study/codebook/move.ts';
import { recolorCodes } from '../../../../src/core/study/codebook/recolor.ts';
import { ungroupCodes } from '../../../../src/core/study/codebook/ungroup.ts';
import { author, code, made, quotation, studyOf } from '../trees.ts';
import { codesOf, done, refusedAs, study, the, told } from './small.ts';

describe('moving codes', () => {
  it('puts them under a parent or at the top, and tells from where', () => {
    const asked = moveCodes(study, [the('loose'), the('a')], the('top'), author);
    assert.equal(the('loose', done(asked)).parent, 'top');
    assert.deepEqual(told(asked), {
      op: 'move',
      codes: ['loose', 'a'],
      parent: 'top',
      names: { loose: 'LOOSE', a: 'A', top: 'TOP', theme: 'THEME' },
      before: { a: 'theme' },
      after: { loose: 'top', a: 'top' },
    });
    const atTop = done(moveCodes(study, [the('a')], undefined, author));
    assert.ok(!('parent' in the('a', atTop)));
  });

  it('moves only the upper one of codes that are below each other', () => {
    const after = done(moveCodes(study, [the('a'), the('theme')], the('loose'), author));
    assert.equal(the('theme', after).parent, 'loose');
    assert.equal(the('a', after).parent, 'theme');
  });

  it('changes nothing where they are already', () => {
    assert.deepEqual(made(moveCodes(study, [the('a'), the('b')], the('theme'), author)).changes, []);
  });

  it('is refused into itself or below itself', () => {
    for (const parent of ['top', 'theme', 'a'])
      assert.equal(refusedAs(moveCodes(study, [the('top')], the(parent), author)), 'code.moveIntoItself');
  });

  it('takes a code out of a cycle of parents', () => {
    const cycle = studyOf([code('x', 'y'), code('y', 'x'), code('z')], {});
    const after = done(moveCodes(cycle, [the('x', cycle)], the('z', cycle), author), cycle);
    assert.equal(the('x', after).parent, 'z');
  });
});

describe('grouping codes', () => {
  it('puts codes under a new theme, where what is above all of them ends', () => {
    const asked = groupCodes(study, [the('a'), the('b')], { name: ' Both ' }, author, 'Alike.');
    const after = done(asked);
    const { name, level, parent } = the('both', after);
    assert.deepEqual({ name, level, parent }, { name: 'Both', level: 'theme', parent: 'theme' });
    assert.equal(the('a', after).parent, 'both');
    assert.equal(the('b', after).parent, 'both');
    assert.deepEqual(told(asked), {
      op: 'group',
      codes: ['a', 'b'],
      parent: 'both',
      names: { a: 'A', b: 'B', both: 'Both' },
      why: 'Alike.',
    });
    const across = done(groupCodes(study, [the('a'), the('loose')], { name: 'Across' }, author));
    assert.ok(!('parent' in the('across', across)));
  });

  it('puts themes under a new dimension, also where codes are among them', () => {
    const after = done(groupCodes(study, [the('theme')], { name: 'New', color: 'sky' }, author));
    const { level, parent, color } = the('new', after);
    assert.deepEqual({ level, parent, color }, { level: 'dimension', parent: 'top', color: 'sky' });
    const mixed = done(groupCodes(study, [the('theme'), the('loose')], { name: 'New' }, author));
    assert.equal(the('new', mixed).level, 'dimension');
    const said = done(groupCodes(study, [the('theme')], { name: 'New', level: 'theme' }, author));
    assert.equal(the('new', said).level, 'theme');
  });

  it('moves only the upper one of codes that are below each other', () => {
    const after = done(groupCodes(study, [the('theme'), the('a')], { name: 'New' }, author));
    assert.equal(the('a', after).parent, 'theme');
  });

  it('is refused for a name that is taken, and for no codes', () => {
    assert.deepEqual(groupCodes(study, [the('a')], { name: 'theme' }, author), {
      refused: { key: 'code.nameTaken', values: { name: 'THEME' } },
      sameName: 'theme',
    });
    assert.equal(refusedAs(groupCodes(study, [], { name: 'New' }, author)), 'code.nothingToGroup');
  });
});

describe('ungrouping codes', () => {
  it('moves what is under a code up, and keeps a code that quotations carry', () => {
    const asked = ungroupCodes(study, [the('theme')], author);
    const after = done(asked);
    assert.equal(the('a', after).parent, 'top');
    assert.equal(the('theme', after).parent, 'top');
    assert.deepEqual(codesOf(after, 'q3'), ['theme']);
    assert.deepEqual(told(asked), { op: 'ungroup', codes: ['theme'], names: { theme: 'THEME' } });
  });

  it('deletes a code that is left with nothing, with its relations', () => {
    const after = done(ungroupCodes(study, [the('top'), the('loose')], author));
    assert.ok(!after.codebook.codes.has('top'));
    assert.ok(!('parent' in the('theme', after)));
    assert.ok(after.codebook.codes.has('loose'));
    assert.deepEqual([...after.relations.relations.keys()], ['r2', 'r3']);
  });

  it('takes back a grouping', () => {
    const grouped = done(groupCodes(study, [the('a'), the('b')], { name: 'Both' }, author));
    const after = done(ungroupCodes(grouped, [the('both', grouped)], author), grouped);
    assert.deepEqual(
      [...after.codebook.codes.values()].map(({ id, parent }) => [id, parent]),
      [...study.codebook.codes.values()].map(({ id, parent }) => [id, parent]),
    );
  });

  it('ungroups codes that are below each other at once', () => {
    const after = done(ungroupCodes(study, [the('theme'), the('top')], author));
    for (const id of ['a', 'b', 'theme']) assert.ok(!('parent' in the(id, after)), id);
  });

  it('keeps a code of which only quotations whose words are lost are left', () => {
    const lost = studyOf([code('x'), code('y', 'x')], {
      'one.md': {
        quotations: [
          quotation('q', 'one.md', ['x'], { anchor: { state: 'lost', since: '2024-01-01T00:00:00Z' } }),
        ],
      },
    });
    assert.ok(done(ungroupCodes(lost, [the('x', lost)], author), lost).codebook.codes.has('x'));
  });

  it('is refused where nothing is under any of the codes', () => {
    assert.equal(refusedAs(ungroupCodes(study, [the('a'), the('b')], author)), 'code.nothingToUngroup');
  });
});

describe('a label of many codes', () => {
  it('names the first of them', () => {
    const codes = ['a', 'b', 'theme', 'loose', 'top'].map((id) => the(id));
    const { label } = made(recolorCodes(study, codes, 'sky', author));
    assert.deepEqual(label.values, { codes: 'A, B, THEME, LOOSE (+1)' });
  });
});
