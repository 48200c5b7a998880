import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openInEditor, readSidecar, readText, select, uriOf, type WrittenSidecar, waitFor } from './study.ts';

const transcript = 'interviews/13-flexco.md';
const sidecar = 'interviews/13-flexco.codes.json';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`codeboom.${command}`, ...args);

/** The first words of a turn that nobody has coded as such. */
async function uncodedWords(): Promise<string> {
  const text = await readText(transcript);
  const { quotations } = await readSidecar(sidecar);
  const sentence = [...text.matchAll(/[A-Z][a-zé]+ [a-zé]+ [a-zé]+ [a-zé]+/g)].find(
    ([words]) =>
      text.indexOf(words) === text.lastIndexOf(words) && !quotations.some(({ exact }) => exact === words),
  );
  assert.ok(sentence);
  return sentence[0];
}

function quotationOf({ quotations }: WrittenSidecar, words: string) {
  return quotations.find(({ exact }) => exact === words);
}

describe('coding in the editor', () => {
  let words: string;
  let before: string;

  beforeEach(async () => {
    before = await readText(sidecar);
    words = await uncodedWords();
  });

  it('codes in vivo, writes the sidecar, undoes to the same bytes, and does it again', async () => {
    const editor = await openInEditor(transcript);
    select(editor, words);
    await run('codeInVivo');
    const after = await waitFor(
      () => readSidecar(sidecar),
      (file) => quotationOf(file, words) !== undefined,
    );
    const quotation = quotationOf(after, words);
    assert.equal(
      editor.document.getText().replaceAll('\r\n', '\n').slice(quotation?.start, quotation?.end),
      words,
    );
    const codebook = await waitFor(
      () => readText('codebook.json'),
      (text) => text.includes(words),
    );
    assert.ok(codebook.includes(`"id": "${quotation?.codes[0]}"`));

    await run('undo');
    await waitFor(
      () => readText(sidecar),
      (text) => text === before,
    );
    await waitFor(
      () => readText('codebook.json'),
      (text) => !text.includes(words),
    );
    await run('redo');
    await waitFor(
      () => readSidecar(sidecar),
      (file) => quotationOf(file, words)?.id === quotation?.id,
    );
    await run('undo');
    await waitFor(
      () => readText(sidecar),
      (text) => text === before,
    );
  });

  it('trims white space, takes several selections in one step, and quotes no range twice', async () => {
    const editor = await openInEditor(transcript);
    const range = select(editor, words);
    const start = editor.document.positionAt(editor.document.offsetAt(range.start) - 1);
    editor.selections = [
      new vscode.Selection(start, range.end),
      new vscode.Selection(range.start, range.end),
    ];
    await run('codeInVivo');
    const after = await waitFor(
      () => readSidecar(sidecar),
      (file) => quotationOf(file, words) !== undefined,
    );
    assert.equal(after.quotations.filter(({ exact }) => exact === words).length, 1);
    await run('undo');
    await waitFor(
      () => readText(sidecar),
      (text) => text === before,
    );
  });

  it('stars, moves a boundary by a word, and deletes the quotation at the caret', async () => {
    const editor = await openInEditor(transcript);
    const range = select(editor, words);
    await run('codeInVivo');
    editor.selection = new vscode.Selection(range.start, range.end);
    await run('toggleStar');
    await run('shrinkQuotationEnd');
    const shorter = words.split(' ').slice(0, -1).join(' ');
    const after = await waitFor(
      () => readSidecar(sidecar),
      (file) => quotationOf(file, shorter) !== undefined,
    );
    assert.equal(quotationOf(after, shorter)?.star, true);
    const [from, to] = [
      range.start,
      editor.document.positionAt(editor.document.offsetAt(range.start) + shorter.length),
    ];
    editor.selection = new vscode.Selection(from, to);
    await run('deleteQuotation');
    await waitFor(
      () => readSidecar(sidecar),
      (file) => quotationOf(file, shorter) === undefined,
    );
    for (let step = 0; step < 4; step++) await run('undo');
    await waitFor(
      () => readText(sidecar),
      (text) => text === before,
    );
  });

  it('keeps quotations on their words while the text is edited, and through saving', async () => {
    const editor = await openInEditor(transcript);
    const original = editor.document.getText();
    const { quotations } = await readSidecar(sidecar);
    const first = quotations[0];
    assert.ok(first);
    const line = editor.document.positionAt(first.start).line;
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(line, 0), 'Een regel die er eerst niet stond. 👩‍👩‍👧\n\n'),
    );
    await editor.document.save();
    const after = await waitFor(
      () => readSidecar(sidecar),
      (file) => file.text.length !== quotations.length && file.quotations[0]?.start !== first.start,
    );
    const text = editor.document.getText().replaceAll('\r\n', '\n');
    assert.equal(after.text.length, text.length);
    assert.deepEqual(
      after.quotations.map(({ start, end }) => text.slice(start, end)),
      quotations.map(({ exact }) => exact),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), original);
    await editor.document.save();
    await waitFor(
      () => readText(sidecar),
      (now) => now === before,
    );
  });

  it('counts the same offsets as the editor with CRLF, emoji and combining accents', async () => {
    const path = 'interviews/99-crlf.md';
    const quoted = 'cafe\u0301 👩‍👩‍👧 één';
    const content = `\ufeff---\r\ncase: OneCare\r\n---\r\n\r\n**R:** Tja 🙂.\r\n\r\n**R:** We dronken ${quoted} samen.\r\n`;
    await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(content));
    try {
      const editor = await openInEditor(path);
      assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
      select(editor, quoted);
      await waitFor(
        async () => {
          await run('codeInVivo');
          return readText('interviews/99-crlf.codes.json');
        },
        () => true,
      );
      const { quotations } = await readSidecar('interviews/99-crlf.codes.json');
      const text = content.slice(1).replaceAll('\r\n', '\n');
      assert.deepEqual(
        quotations.map(({ start, end, exact }) => [text.slice(start, end), exact]),
        [[quoted, quoted]],
      );
      await run('undo');
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      for (const left of [path, 'interviews/99-crlf.codes.json']) {
        await vscode.workspace.fs.delete(uriOf(left)).then(undefined, () => undefined);
      }
    }
  });

  it('merges what another program wrote into the same sidecar', async () => {
    const editor = await openInEditor(transcript);
    const file = await readSidecar(sidecar);
    const first = file.quotations[0];
    assert.ok(first);
    const elsewhere = before
      .replace(`"id": "${first.id}", `, `"id": "${first.id}", `)
      .replace(
        /("id": "\w+", "start": \d+, "end": \d+, "exact": "[^\n]*?"codes": \[[^\]]*\])/,
        '$1, "comment": "van een ander"',
      );
    assert.notEqual(elsewhere, before);
    await vscode.workspace.fs.writeFile(uriOf(sidecar), new TextEncoder().encode(elsewhere));
    select(editor, words);
    await run('codeInVivo');
    const after = await waitFor(
      () => readSidecar(sidecar),
      (now) => quotationOf(now, words) !== undefined,
    );
    assert.ok(after.quotations.some(({ comment }) => comment === 'van een ander'));
    await run('undo');
    await waitFor(
      () => readSidecar(sidecar),
      (now) => quotationOf(now, words) === undefined,
    );
    await vscode.workspace.fs.writeFile(uriOf(sidecar), new TextEncoder().encode(before));
  });

  it('leaves a broken sidecar alone, says so, and writes once it is mended', async () => {
    const editor = await openInEditor(transcript);
    const broken = before.slice(0, Math.floor(before.length / 2));
    await vscode.workspace.fs.writeFile(uriOf(sidecar), new TextEncoder().encode(broken));
    await waitFor(
      () => vscode.languages.getDiagnostics(uriOf(sidecar)),
      (problems) => problems.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    );
    select(editor, words);
    await run('codeInVivo');
    assert.equal(await readText(sidecar), broken);
    await vscode.workspace.fs.writeFile(uriOf(sidecar), new TextEncoder().encode(before));
    await waitFor(
      () => readSidecar(sidecar),
      (now) => quotationOf(now, words) !== undefined,
    );
    await run('undo');
    await waitFor(
      () => readText(sidecar),
      (text) => text === before,
    );
  });
});
