import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply } from '../../../../src/core/study/apply.ts';
import { deleteCodes } from '../../../../src/core/study/codebook/delete.ts';
import { mergeCodes } from '../../../../src/core/study/codebook/merge.ts';
import { moveCodes } from '../../../../src/core/study/codebook/move.ts';
import { isRefusal } from '../../../../src/core/study/codebook/refusal.ts';
import { isInCycle } from '../../../../src/core/study/codeTree.ts';
import type { Code, Quotation } from '../../../../src/core/study/model.ts';
import type { Study } from '../../../../src/core/study/study.ts';
import { studyDrawn } from '../drawn.ts';
import { author } from '../trees.ts';

const one: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const some = fc.uniqueArray(one, { minLength: 1, maxLength: 3 });

const the = (study: Study, id: string): Code => {
  const code = study.codebook.codes.get(id);
  assert.ok(code);
  return code;
};
const inCycles = ({ codebook: { codes } }: Study) =>
  [...codes.values()].filter((code) => isInCycle(codes, code)).map(({ id }) => id);
const quotationsOf = (study: Study): readonly Quotation[] =>
  [...study.documents.values()].flatMap(({ quotations }) => quotations);

/** Whether going up from a code passes another or is it, by looking at the records one by one. */
function isUnder(study: Study, id: string, above: string): boolean {
  let at: string | undefined = id;
  for (let steps = 0; at !== undefined && steps < 10; steps++) {
    if (at === above) return true;
    at = study.codebook.codes.get(at)?.parent;
  }
  return false;
}

/** Quotations lose nothing but codings of the codes that go, and each has a code at most once. */
function assertQuotationsKept(
  before: Study,
  after: Study,
  codesOf: (codes: readonly string[]) => readonly string[],
) {
  const now = new Map(quotationsOf(after).map((quotation) => [quotation.id, quotation]));
  assert.equal(now.size, quotationsOf(before).length);
  for (const { codes, weight: _, modified: __, ...rest } of quotationsOf(before)) {
    const found = now.get(rest.id);
    assert.ok(found);
    const { codes: codesNow, weight, modified, ...restNow } = found;
    assert.deepEqual(restNow, rest);
    assert.equal(new Set(codesNow).size, codesNow.length);
    assert.deepEqual(new Set(codesNow), new Set(codesOf(codes)));
    for (const code of Object.keys(weight ?? {})) assert.ok(codesNow.includes(code));
  }
}

describe('any change of the tree', () => {
  it('moves codes where asked and makes no cycle, or is refused because the parent is below one of them', () => {
    fc.assert(
      fc.property(studyDrawn, some, one, (study, ids, to) => {
        const result = moveCodes(
          study,
          ids.map((id) => the(study, id)),
          the(study, to),
          author,
        );
        assert.equal(
          isRefusal(result),
          ids.some((id) => isUnder(study, to, id)),
        );
        if (isRefusal(result)) return;
        const { study: after, conflicts } = apply(study, result);
        assert.deepEqual(conflicts, []);
        assert.ok(ids.every((id) => isUnder(after, id, to)));
        const before = inCycles(study);
        assert.ok(inCycles(after).every((id) => before.includes(id)));
      }),
    );
  });

  it('merges codes without losing a quotation, a child or a definition', () => {
    fc.assert(
      fc.property(studyDrawn, some, one, (study, ids, to) => {
        const from = ids.map((id) => the(study, id));
        const result = mergeCodes(study, from, the(study, to), author);
        if (isRefusal(result)) {
          assert.ok(ids.some((id) => isUnder(study, to, id)));
          return;
        }
        const { study: after, conflicts } = apply(study, result);
        assert.deepEqual(conflicts, []);
        assertQuotationsKept(study, after, (codes) => codes.map((id) => (ids.includes(id) ? to : id)));
        assert.equal(after.codebook.codes.size, study.codebook.codes.size - ids.length);
        for (const { definition = '' } of from)
          assert.ok(the(after, to).definition?.includes(definition) ?? definition === '');
        const before = inCycles(study);
        assert.ok(inCycles(after).every((id) => before.includes(id)));
        assert.ok([...after.codebook.codes.values()].every(({ parent = '' }) => !ids.includes(parent)));
      }),
    );
  });

  it('deletes codes without losing a quotation or a child', () => {
    fc.assert(
      fc.property(studyDrawn, some, (study, ids) => {
        const codes = ids.map((id) => the(study, id));
        const { study: after, conflicts } = apply(study, deleteCodes(study, codes, 'stay', author));
        assert.deepEqual(conflicts, []);
        assertQuotationsKept(study, after, (all) => all.filter((id) => !ids.includes(id)));
        assert.equal(after.codebook.codes.size, study.codebook.codes.size - ids.length);
        const before = inCycles(study);
        assert.ok(inCycles(after).every((id) => before.includes(id)));
        assert.ok([...after.codebook.codes.values()].every(({ parent = '' }) => !ids.includes(parent)));
      }),
    );
  });
});

describe('merging into a code of any name', () => {
  it('takes the weight along, also where the id is a word of the language', () => {
    const codes = ['a', 'constructor'].map((id): Code => ({ id, name: id, level: 'code' }));
    fc.assert(
      fc.property(studyDrawn, (drawn) => {
        const study = {
          ...drawn,
          codebook: {
            ...drawn.codebook,
            codes: new Map([...drawn.codebook.codes, ...codes.map((code) => [code.id, code] as const)]),
          },
        };
        const into = the(study, 'constructor');
        const result = mergeCodes(study, [the(study, 'a')], into, author);
        assert.ok(!isRefusal(result));
        const after = quotationsOf(apply(study, result).study);
        for (const { id, weight } of quotationsOf(study)) {
          if (weight?.a === undefined) continue;
          const found = after.find((quotation) => quotation.id === id);
          assert.equal(found?.weight && Object.entries(found.weight)[0]?.[1], weight.a);
        }
      }),
    );
  });
});
