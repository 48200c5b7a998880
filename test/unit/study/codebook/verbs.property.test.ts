import assert from 'node:assert/strict';
import fc from 'fast-check';
import { serialiseCodebook } from '../../../../src/core/formats/codebook.ts';
import { serialiseHistory } from '../../../../src/core/formats/history.ts';
import { serialiseRelations } from '../../../../src/core/formats/relations.ts';
import { serialiseSidecar, sidecarFileOf } from '../../../../src/core/formats/sidecar.ts';
import { serialiseSummaries } from '../../../../src/core/formats/summaries.ts';
import { apply } from '../../../../src/core/study/apply.ts';
import { isRefusal } from '../../../../src/core/study/codebook/refusal.ts';
import { isInCycle } from '../../../../src/core/study/codeTree.ts';
import { inverse, type Operation } from '../../../../src/core/study/operation.ts';
import { readEnd } from '../../../../src/core/study/relationEnds.ts';
import { rolledUpCounts } from '../../../../src/core/study/rolledUpCounts.ts';
import type { Study } from '../../../../src/core/study/study.ts';
import { withDocuments } from '../../../../src/core/study/study.ts';
import { content, operationOf, studyDrawn, verbDrawn } from '../drawn.ts';

/** The files of a study that a verb can change. */
function filesOf(study: Study): Readonly<Record<string, string>> {
  const sidecars = [...study.documents.values()].flatMap((document) =>
    ['', 'ldb'].flatMap((coder) => {
      const file = sidecarFileOf(document, coder);
      return file ? [[`${document.path} ${coder}`, serialiseSidecar(file)]] : [];
    }),
  );
  return {
    codebook: serialiseCodebook(study.codebook),
    relations: serialiseRelations(study.relations),
    summaries: serialiseSummaries(study.summaries),
    history: serialiseHistory(study.history),
    ...Object.fromEntries(sidecars),
  };
}

/** What the study names that it does not have: codes and quotations, by where they are named. */
function dangling({ codebook: { codes, sets }, documents, relations, summaries }: Study): readonly string[] {
  const quotations = [...documents.values()].flatMap((document) => document.quotations);
  const ids = new Set(quotations.map(({ id }) => id));
  const named = [
    ...quotations.flatMap((quotation) => [...quotation.codes, ...Object.keys(quotation.weight ?? {})]),
    ...[...codes.values()].flatMap(({ parent }) => parent ?? []),
    ...[...sets.values()].flatMap((set) => set.codes),
    ...[...summaries.summaries.values()].map(({ code }) => code),
  ].map((id) => ['code', id] as const);
  const examples = [...codes.values()].flatMap(({ example }) => example ?? []);
  const ends = [...relations.relations.values()].flatMap(({ from, to }) => [readEnd(from), readEnd(to)]);
  return [
    ...named,
    ...examples.map((id) => ['quotation', id] as const),
    ...ends.map(({ kind, id }) => [kind, id] as const),
  ]
    .filter(([kind, id]) => !(kind === 'code' ? codes.has(id) : ids.has(id)))
    .map(([kind, id]) => `${kind}:${id}`);
}

const inCycles = ({ codebook: { codes } }: Study) =>
  [...codes.values()].filter((code) => isInCycle(codes, code)).map(({ id }) => id);

/** What a verb may never do to a study, whatever odd things were in it before. */
function assertSoundAfter(before: Study, after: Study): void {
  const cycles = new Set(inCycles(before));
  assert.deepEqual(
    inCycles(after).filter((id) => !cycles.has(id)),
    [],
  );
  const wasDangling = new Set(dangling(before));
  assert.deepEqual(
    dangling(after).filter((id) => !wasDangling.has(id)),
    [],
  );
  for (const { quotations } of after.documents.values()) {
    for (const { codes } of quotations) assert.equal(new Set(codes).size, codes.length);
  }
  for (const { codes } of after.codebook.sets.values()) assert.equal(new Set(codes).size, codes.length);
  for (const [id, { id: own }] of after.codebook.codes) assert.equal(own, id);
  // What is derived of a document is remembered with it: copies are counted anew.
  const anew = withDocuments(
    { ...after, documents: new Map() },
    new Map([...after.documents].map(([path, document]) => [path, { ...document }])),
  );
  assert.deepEqual(rolledUpCounts(after), rolledUpCounts(anew));
}

describe('any sequence of verbs on the codebook', () => {
  it('leaves a sound study after each, and nothing is left out of one', () => {
    fc.assert(
      fc.property(studyDrawn, fc.array(verbDrawn, { minLength: 1, maxLength: 10 }), (first, steps) => {
        let now = first;
        for (const [at, step] of steps.entries()) {
          const asked = operationOf(now, step, at);
          if (isRefusal(asked)) continue;
          const { study: after, conflicts } = apply(now, asked);
          assert.deepEqual(conflicts, []);
          assertSoundAfter(now, after);
          const lines = asked.changes.filter(({ record }) => record === 'history');
          assert.equal(lines.length, asked.changes.length > 0 ? 1 : 0);
          assert.equal(after.history.entries.size, now.history.entries.size + lines.length);
          now = after;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is taken back, one undo a verb, to the same study and the same bytes', () => {
    fc.assert(
      fc.property(studyDrawn, fc.array(verbDrawn, { minLength: 1, maxLength: 10 }), (first, steps) => {
        let now = first;
        const done: { readonly before: Study; readonly operation: Operation }[] = [];
        for (const [at, step] of steps.entries()) {
          const asked = operationOf(now, step, at);
          if (isRefusal(asked)) continue;
          const { study, operation } = apply(now, asked);
          done.push({ before: now, operation });
          now = study;
        }
        for (const { before, operation } of done.reverse()) {
          const undone = apply(now, inverse(operation));
          assert.deepEqual(undone.conflicts, []);
          now = undone.study;
          assert.deepEqual(content(now), content(before));
          assert.deepEqual(filesOf(now), filesOf(before));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says of a refusal what the matter is, and so of a merge or move into a code below', () => {
    const keys = new Set<string>();
    fc.assert(
      fc.property(studyDrawn, verbDrawn, fc.nat(5), (study, step, at) => {
        const asked = operationOf(study, step, at);
        if (!isRefusal(asked)) return;
        keys.add(asked.refused.key);
        if (asked.sameName !== undefined) assert.ok(study.codebook.codes.has(asked.sameName));
      }),
      { numRuns: 1000 },
    );
    for (const key of ['code.moveIntoItself', 'code.mergeIntoItself', 'code.noColor'])
      assert.ok(keys.has(key), key);
  });
});
