import * as vscode from 'vscode';

/** A quotation as its sidecar has it. */
interface WrittenQuotation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly codes: readonly string[];
  readonly comment?: string;
  readonly star?: boolean;
  readonly anchor?: { readonly state: string };
}

export interface WrittenSidecar {
  readonly text: { readonly length: number; readonly sha256: string };
  readonly quotations: readonly WrittenQuotation[];
}

/** A file of the study that is open in this window. */
export function uriOf(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The tests need a window with a study.');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

export async function readSidecar(path: string): Promise<WrittenSidecar> {
  return JSON.parse(await readText(path));
}

/** Waits until a value is as it should be, and returns it; after ten seconds fails with what it was last. */
export async function waitFor<Value>(
  read: () => Promise<Value> | Value,
  accept: (value: Value) => boolean,
): Promise<Value> {
  const end = Date.now() + 10_000;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > end) throw new Error(`Waited in vain; it is ${JSON.stringify(value)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Opens a file of the study in an editor that has the focus. */
export async function openInEditor(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)));
}

/** Selects the first occurrence of a text, as a range of the document. */
export function select(editor: vscode.TextEditor, text: string): vscode.Range {
  const at = editor.document.getText().indexOf(text);
  if (at < 0) throw new Error(`“${text}” is not in ${editor.document.uri.path}`);
  const start = editor.document.positionAt(at);
  const end = editor.document.positionAt(at + text.length);
  editor.selection = new vscode.Selection(start, end);
  return editor.selection;
}
