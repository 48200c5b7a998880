import * as vscode from 'vscode';
import type { TextRange } from '../core/study/problem.ts';
import { rangeOf } from './positions.ts';

/** Selects a range of LF text in an editor, and brings it into view. */
export function selectRange(editor: vscode.TextEditor, textRange: TextRange): void {
  const range = rangeOf(editor.document, textRange);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
