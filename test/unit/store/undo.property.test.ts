import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply } from '../../../src/core/study/apply.ts';
import { createCodes } from '../../../src/core/study/codebook/create.ts';
import { isRefusal, type Refusal } from '../../../src/core/study/codebook/refusal.ts';
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
import { verbDone, verbs } from '../study/verbs.ts';
import { contentOf, Desk, folderWith, removeFolders } from './folder.ts';
import { codebook, gitAttributes, settings, sidecarOf, transcript } from './samples.ts';

const kinds = ['apply', 'deleteQuotation', 'comment', 'boundaries', 'recode', 'star', ...verbs] as const;

/** One thing that a user does: which, and three numbers that say to what. */
type Step = readonly [
  kind: (typeof kinds)[number],
  a: number,
  b: number,
  c: number,
  coder: string,
  save: boolean,
];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(...kinds),
  fc.nat(1000),
  fc.nat(1000),
  fc.nat(1000),
  fc.constantFrom('', 'ldb'),
  fc.boolean(),
);

const pick = <Item>(items: readonly Item[], at: number): readonly Item[] =>
  items.length > 0 ? items.slice(at % items.length, (at % items.length) + 1) : [];

function operationOf(desk: Desk, [kind, a, b, c, coder]: Step): Operation | Refusal {
  const { study } = desk;
  const author = { ...desk.author, coder };
  const codes = [...study.codebook.codes.values()];
  const [document] = pick([...study.documents.values()], a);
  const quotations = pick(document?.quotations ?? [], b);
  const [quotation] = quotations;
  const [code] = pick(codes, b);
  const [target] = pick(codes, c);
  const [set] = pick([...study.codebook.sets.values()], c);
  const range = { start: b % 350, end: (b % 350) + (c % 30) };
  const nothing = operation('done.recode', {}, []);
  if (!document || !code || !target) return createCodes(study, [{ name: `New ${a}` }], author);
  switch (kind) {
    case 'apply':
      return operation('', {}, codingChanges(document, [range], { add: [target.id] }, author));
    case 'deleteQuotation':
      return deleteQuotations(study, quotations);
    case 'comment':
      return quotation ? setComment(quotation, `comment ${c}`, author) : nothing;
    case 'boundaries':
      return quotation ? setBoundaries(document, quotation, range, author) : nothing;
    case 'recode': {
      const recoding = { add: [code.id], remove: [target.id] };
      return operation('', {}, recodingChanges(document.quotations, recoding, author));
    }
    case 'star':
      return toggleStar(document.quotations, author);
    default: {
      const some = [...new Set([code, ...pick(codes, a)])];
      return verbDone(kind, { study, code, some, target, set, quotations, at: c, author }) ?? nothing;
    }
  }
}

describe('any sequence of operations that is undone', () => {
  afterEach(removeFolders);

  const bare = { 'codeboom.json': settings, 'a.md': transcript, 'b.md': transcript };
  const coded = {
    ...bare,
    '.gitattributes': gitAttributes,
    'codebook.json': codebook,
    'a.codes.json': sidecarOf({ q1: 'We trusted each other', q2: 'counted the beds' }),
  };

  it('leaves every file byte for byte as it was', () => leavesAsTheyWere(coded));

  it('leaves no file behind that was not there', () => leavesAsTheyWere(bare));

  async function leavesAsTheyWere(files: Readonly<Record<string, string>>): Promise<void> {
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
  }
});
