import * as vscode from 'vscode';

type Options = Pick<
  vscode.QuickPickOptions,
  'title' | 'placeHolder' | 'matchOnDescription' | 'matchOnDetail'
>;

/** As `showQuickPick`; what was typed in it is not lost with the focus. */
export async function pickOne<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options: Options,
): Promise<Item | undefined> {
  const picked = await show(items, options, false);
  return picked?.[0];
}

/** Shows a list, to choose one row of or to tick several in. Escape gives undefined. */
export function show<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  { title, placeHolder, matchOnDescription, matchOnDetail }: Options,
  canSelectMany: boolean,
): Promise<readonly Item[] | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = title;
  pick.placeholder = placeHolder;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = matchOnDescription ?? false;
  pick.matchOnDetail = matchOnDetail ?? false;
  pick.canSelectMany = canSelectMany;
  pick.items = items;
  if (canSelectMany) pick.selectedItems = items.filter(({ picked }) => picked);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      // Where nothing is found there is nothing to choose; but nothing ticked is an answer.
      if (!canSelectMany && pick.selectedItems.length === 0) return;
      resolve(pick.selectedItems);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
