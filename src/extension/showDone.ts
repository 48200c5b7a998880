import * as vscode from 'vscode';

/** Success is told in the status bar, never in a toast. */
export function showDone(sentence: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${sentence}`, 4000);
}
