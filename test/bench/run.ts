/**
 * The figures of everything that has a budget, each beside something comparable timed in the same run.
 *
 *   npm run bench [-- --small]      --small: a study of a tenth, to see whether the bench itself works
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { large, small, writeLargeStudy } from './largeStudy.ts';
import { memoryInUse, printFigure, printHead } from './measure.ts';
import { analysingRows } from './rows/analysing.ts';
import { codingRows } from './rows/coding.ts';
import { codingModeRows } from './rows/codingMode.ts';
import { editingRows } from './rows/editing.ts';
import { findingRows } from './rows/finding.ts';
import { openedLarge, openingRows } from './rows/opening.ts';
import { quotingRows } from './rows/quoting.ts';
import { sizeRows } from './rows/size.ts';

const { values: options } = parseArgs({ options: { small: { type: 'boolean', default: false } } });
const size = options.small ? small : large;

const folder = mkdtempSync(join(tmpdir(), 'codeboom-bench-'));
try {
  const root = join(folder, 'study');
  mkdirSync(root);
  const { transcriptBytes, sidecarBytes, sidecars } = writeLargeStudy(root, size);
  const [load = 0] = loadavg();
  console.log(
    `${availableParallelism()} cores (${cpus()[0]?.model}), of which busy with other work: ${load.toFixed(1)}; Node ${process.version}`,
  );
  console.log(
    `the large study: ${size.transcripts} transcripts of ${(transcriptBytes / 1e6).toFixed(1)} MB, ${size.codes} codes, ` +
      `${size.quotations} quotations in ${sidecars.length} sidecars of ${(sidecarBytes / 1e6).toFixed(1)} MB`,
  );
  printHead();
  await openingRows(root, sidecars);
  const before = memoryInUse();
  const open = await openedLarge(root);
  await editingRows();
  await codingModeRows();
  await codingRows(open, root);
  await analysingRows(open.study);
  printFigure({
    what: 'memory of the large study after all of this',
    unit: 'MB',
    median: memoryInUse() - before,
    budget: 300,
  });
  await findingRows();
  await quotingRows();
  sizeRows(join(folder, 'built'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
