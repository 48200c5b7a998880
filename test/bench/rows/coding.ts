import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseSidecar, sidecarFileOf } from '../../../src/core/formats/sidecar.ts';
import { apply } from '../../../src/core/study/apply.ts';
import type { Author } from '../../../src/core/study/author.ts';
import { codingChanges, operation } from '../../../src/core/study/coding.ts';
import type { StudyDocument } from '../../../src/core/study/model.ts';
import type { Operation } from '../../../src/core/study/operation.ts';
import { rolledUpCounts } from '../../../src/core/study/rolledUpCounts.ts';
import { sidecarPathOf } from '../../../src/core/study/sidecarPath.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { Random } from '../anchoring/random.ts';
import { newId } from '../largeStudy.ts';
import { measure } from '../measure.ts';
import type { OpenStudy } from './opening.ts';

/** Coding in the large study, from the command to the file on disk. */
export async function codingRows({ store, study: opened }: OpenStudy, folder: string): Promise<void> {
  const random = new Random(2);
  const documents = [...opened.documents.values()];
  const codes = [...opened.codebook.codes.keys()];
  const author: Author = { coder: '', now: '2024-05-01T10:00:00Z', newId: () => newId(random) };
  let study = opened;
  let codeOne: Operation = operation('done.applyCodes', {}, []);
  let document = random.pick(documents);
  /** A new quotation of some fifty characters, in another document each time. */
  const prepare = () => {
    document = study.documents.get(random.pick(documents).path) ?? document;
    const start = 200 + random.below((document.transcript?.text.length ?? 0) - 300);
    const ranges = [{ start, end: start + 50 }];
    const changes = codingChanges(document, ranges, { add: [random.pick(codes)] }, author);
    codeOne = operation('done.applyCodes', {}, changes);
  };
  const doIt = () => {
    const applied = apply(study, codeOne);
    study = applied.study;
    return applied.changed;
  };

  await measure({
    what: 'apply a code in the large study, to its sidecar on disk',
    runs: 25,
    before: prepare,
    run: async () => {
      await store.save(() => study, doIt());
      await store.saved();
    },
    budget: 100,
    baseline: {
      name: 'serialise, write, sync and rename it plainly',
      run: () => writePlainly(folder, document),
    },
  });
  await measure({
    what: 'counts of all codes after an operation, rolled up',
    runs: 25,
    before: prepare,
    run: () => {
      doIt();
      return rolledUpCounts(study);
    },
    baseline: { name: 'count all quotations anew', run: () => countPlainly(study) },
  });
}

async function writePlainly(folder: string, document: StudyDocument): Promise<void> {
  const file = sidecarFileOf(document, '');
  if (!file) return;
  const path = join(folder, sidecarPathOf(document.path, ''));
  const handle = await open(`${path}.plain`, 'w');
  await handle.writeFile(serialiseSidecar(file));
  await handle.sync();
  await handle.close();
  await rename(`${path}.plain`, path);
}

function countPlainly(study: Study): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { quotations } of study.documents.values())
    for (const { codes } of quotations)
      for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
