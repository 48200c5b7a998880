import * as vscode from 'vscode';
import type { CommandRow } from '../commands/register.ts';

/** How many keys that select rows VS Code is still busy with. */
let selecting = 0;

/**
 * Shift with an arrow key selects rows. Where one row is then selected, VS Code runs its command as for a click or Enter, and so
 * would open an editor, or apply a code; nothing that it tells says which key it was. So our views have these keys from us.
 */
export const selectionKeys: readonly CommandRow[] = [
  { id: 'selectDown', run: () => select('list.expandSelectionDown') },
  { id: 'selectUp', run: () => select('list.expandSelectionUp') },
];

async function select(command: string): Promise<void> {
  selecting++;
  try {
    await vscode.commands.executeCommand(command);
    // VS Code runs the command of the row a moment after it is selected: once it answers again, that was before.
    await vscode.commands.executeCommand('setContext', 'codeboom.selected', true);
  } finally {
    selecting--;
  }
}

/** Whether a command is that of a row which a key only selects. */
export function isOnlySelected(args: readonly unknown[]): boolean {
  return selecting > 0 && typeof args[0] === 'object';
}
