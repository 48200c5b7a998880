import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply } from '../../../src/core/study/apply.ts';
import { newCode } from '../../../src/core/study/codebook/create.ts';
import { deleteCodes } from '../../../src/core/study/codebook/delete.ts';
import { mergeCodes } from '../../../src/core/study/codebook/merge.ts';
import { moveCodes } from '../../../src/core/study/codebook/move.ts';
import { isRefusal, type Refusal } from '../../../src/core/study/codebook/refusal.ts';
import { renameCode } from '../../../src/core/study/codebook/rename.ts';
import {
  codingChanges,
  deleteQuotations,
  operation,
  recodingChanges,
  setBoundaries,
  setComment,
  toggleStar,
} from '../../../src/core/study/coding.ts';
import { Journal } from '../../../src/core/study/journal.ts';
import type { Operation } from '../../../src/core/study/operation.ts';
import { contentOf, Desk, folderWith, removeFolders } from './folder.ts';
import { codebook, settings, sidecarOf, transcript } from './samples.ts';

/** One thing that a user does: which, and three numbers that say to what. */
type Step = readonly [kind: number, a: number, b: number, c: number, coder: string, save: boolean];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.nat(8),
  fc.nat(1000),
  fc.nat(1000),
  fc.nat(1000),
  fc.constantFrom('', 'ldb'),
  fc.boolean(),
);

const some = <Item>(items: readonly Item[], at: number): readonly Item[] =>
  items.length > 0 ? items.slice(at % items.length, (at % items.length) + 1) : [];

function operationOf(desk: Desk, [kind, a, b, c, coder]: Step): Operation | Refusal {
  const { study } = desk;
  const author = { ...desk.author, coder };
  const codes = [...study.codebook.codes.values()];
  const [document] = some([...study.documents.values()], a);
  const [quotation] = some(document?.quotations ?? [], b);
  const [code] = some(codes, b);
  const [other] = some(codes, c);
  const range = { start: b % 350, end: (b % 350) + (c % 30) };
  const nothing = operation('done.recode', {}, []);
  if (!document || !code || !other)
    return operation('done.newCode', {}, [newCode(study.codebook, { name: `New ${a}` }, author).change]);
  switch (kind) {
    case 0:
      return operation('', {}, codingChanges(document, [range], { add: [other.id] }, author));
    case 1:
      return quotation ? deleteQuotations(study, [quotation]) : nothing;
    case 2:
      return quotation ? setComment(quotation, `comment ${c}`, author) : nothing;
    case 3:
      return quotation ? setBoundaries(document, quotation, range, author) : nothing;
    case 4:
      return operation(
        '',
        {},
        recodingChanges(document.quotations, { add: [code.id], remove: [other.id] }, author),
      );
    case 5:
      return c % 2 ? renameCode(study, code, `Name ${c}`, author) : toggleStar(document.quotations, author);
    case 6:
      return mergeCodes(study, [code], other, author);
    case 7:
      return c % 2 ? moveCodes(study, [code], other, author) : deleteCodes(study, [code], 'stay', author);
    default:
      return operation('', {}, [
        newCode(study.codebook, { name: `New ${a}`, parent: code.id }, author).change,
      ]);
  }
}

describe('any sequence of operations that is undone', () => {
  afterEach(removeFolders);

  it('leaves every file byte for byte as it was', async () => {
    const files = {
      'codeboom.json': settings,
      'codebook.json': codebook,
      'a.md': transcript,
      'a.codes.json': sidecarOf({ q1: 'We trusted each other', q2: 'counted the beds' }),
      'b.md': transcript,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const folder = await folderWith(files);
        const desk = await Desk.at(folder);
        const journal = new Journal();
        for (const one of steps) {
          const made = operationOf(desk, one);
          if (isRefusal(made)) continue;
          const applied = apply(desk.study, made);
          assert.deepEqual(applied.conflicts, []);
          desk.study = applied.study;
          journal.record(applied.operation);
          const saving = desk.store.save(() => desk.study, applied.changed);
          if (one[5]) await saving;
        }
        await desk.store.saved();
        const reopened = await Desk.at(folder);
        for (const [path, document] of desk.study.documents)
          assert.deepEqual(reopened.study.documents.get(path)?.quotations, document.quotations);
        for (let undone = journal.undo(); undone; undone = journal.undo()) await desk.do(undone);
        assert.deepEqual(await contentOf(folder), files);
        assert.deepEqual(desk.keys, []);
      }),
      { numRuns: 60 },
    );
  });
});
