import * as vscode from 'vscode';
import type { RenderedChapter } from '../../core/chapters/render.ts';
import { rangeOf } from '../positions.ts';

/** Makes the edits of a rendered chapter in its document: one step of Ctrl+Z there. False when it could not be done. */
export async function applyToDocument(
  document: vscode.TextDocument,
  edits: RenderedChapter['edits'],
): Promise<boolean> {
  if (edits.length === 0) return true;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) edit.replace(document.uri, rangeOf(document, range), text);
  return vscode.workspace.applyEdit(edit);
}
