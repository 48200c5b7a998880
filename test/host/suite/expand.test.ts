import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openInEditor, readSidecar, readText, select, waitFor } from './study.ts';

const transcript = 'interviews/05-nedco.md';
const sidecar = 'interviews/05-nedco.codes.json';
const sentence = 'Het werd doodstil.';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`codeboom.${command}`, ...args);

describe('expanding and recent codes', () => {
  let editor: vscode.TextEditor;
  let before: string;
  const selected = () => editor.document.getText(editor.selection);
  const waitForSelected = (words: string) => waitFor(selected, (now) => now === words);
  const quotationsOf = async (words: string) =>
    (await readSidecar(sidecar)).quotations.filter(({ exact }) => exact === words);

  beforeEach(async () => {
    before = await readText(sidecar);
    editor = await openInEditor(transcript);
    const { start } = select(editor, sentence);
    editor.selection = new vscode.Selection(start, start);
  });

  it('goes by steps to the turn, and back the same way', async () => {
    const steps: string[] = [];
    for (let step = 0; step < 3; step++) {
      await run('expandSelection');
      steps.push(selected());
    }
    assert.deepEqual(steps.slice(0, 2), ['Het', sentence]);
    assert.match(steps[2] ?? '', /^Dan moet ik u meenemen naar 2007\. .* eer we het deden\.$/);
    await run('shrinkSelection');
    await waitForSelected(sentence);
    await run('shrinkSelection');
    await waitForSelected('Het');
    await run('shrinkSelection');
    await waitForSelected('');
  });

  it('goes to each unit directly, and finds nothing in front matter', async () => {
    await run('expandToSentence');
    await waitForSelected(sentence);
    await run('expandToTurn');
    assert.ok(!selected().includes('NedCo'), selected());
    const { start } = select(editor, 'ValueCare');
    editor.selection = new vscode.Selection(start, start);
    await run('expandToParagraph');
    assert.equal(selected(), '');
  });

  it('applies a recent code by its number, which it keeps, and quotes no words twice', async () => {
    await run('expandToSentence');
    for (const [code, words] of [
      ['vertrouwen', sentence],
      ['contract', 'In angst.'],
    ] as const) {
      select(editor, words);
      await run('codeTree.apply', { kind: 'code', code });
    }
    select(editor, sentence);
    await run('applyRecentCode', 1);
    const [quotation] = await waitFor(
      () => quotationsOf(sentence),
      ([found]) => found?.codes.join() === 'vertrouwen,contract',
    );
    // The same words with the space around them, and as two selections.
    const range = select(editor, ` ${sentence} `);
    editor.selections = [
      new vscode.Selection(range.start, range.end),
      new vscode.Selection(range.start.translate(0, 1), range.end),
    ];
    await run('applyRecentCode', 2);
    select(editor, 'In angst.');
    await run('applyRecentCode', 2);
    await waitFor(
      () => quotationsOf('In angst.'),
      ([found]) => found?.codes.join() === 'contract,vertrouwen',
    );
    assert.deepEqual(
      (await quotationsOf(sentence)).map(({ id }) => id),
      [quotation?.id],
    );
    for (let step = 0; step < 4; step++) await run('undo');
    await waitFor(
      () => readText(sidecar),
      (text) => text === before,
    );
  });
});

describe('coding mode', () => {
  it('follows the editor that the user comes to, and gives each its text back', async () => {
    const first = await openInEditor(transcript);
    const { start } = select(first, sentence);
    first.selection = new vscode.Selection(start, start);
    await run('startCodingMode');
    const typeInto = async (editor: vscode.TextEditor): Promise<boolean> => {
      const version = editor.document.version;
      await vscode.commands.executeCommand('type', { text: 'x' });
      if (editor.document.version === version) return false;
      await vscode.commands.executeCommand('undo');
      return true;
    };
    assert.equal(await typeInto(first), false);
    const second = await openInEditor('interviews/13-flexco.md');
    await waitFor(
      () => typeInto(second),
      (typed) => !typed,
    );
    const chapter = await openInEditor('chapters/resultaten.md');
    assert.equal(await typeInto(chapter), true);
    await run('leaveCodingMode');
    for (const path of [transcript, 'interviews/13-flexco.md']) {
      const editor = await openInEditor(path);
      await waitFor(
        () => typeInto(editor),
        (typed) => typed,
      );
    }
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
  });
});
