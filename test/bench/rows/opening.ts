import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textOf } from '../../../src/store/bytes.ts';
import { NodeFileSystem } from '../../../src/store/node/nodeFileSystem.ts';
import { StudyStore } from '../../../src/store/store.ts';
import { collectGarbage, measure, memoryInUse, printFigure } from '../measure.ts';

export type OpenStudy = Awaited<ReturnType<typeof StudyStore.open>>;

const sample = fileURLToPath(new URL('../../../media/sample/', import.meta.url));

export function openSample(): Promise<OpenStudy> {
  return StudyStore.open(new NodeFileSystem(sample));
}

/** Opening studies; has to come first, while nothing is compiled yet. */
export async function openingRows(folder: string, sidecars: readonly string[]): Promise<void> {
  await measure({ what: 'open the sample study', runs: 15, run: openSample, budget: 50 });
  const read = () => sidecars.map((path) => textOf(readFileSync(join(folder, path))) ?? '');
  const texts = read();
  await measure({
    what: 'open the large study',
    before: collectGarbage,
    run: () => StudyStore.open(new NodeFileSystem(folder)),
    budget: 600,
    baseline: {
      name: 'JSON.parse of its sidecars, read before',
      run: () => texts.map((text): unknown => JSON.parse(text)),
    },
    ratioBudget: 2,
  });
  await measure({
    what: '  of which reading and decoding its sidecars, one by one',
    runs: 5,
    before: collectGarbage,
    run: read,
  });
}

/** Opens the large study to work on, and prints what it takes in memory. */
export async function openedLarge(folder: string): Promise<OpenStudy> {
  const before = memoryInUse();
  const open = await StudyStore.open(new NodeFileSystem(folder));
  printFigure({
    what: 'memory of the large study, opened',
    unit: 'MB',
    median: memoryInUse() - before,
    budget: 300,
  });
  for (const { file, message } of open.store.problems) console.log(`  problem: ${file} ${message.key}`);
  return open;
}
