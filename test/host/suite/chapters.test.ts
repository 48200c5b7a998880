import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openInEditor, readSidecar, readText, uriOf, waitFor } from './study.ts';

const chapter = 'chapters/resultaten.md';
const transcript = 'interviews/06-highco.md';
const sidecar = 'interviews/06-highco.codes.json';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`codeboom.${command}`, ...args);
const problemKeys = () => vscode.languages.getDiagnostics(uriOf(chapter)).map(({ code }) => code);

describe('a living chapter', () => {
  let original: string;
  before(async () => {
    original = await readText(chapter);
  });

  afterEach(async () => {
    const { document } = await openInEditor(chapter);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), original);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  });

  it('is fresh as it comes, stale after coding, and fresh again after Update Tables', async () => {
    await openInEditor(chapter);
    await waitFor(problemKeys, (keys) => !keys.some((key) => String(key).startsWith('chapter.')));
    const editor = await openInEditor(transcript);
    const trust = (await readSidecar(sidecar)).quotations.find(({ codes }) => codes.includes('vertrouwen'));
    assert.ok(trust);
    const { document: coded } = editor;
    editor.selection = new vscode.Selection(coded.positionAt(trust.start), coded.positionAt(trust.end));
    await run('deleteQuotation');
    await waitFor(problemKeys, (keys) => keys.includes('chapter.stale'));
    const { document } = await openInEditor(chapter);
    await run('updateTables');
    assert.notEqual(document.getText(), original);
    await waitFor(problemKeys, (keys) => !keys.includes('chapter.stale'));
    await run('undo');
    await waitFor(problemKeys, (keys) => keys.includes('chapter.stale'));
    await run('updateTables');
    assert.equal(document.getText(), original);
  });

  it('notices an edit by hand, and never overwrites it unasked', async () => {
    const { document } = await openInEditor(chapter);
    const at = document.getText().indexOf('| TotalCare | 3 |');
    const range = new vscode.Range(
      document.positionAt(at),
      document.positionAt(at + '| TotalCare | 3 |'.length),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, '| TotalCare | drie |');
    await vscode.workspace.applyEdit(edit);
    await waitFor(problemKeys, (keys) => keys.includes('chapter.handEdited'));
    const found = vscode.languages
      .getDiagnostics(document.uri)
      .find(({ code }) => code === 'chapter.handEdited');
    assert.ok(found);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
    );
    const commands = actions.flatMap(({ command }) => (command ? [command] : []));
    const keep = commands.find(({ command }) => command === 'codeboom.keepBlockAsText');
    const discard = commands.find(({ command }) => command === 'codeboom.overwriteBlock');
    assert.ok(keep && discard);
    assert.ok(document.getText().includes('| TotalCare | drie |'));
    await vscode.commands.executeCommand(discard.command, ...(discard.arguments ?? []));
    assert.equal(document.getText(), original);
  });

  it('completes keys, codes and attributes in a spec', async () => {
    const editor = await openInEditor(chapter);
    const { document } = editor;
    const complete = async (inserted: string, after: string): Promise<readonly string[]> => {
      const at = document.positionAt(document.getText().indexOf(after) + after.length);
      await editor.edit((edit) => edit.insert(at, inserted));
      const offset = document.offsetAt(at) + inserted.length;
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(offset),
      );
      await vscode.commands.executeCommand('undo');
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const keys = await complete('\nde', 'caption: "Tabel 2: Overzicht casussen en interviews"');
    assert.ok(keys.includes('decimals') && keys.includes('where'), keys.join());
    const attributes = await complete('\n  - {attribute: ', '  - {attribute: niveau, header: Niveau}');
    assert.ok(attributes.includes('fase') && attributes.includes('organisation'), attributes.join());
    const codes = await complete('\n  - {quotes: ', '  - {attribute: niveau, header: Niveau}');
    assert.ok(codes.includes('vertrouwen'), codes.join());
    assert.equal(document.getText(), original);
  });
});
