import * as vscode from 'vscode';

/** The picker that is shown last: the one before it may tell that it was hidden only after this one is shown. */
let shown: object | undefined;

/** While the input of a picker has the focus Space is typed into it: another key ticks, as long as the picker is shown. */
export function setTickKey(picker: object, isShown: boolean): void {
  if (!isShown && picker !== shown) return;
  shown = isShown ? picker : undefined;
  void vscode.commands.executeCommand('setContext', 'codeboom.pickingCodes', isShown);
}
