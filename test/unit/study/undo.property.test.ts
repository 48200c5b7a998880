import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply } from '../../../src/core/study/apply.ts';
import { Journal } from '../../../src/core/study/journal.ts';
import { inTextOrder, type Study } from '../../../src/core/study/study.ts';
import { accepted, content, operationOf, stepDrawn, studyDrawn } from './drawn.ts';

function assertSound(study: Study): void {
  for (const { quotations } of study.documents.values()) {
    assert.deepEqual(quotations, quotations.toSorted(inTextOrder));
    for (const { codes } of quotations) assert.equal(new Set(codes).size, codes.length);
  }
}

describe('any sequence of operations', () => {
  const sequences = fc.array(stepDrawn, { minLength: 1, maxLength: 12 });

  it('is undone step by step to the study before each, and redone to the study after each', () => {
    fc.assert(
      fc.property(studyDrawn, sequences, (first, steps) => {
        const journal = new Journal();
        const states: Study[] = [first];
        let now = first;
        const take = (operation: Parameters<typeof apply>[1] | undefined) => {
          assert.ok(operation);
          const applied = apply(now, operation);
          assert.deepEqual(applied.conflicts, []);
          now = applied.study;
          assertSound(now);
          return applied.operation;
        };
        for (const [at, step] of steps.entries()) {
          const operation = accepted(operationOf(now, step, at));
          if (!operation || operation.changes.length === 0) continue;
          journal.record(take(operation));
          states.push(now);
        }
        for (const state of states.slice(0, -1).reverse()) {
          take(journal.undo());
          assert.deepEqual(content(now), content(state));
        }
        assert.equal(journal.canUndo, false);
        for (const state of states.slice(1)) {
          take(journal.redo());
          assert.deepEqual(content(now), content(state));
        }
        assert.equal(journal.canRedo, false);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves what it does not touch as it was, identical', () => {
    fc.assert(
      fc.property(studyDrawn, stepDrawn, (study, step) => {
        const operation = accepted(operationOf(study, step, 0));
        if (!operation) return;
        const { study: next, changed } = apply(study, operation);
        assert.equal(next.codebook === study.codebook, !changed.codes);
        assert.equal(next.settings, study.settings);
        assert.equal(next.cases, study.cases);
        for (const [path, document] of study.documents) {
          assert.equal(next.documents.get(path) === document, !changed.quotations.has(path));
          for (const coder of ['', 'ldb']) {
            const own = (from: Study) =>
              from.documents.get(path)?.quotations.filter((quotation) => quotation.coder === coder);
            if (!changed.quotations.get(path)?.has(coder)) assert.deepEqual(own(next), own(study));
          }
        }
      }),
    );
  });
});
