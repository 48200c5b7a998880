import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply } from '../../../src/core/study/apply.ts';
import {
  codeNamed,
  deleteCodes,
  isRefusal,
  mergeCodes,
  moveCodes,
  newCode,
  type Refusal,
  renameCode,
  updateCodes,
} from '../../../src/core/study/codebook.ts';
import type { Code } from '../../../src/core/study/model.ts';
import { inverse, type Operation } from '../../../src/core/study/operation.ts';
import { rolledUpCounts } from '../../../src/core/study/rolledUpCounts.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { author, code, quotation, studyOf } from './trees.ts';

const codes = [
  code('top', undefined, { level: 'dimension', color: 'green' }),
  code('theme', 'top', { level: 'theme' }),
  code('a', 'theme', { definition: 'What a is.' }),
  code('b', 'theme', { definition: 'What b is.', modified: '2024-02-02T00:00:00Z' }),
  code('loose'),
];
const study = studyOf(codes, {
  'one.md': {
    quotations: [
      quotation('q1', 'one.md', ['a', 'b'], { weight: { a: 20, b: 70 } }),
      quotation('q2', 'one.md', ['b', 'loose'], { weight: { b: 5 } }),
    ],
  },
  'two.md': { quotations: [quotation('q3', 'two.md', ['theme'])] },
});

function the(id: string, from: Study = study): Code {
  const found = from.codebook.codes.get(id);
  assert.ok(found, id);
  return found;
}

function made(result: Operation | Refusal): Operation {
  assert.ok(!isRefusal(result), JSON.stringify(result));
  return result;
}

function done(operation: Operation, from: Study = study): Study {
  const applied = apply(from, operation);
  assert.deepEqual(applied.conflicts, []);
  return applied.study;
}

const codesOf = (from: Study, id: string) =>
  [...from.documents.values()].flatMap(({ quotations }) => quotations).find((one) => one.id === id)?.codes;

/** What the files of a study would say. */
const content = ({ codebook, documents }: Study) => ({
  codes: new Map([...codebook.codes].sort(([a], [b]) => (a < b ? -1 : 1))),
  quotations: [...documents.values()].map(({ quotations }) => quotations),
});

describe('new codes', () => {
  it('get an id of their name that no code has', () => {
    const { code: second, change } = newCode(study.codebook, { name: ' A ', parent: 'theme' }, author);
    assert.equal(second.id, 'a-2');
    assert.equal(second.name, 'A');
    const after = done({ label: { key: 'k', values: {} }, changes: [change] });
    assert.deepEqual(the('a-2', after), second);
  });
});

describe('renaming codes', () => {
  it('keeps the id and cleans the name', () => {
    const after = done(made(renameCode(study, the('a'), '  Openness \n now ', author)));
    assert.equal(the('a', after).name, 'Openness now');
    assert.equal(codeNamed(after.codebook, 'openness NOW')?.id, 'a');
  });

  it('is refused for a name that another code has, and for none', () => {
    assert.deepEqual(renameCode(study, the('a'), 'loose', author), {
      refused: { key: 'code.nameTaken', values: { name: 'LOOSE' } },
    });
    assert.ok(isRefusal(renameCode(study, the('a'), '  ', author)));
  });

  it('lets a code change the case of its own name', () => {
    assert.equal(the('a', done(made(renameCode(study, the('a'), 'a', author)))).name, 'a');
  });
});

describe('changing several codes', () => {
  it('sets and takes away fields, and passes over those that have them', () => {
    const set = updateCodes([the('a'), the('top')], { color: 'green' }, author);
    assert.deepEqual(
      set.changes.map(({ id }) => id),
      ['a'],
    );
    const unset = done(updateCodes([the('top')], { color: undefined }, author));
    assert.ok(!('color' in the('top', unset)));
  });
});

describe('moving codes', () => {
  it('puts them under a parent or at the top', () => {
    const under = done(made(moveCodes(study, [the('loose')], the('theme'), author)));
    assert.equal(the('loose', under).parent, 'theme');
    const atTop = done(made(moveCodes(study, [the('a')], undefined, author)));
    assert.ok(!('parent' in the('a', atTop)));
  });

  it('moves only the upper one of codes that are below each other', () => {
    const after = done(made(moveCodes(study, [the('a'), the('theme')], the('loose'), author)));
    assert.equal(the('theme', after).parent, 'loose');
    assert.equal(the('a', after).parent, 'theme');
  });

  it('changes nothing where they are already', () => {
    assert.deepEqual(made(moveCodes(study, [the('a'), the('b')], the('theme'), author)).changes, []);
  });

  it('is refused into itself or below itself', () => {
    for (const parent of ['top', 'theme', 'a']) {
      const result = moveCodes(study, [the('top')], the(parent), author);
      assert.ok(isRefusal(result));
      assert.equal(result.refused.key, 'code.moveIntoItself');
    }
  });

  it('takes a code out of a cycle of parents', () => {
    const cycle = studyOf([code('x', 'y'), code('y', 'x'), code('z')], {});
    const after = done(made(moveCodes(cycle, [the('x', cycle)], the('z', cycle), author)), cycle);
    assert.equal(the('x', after).parent, 'z');
  });
});

describe('merging codes', () => {
  const merged = done(made(mergeCodes(study, [the('b'), the('loose')], the('a'), author)));

  it('recodes the quotations, once each, with the highest weight', () => {
    assert.deepEqual(codesOf(merged, 'q1'), ['a']);
    assert.deepEqual(codesOf(merged, 'q2'), ['a']);
    assert.deepEqual(merged.documents.get('one.md')?.quotations[0]?.weight, { a: 70 });
    assert.deepEqual(rolledUpCounts(merged).get('a'), { codings: 2, documents: 1 });
  });

  it('joins the definitions and deletes the others', () => {
    assert.equal(the('a', merged).definition, 'What a is.\nWhat b is.');
    assert.deepEqual([...merged.codebook.codes.keys()], ['top', 'theme', 'a']);
  });

  it('gives the children of a merged code to the other', () => {
    const after = done(made(mergeCodes(study, [the('theme')], the('loose'), author)));
    assert.equal(the('a', after).parent, 'loose');
    assert.deepEqual(codesOf(after, 'q3'), ['loose']);
  });

  it('is refused into itself or a code below it', () => {
    for (const into of ['theme', 'a']) {
      const result = mergeCodes(study, [the('theme'), the('b')], the(into), author);
      assert.ok(isRefusal(result));
      assert.equal(result.refused.key, 'code.mergeIntoItself');
    }
  });

  it('makes no code its own parent, also where parents were a cycle', () => {
    const cycle = studyOf([code('x', 'y'), code('y', 'x')], {});
    const after = done(made(mergeCodes(cycle, [the('x', cycle)], the('y', cycle), author)), cycle);
    assert.ok(!('parent' in the('y', after)));
  });
});

describe('deleting codes', () => {
  it('takes the codings and weights along and leaves the quotations', () => {
    const after = done(deleteCodes(study, [the('b')], author));
    assert.deepEqual(codesOf(after, 'q1'), ['a']);
    assert.deepEqual(codesOf(after, 'q2'), ['loose']);
    assert.ok(!('weight' in (after.documents.get('one.md')?.quotations[1] ?? {})));
    assert.ok(!rolledUpCounts(after).has('b'));
  });

  it('moves children up to the nearest code that stays', () => {
    const after = done(deleteCodes(study, [the('theme')], author));
    assert.equal(the('a', after).parent, 'top');
    const both = done(deleteCodes(study, [the('theme'), the('top')], author));
    assert.ok(!('parent' in the('a', both)));
  });
});

describe('any change of the codebook', () => {
  const ids = fc.constantFrom(...codes.map(({ id }) => id));
  const some = fc.uniqueArray(ids, { minLength: 1, maxLength: 3 });
  const step = fc.oneof(
    fc.record({ kind: fc.constantFrom('move', 'merge'), from: some, to: ids }),
    fc.record({ kind: fc.constantFrom('top', 'delete', 'color'), from: some, to: ids }),
  );

  it('is taken back by its inverse, after any number of others', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        let now = study;
        const operations: Operation[] = [];
        for (const { kind, from, to } of steps) {
          const present = from.flatMap((id) => now.codebook.codes.get(id) ?? []);
          const target = now.codebook.codes.get(to);
          if (present.length === 0 || !target) continue;
          const result =
            kind === 'move'
              ? moveCodes(now, present, target, author)
              : kind === 'top'
                ? moveCodes(now, present, undefined, author)
                : kind === 'merge'
                  ? mergeCodes(now, present, target, author)
                  : kind === 'delete'
                    ? deleteCodes(now, present, author)
                    : updateCodes(present, { color: to }, author);
          if (isRefusal(result)) continue;
          const applied = apply(now, result);
          assert.deepEqual(applied.conflicts, []);
          operations.push(applied.operation);
          now = applied.study;
        }
        for (const operation of operations.reverse()) now = done(inverse(operation), now);
        assert.deepEqual(content(now), content(study));
      }),
    );
  });
});
