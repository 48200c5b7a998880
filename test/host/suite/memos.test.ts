import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openInEditor, readText, select, uriOf, waitFor } from './study.ts';

const proposition = 'memos/vertrouwen-groeit-door-herstel.md';
const memo = 'memos/host-test.md';

const text = `---
title: Proef
links: [code:vertrouwen, code:vertrouwn]
---
Zie [[Vertrouwen]] en quotation:qmi9p3h7p8 van [[05-nedco]].
`;

describe('memos', () => {
  before(async () => {
    await vscode.workspace.fs.writeFile(uriOf(memo), new TextEncoder().encode(text));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uriOf(memo));
  });

  const caretIn = async (words: string): Promise<vscode.TextEditor> => {
    const editor = await openInEditor(memo);
    const { start } = select(editor, words);
    editor.selection = new vscode.Selection(start.translate(0, 1), start.translate(0, 1));
    return editor;
  };

  it('have their links as links of the document, with nothing of the study in their addresses', async () => {
    const { document } = await openInEditor(memo);
    const links = await waitFor(
      async () =>
        await vscode.commands.executeCommand<vscode.DocumentLink[]>(
          'vscode.executeLinkProvider',
          document.uri,
        ),
      (found) => found.length >= 4,
    );
    const ours = links.filter(({ target }) => target?.path === 'codeboom.memos.follow');
    assert.deepEqual(
      ours.map(({ range }) => document.getText(range)),
      ['code:vertrouwen', '[[Vertrouwen]]', 'quotation:qmi9p3h7p8', '[[05-nedco]]'],
    );
    for (const { target } of ours) assert.match(target?.query ?? '', /^\[\d+\]$/);
  });

  it('lead to the words of a quotation and to a document', async () => {
    await caretIn('quotation:qmi9');
    await vscode.commands.executeCommand('codeboom.memos.follow');
    const editor = await waitFor(
      () => vscode.window.activeTextEditor,
      (active) => active?.document.uri.path.endsWith('05-nedco.md') ?? false,
    );
    assert.ok(editor?.document.getText(editor.selection).startsWith('Kijk, dat is nou vertrouwen.'));
    await caretIn('[[05-nedco');
    await vscode.commands.executeCommand('codeboom.memos.follow');
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('05-nedco.md'));
  });

  it('say on hover what a link leads to, and what is linked to says from where', async () => {
    const { document, selection } = await caretIn('[[Vertrouwen]]');
    const said = async (uri: vscode.Uri, at: vscode.Position) => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        at,
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .map((one) => (typeof one === 'string' ? one : one.value))
        .join('\n');
    };
    assert.match(await said(document.uri, selection.start), /De verwachting dat de ander zijn woord houdt/);
    const transcript = await openInEditor('interviews/05-nedco.md');
    const { start } = select(transcript, 'Kijk, dat is nou vertrouwen');
    const hover = await waitFor(
      () => said(transcript.document.uri, start.translate(0, 2)),
      (words) => words.includes('codeboom.memos.show'),
    );
    assert.match(hover, /Vertrouwen groeit door herstel/);
  });

  it('have a problem where a link leads nowhere, with what it may have meant and its removal', async () => {
    const { document } = await openInEditor(memo);
    const [found] = await waitFor(
      () => vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code === 'memo.gone.code'),
      ({ length }) => length > 0,
    );
    assert.ok(found);
    assert.equal(document.getText(found.range), 'code:vertrouwn');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
    );
    const [replace, remove] = [actions.find(({ isPreferred }) => isPreferred), actions.at(-1)];
    assert.ok(replace?.edit && remove?.edit);
    await vscode.workspace.applyEdit(replace.edit);
    assert.ok(document.getText().includes('links: [code:vertrouwen, code:vertrouwen]'));
    await vscode.commands.executeCommand('undo');
    await vscode.workspace.applyEdit(remove.edit);
    assert.ok(document.getText().includes('links: [code:vertrouwen]'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText().replaceAll('\r\n', '\n'), text);
  });

  it('complete codes, documents and memos by name, and quotations by their words', async () => {
    const complete = async (typed: string) => {
      const editor = await openInEditor(memo);
      const end = editor.document.lineAt(4).range.end;
      await editor.edit((edit) => edit.insert(end, typed));
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        end.translate(0, typed.length),
      );
      await vscode.commands.executeCommand('undo');
      return list.items.map(({ insertText }) => (typeof insertText === 'string' ? insertText : ''));
    };
    assert.ok((await complete(' [[')).includes('Mijn rol als interviewer]]'));
    assert.ok((await complete(' code:')).includes('code:zeggen-wat-schuurt'));
    assert.deepEqual(await complete(' quotation:vertrouwen nou kijk'), ['quotation:qmi9p3h7p8']);
    assert.ok((await complete(' case:')).includes('case:TotalCare'));
  });

  it('of the sample study have no problems', async () => {
    const { document } = await openInEditor(proposition);
    assert.equal(
      document.getText().replaceAll('\r\n', '\n'),
      (await readText(proposition)).replaceAll('\r\n', '\n'),
    );
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
