import * as vscode from 'vscode';

/** While the input of a picker has the focus Space is typed into it: another key ticks, as long as this is set. */
export function setTickKey(isPicking: boolean): void {
  void vscode.commands.executeCommand('setContext', 'codeboom.pickingCodes', isPicking);
}
