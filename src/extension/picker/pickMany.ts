import * as vscode from 'vscode';
import { say } from '../say.ts';
import { setTickKey } from './tickKey.ts';

/** As `showQuickPick` with `canPickMany`, where VS Code has no key to tick a row while the focus is in the input. */
export async function pickMany<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options: vscode.QuickPickOptions,
): Promise<readonly Item[] | undefined> {
  const picker = {};
  setTickKey(picker, true);
  try {
    return await vscode.window.showQuickPick([...items], {
      placeHolder: say('picker.many'),
      ...options,
      canPickMany: true,
    });
  } finally {
    setTickKey(picker, false);
  }
}
