import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readSidecar, readText, uriOf, waitFor } from './study.ts';
import { interview, isNoticed, run, Trial, words } from './trial.ts';

async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to));
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

async function isThere(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(uriOf(path)).then(
    () => true,
    () => false,
  );
}

describe('renaming in VS Code', () => {
  let trial: Trial;

  beforeEach(async () => {
    trial = await Trial.start();
  });

  afterEach(() => Trial.removeAll());

  async function showsAsNow(path: string): Promise<void> {
    trial.isNow(path);
    await trial.open();
    await trial.isKnown();
  }

  it('a transcript takes its sidecar along, with ids and codes, and undo of coding still works', async () => {
    const { sidecar } = trial;
    const before = await readSidecar(sidecar);
    await trial.whereabouts();
    await rename(trial.path, 'interviews/91-renamed.md');
    await showsAsNow('interviews/91-renamed.md');
    assert.equal(await isThere(sidecar), false);
    const after = await waitFor(
      () => readText(trial.sidecar),
      (text) => text.includes('"document": "91-renamed.md"'),
    );
    const read = JSON.parse(after).quotations.map(({ id, codes }: { id: string; codes: string[] }) => [
      id,
      codes,
    ]);
    assert.deepEqual(
      read,
      before.quotations.map(({ id, codes }) => [id, codes]),
    );
    assert.deepEqual(await trial.whereabouts(), words);
    for (let times = 0; times < 4; times++) await trial.undoStar();
    assert.deepEqual(await trial.whereabouts(), words);
  });

  it('a transcript with edits that are not saved', async () => {
    trial.select(`${words.qworry} `);
    await run('deleteLeft');
    trial.caret('vertrouwden', 'before');
    await run('type', { text: 'zo ' });
    await rename(trial.path, 'interviews/92-renamed.md');
    await showsAsNow('interviews/92-renamed.md');
    assert.notEqual(trial.text, interview);
    const expected = { ...words, qworry: 'lost', qtrust: 'Wij zo vertrouwden elkaar vanaf de eerste dag' };
    assert.deepEqual(await trial.whereabouts(), expected);
    await run('workbench.action.files.revert');
    assert.deepEqual(await trial.whereabouts(), words);
  });

  it('a folder with transcripts', async () => {
    const name = trial.path.replace('interviews/', '');
    await rename(trial.path, `interviews/oud/${name}`);
    await showsAsNow(`interviews/oud/${name}`);
    assert.deepEqual(await trial.whereabouts(), words);
    await rename('interviews/oud', 'interviews/nieuw');
    await showsAsNow(`interviews/nieuw/${name}`);
    assert.deepEqual(await trial.whereabouts(), words);
    assert.equal(await isThere(`interviews/oud/${name.replace('.md', '.codes.json')}`), false);
  });

  it('to a file that is no transcript keeps the sidecar beside it, and back', async () => {
    const { path } = trial;
    await rename(path, 'memos/93-trial.md');
    assert.equal(
      await waitFor(
        () => isThere('memos/93-trial.codes.json'),
        (there) => there,
      ),
      true,
    );
    await isNoticed();
    await rename('memos/93-trial.md', path);
    assert.equal(
      await waitFor(
        () => isThere('memos/93-trial.codes.json'),
        (there) => !there,
      ),
      false,
    );
    await showsAsNow(path);
    await isNoticed();
    await trial.isCoded();
    assert.deepEqual(await trial.whereabouts(), words);
  });

  it('by another program is noticed', async () => {
    await run('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.rename(uriOf(trial.path), uriOf('interviews/94-elders.md'));
    const before = trial.sidecar;
    trial.isNow('interviews/94-elders.md');
    await waitFor(
      () => isThere(trial.sidecar),
      (there) => there,
    );
    await waitFor(
      () => isThere(before),
      (there) => !there,
    );
    await showsAsNow('interviews/94-elders.md');
    assert.deepEqual(await trial.whereabouts(), words);
  });
});
