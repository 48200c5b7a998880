import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openInEditor, readText, waitFor } from './study.ts';

const path = 'relations.json';
const trust = { kind: 'relation', relation: 'r6va6y4u9e' };

describe('relations', () => {
  let original = '';
  before(async () => {
    await openInEditor('interviews/01-secureco.md');
    original = await readText(path);
  });

  const becomes = (accept: (text: string) => boolean) => waitFor(() => readText(path), accept);

  it('are turned around, and are as they were after one undo, byte for byte', async () => {
    await vscode.commands.executeCommand('codeboom.relations.reverse', trust);
    await becomes((text) => text.includes('"from": "code:alliantiesucces", "to": "code:vertrouwen"'));
    await vscode.commands.executeCommand('codeboom.undo');
    await becomes((text) => text === original);
  });

  it('are removed, several at a time', async () => {
    const other = { kind: 'relation', relation: 'r3gv4h6j2q' };
    await vscode.commands.executeCommand('codeboom.relations.remove', trust, [trust, other]);
    const left = await becomes((text) => text !== original);
    assert.equal(JSON.parse(left).relations.length, JSON.parse(original).relations.length - 2);
    await vscode.commands.executeCommand('codeboom.undo');
    await becomes((text) => text === original);
  });

  it('are drawn in one panel, however often it is asked for', async () => {
    const panels = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(
          ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('codeboom.model'),
        );
    await vscode.commands.executeCommand('codeboom.model.show');
    await vscode.commands.executeCommand('codeboom.model.show');
    await waitFor(panels, ({ length }) => length === 1);
    await vscode.window.tabGroups.close(panels());
    assert.equal(panels().length, 0);
  });
});
