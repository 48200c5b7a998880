/** Copies of the sample study to play in, where git does not look. Run as a script it lays one out for debugging. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory, copyStudy, runScript } from './paths.ts';

const playground = join(cacheDirectory, 'playground');

/** Returns a new folder with the sample study in `sample-study`. What was played with earlier stays where it was. */
export async function newPlayground(): Promise<{ directory: string; study: string }> {
  await mkdir(playground, { recursive: true });
  const directory = await mkdtemp(join(playground, `${new Date().toISOString().slice(0, 10)}-`));
  const study = join(directory, 'sample-study');
  await copyStudy(study);
  return { directory, study };
}

if (import.meta.main) {
  await runScript(async () => {
    // The place that .vscode/launch.json opens.
    const study = join(playground, 'debug');
    await rm(study, { recursive: true, force: true });
    await copyStudy(study);
    console.log(`A fresh copy of the sample study: ${study}`);
    return 0;
  });
}
