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

/** A sidecar; in the web worker host a file can be read while it is being written, and is then read again. */
export function readSidecar(path: string): Promise<WrittenSidecar> {
  return waitFor<WrittenSidecar>(
    async () => JSON.parse(await readText(path)),
    () => true,
  );
}

/** Waits until a value can be read and is as it should be, and returns it; after ten seconds fails with what it was last. */
export async function waitFor<Value>(
  read: () => Promise<Value> | Value,
  accept: (value: Value) => boolean,
): Promise<Value> {
  const end = Date.now() + 10_000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const value = await read();
      if (accept(value)) return value;
      last = JSON.stringify(value);
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Waited in vain; it is ${String(last).slice(0, 2000)}`);
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
