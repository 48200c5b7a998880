import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readText, uriOf, waitFor } from './study.ts';

const memo = 'memos/los.md';
const relations = 'relations.json';

/** What the Problems panel says of a file, with the text that is underlined. */
async function problemsOf(path: string): Promise<readonly (readonly [string, string])[]> {
  const problems = vscode.languages.getDiagnostics(uriOf(path));
  if (problems.length === 0) return [];
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  return problems.map(({ message, range }) => [message, document.getText(range)]);
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

describe('memos and relations', () => {
  let original = '';
  before(async () => {
    original = await readText(relations);
  });
  after(async () => {
    await vscode.workspace.fs.delete(uriOf(memo));
    await write(relations, original);
  });

  it('are read when they come and when they change, and name what is gone', async () => {
    await write(memo, '# Los\r\n\r\nZie [[Vertrouwen]] en code:weg.\r\n');
    const end = '"to": "code:weg", "type": "is a"';
    await write(
      relations,
      `{"version": 1, "relations": [{"id": "r1", "from": "code:vertrouwen", ${end}}]}\n`,
    );
    const [problem] = await waitFor(
      () => problemsOf(memo),
      ({ length }) => length > 0,
    );
    assert.equal(problem?.[1], 'code:weg');
    const [relation] = await waitFor(
      () => problemsOf(relations),
      ({ length }) => length > 0,
    );
    assert.match(relation?.[0] ?? '', /code:weg/);

    await write(memo, '# Los\r\n\r\nZie [[Vertrouwen]].\r\n');
    await write(relations, '{"version": 1, "relations": []}\n');
    for (const path of [memo, relations])
      await waitFor(
        () => problemsOf(path),
        ({ length }) => length === 0,
      );
  });
});
