import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('becomes active on a folder that holds a study', async () => {
    const extension = vscode.extensions.getExtension('codeboom.codeboom');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command of its manifest, and no other', async () => {
    const extension = vscode.extensions.getExtension('codeboom.codeboom');
    const declared: { command: string }[] = extension?.packageJSON.contributes.commands ?? [];
    const registered = await vscode.commands.getCommands(true);
    // VS Code makes commands of its own for every view.
    const own = ['focus', 'open', 'resetViewLocation', 'removeView', 'toggleVisibility'];
    const views: { id: string }[] = Object.values<{ id: string }[]>(
      extension?.packageJSON.contributes.views ?? {},
    ).flat();
    const ours = registered.filter(
      (id) =>
        id.startsWith('codeboom.') && !views.some((view) => own.some((name) => id === `${view.id}.${name}`)),
    );
    assert.deepEqual(ours.sort(), declared.map(({ command }) => command).sort());
  });
});
