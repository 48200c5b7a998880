import assert from 'node:assert/strict';
import { deleteQuotations, operation, setComment } from '../../../src/core/study/coding.ts';
import { Journal } from '../../../src/core/study/journal.ts';
import { inverse } from '../../../src/core/study/operation.ts';
import { emptyStudy } from '../../../src/core/study/study.ts';
import { author, quotation } from './trees.ts';

const here = quotation('q1', 'one.md', ['a'], { start: 10, end: 20 });
const elsewhere = quotation('q2', 'two.md', ['a'], { start: 10, end: 20 });
const deletion = deleteQuotations(emptyStudy, [here, elsewhere]);

describe('the journal', () => {
  it('gives back what was recorded, last first, and again', () => {
    const journal = new Journal();
    const comment = setComment(here, 'Mine.', author);
    journal.record(comment);
    journal.record(deletion);
    assert.deepEqual(journal.undo(), inverse(deletion));
    assert.deepEqual(journal.undo(), inverse(comment));
    assert.equal(journal.undo(), undefined);
    assert.deepEqual(journal.redo(), comment);
    assert.deepEqual(journal.redo(), deletion);
    assert.equal(journal.redo(), undefined);
  });

  it('forgets what was undone when something else is done', () => {
    const journal = new Journal();
    journal.record(deletion);
    journal.undo();
    journal.record(setComment(here, 'Mine.', author));
    assert.equal(journal.canRedo, false);
  });

  it('counts nothing done as no step', () => {
    const journal = new Journal();
    journal.record(deletion);
    journal.undo();
    journal.record(operation('k', {}, []));
    assert.equal(journal.canUndo, false);
    assert.equal(journal.canRedo, true);
  });

  it('carries the places in a document through its edits, done and undone ones alike', () => {
    const shifted = deleteQuotations(emptyStudy, [{ ...here, start: 15, end: 25 }, elsewhere]);
    for (const isUndone of [false, true]) {
      const journal = new Journal();
      journal.record(deletion);
      if (isUndone) journal.undo();
      const asked: string[] = [];
      journal.followText('one.md', ({ start, end }, id) => {
        asked.push(id);
        return { start: start + 5, end: end + 5 };
      });
      assert.deepEqual(asked, ['q1']);
      assert.deepEqual(isUndone ? journal.redo() : journal.undo(), isUndone ? shifted : inverse(shifted));
    }
  });

  it('leaves changes without a place alone', () => {
    const journal = new Journal();
    const comment = setComment(here, 'Mine.', author);
    journal.record(comment);
    journal.followText('one.md', () => assert.fail());
    assert.deepEqual(journal.undo(), inverse(comment));
  });
});
