import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openInEditor, readSidecar, readText, select, uriOf, waitFor } from './study.ts';

const transcript = 'interviews/13-flexco.md';
const sidecar = 'interviews/13-flexco.codes.json';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`codeboom.${command}`, ...args);

const code = (id: string) => ({ kind: 'code', code: id });

/** The pages of the comparison that are open, left and right. */
function pages(): readonly string[] {
  const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'codeboom-codes');
  const side = (name: string) => open.find(({ uri }) => uri.path.startsWith(`/${name}/`))?.getText() ?? '';
  return [side('left'), side('right')];
}

describe('uncoded turns', () => {
  it('are walked through, whole and without their labels, and on into the next transcript', async () => {
    const editor = await openInEditor(transcript);
    const { quotations } = await readSidecar(sidecar);
    const text = editor.document.getText().replaceAll('\r\n', '\n');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    let last = 0;
    for (;;) {
      await run('nextUncodedTurn');
      const active = vscode.window.activeTextEditor;
      assert.ok(active && !active.selection.isEmpty);
      if (active.document !== editor.document) {
        assert.equal(active.document.uri.path, uriOf('interviews/14-apco.md').path);
        break;
      }
      const words = editor.document.getText(editor.selection).replaceAll('\r\n', '\n');
      const start = text.indexOf(words, last);
      assert.ok(start > last, words);
      assert.match(text.slice(0, start), /\*\*[^*\n]+\*\*:?\s*(\[[\d:]+\]\s*)?$/);
      assert.ok(
        quotations.every((one) => one.end <= start || start + words.length <= one.start),
        words,
      );
      last = start;
    }
    assert.ok(last > 0);
    await run('previousUncodedTurn');
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });
});

describe('two codes side by side', () => {
  it('have every case on the same line, and follow the study', async () => {
    const both = [code('vertrouwen'), code('openheid-en-transparantie')];
    await run('compareCodes', both[0], both);
    const [left = '', right = ''] = await waitFor(pages, (both) => both.every((text) => text !== ''));
    const cases = (page: string) =>
      page
        .split('\n')
        .flatMap((line, at) => (line.startsWith('## ') ? [`${at} ${line.split(' (')[0]}`] : []));
    assert.ok(cases(left).length > 3);
    assert.deepEqual(cases(left), cases(right));

    const before = await readText(sidecar);
    const editor = await openInEditor(transcript);
    const { quotations } = await readSidecar(sidecar);
    const other = quotations.find(({ codes }) => !codes.includes('vertrouwen'));
    assert.ok(other);
    select(editor, other.exact);
    await run('codeTree.apply', code('vertrouwen'));
    await waitFor(pages, ([now]) => now !== left);
    await run('undo');
    await waitFor(pages, ([now]) => now === left);
    await waitFor(
      () => readText(sidecar),
      (now) => now === before,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
