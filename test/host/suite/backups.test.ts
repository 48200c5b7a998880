import * as vscode from 'vscode';
import { readText, uriOf, waitFor } from './study.ts';
import { run } from './trial.ts';

/** The codebook and every sidecar, as they are on disk. */
async function filesOnDisk(): Promise<Readonly<Record<string, string>>> {
  const entries = await vscode.workspace.fs.readDirectory(uriOf('interviews'));
  const sidecars = entries.flatMap(([name]) => (name.endsWith('.json') ? [`interviews/${name}`] : []));
  const paths = ['codebook.json', ...sidecars];
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readText(path)] as const)),
  );
}

/** Presses Enter in the choosers that a command shows, until the files are as they should be. */
async function acceptUntil(accept: (files: Readonly<Record<string, string>>) => boolean) {
  return waitFor(async () => {
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 200));
    return filesOnDisk();
  }, accept);
}

describe('a backup', () => {
  it('is kept before codes are merged, and restores the files to their bytes; undo takes that back', async () => {
    const before = await filesOnDisk();
    const isAs = (files: Readonly<Record<string, string>>) => (now: Readonly<Record<string, string>>) =>
      Object.entries(files).every(([path, text]) => now[path] === text);

    const merging = run('codeboom.codeTree.merge', { kind: 'code', code: 'algemeen' });
    const merged = await acceptUntil(
      (now) => !Object.values(now).some((text) => text.includes('"algemeen"')),
    );
    // A memo links to the code: whether it shall name the other one is asked in a notification.
    await run('notifications.clearAll');
    await merging;

    const restoring = run('codeboom.restoreBackup');
    await acceptUntil(isAs(before));
    await restoring;

    await run('codeboom.undo');
    await waitFor(filesOnDisk, isAs(merged));
    await run('codeboom.undo');
    await waitFor(filesOnDisk, isAs(before));
  });
});
