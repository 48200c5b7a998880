import type * as vscode from 'vscode';
import { say } from '../say.ts';
import { show } from './pickOne.ts';
import { setTickKey } from './tickKey.ts';

/** As `showQuickPick` with `canPickMany`, where VS Code has no key to tick a row while the focus is in the input. */
export async function pickMany<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options: Omit<vscode.QuickPickOptions, 'canPickMany'>,
): Promise<readonly Item[] | undefined> {
  const picker = {};
  setTickKey(picker, true);
  try {
    return await show(items, { placeHolder: say('picker.many'), ...options }, true);
  } finally {
    setTickKey(picker, false);
  }
}
