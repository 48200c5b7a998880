import * as vscode from 'vscode';
import { say } from '../say.ts';
import { isOnlySelected } from '../views/selectByKey.ts';

/** A command of the manifest, without the `codeboom.` before its id, and what it does. */
export interface CommandRow {
  readonly id: string;
  readonly run: (...args: never[]) => unknown;
  /** Where its feature is loaded later: the row that `run` hands over to. */
  readonly load?: () => Promise<CommandRow | undefined>;
}

/**
 * The commands of a feature that is loaded when one of them is first used.
 *
 * @param ids of its rows
 */
export function lazily(
  ids: readonly string[],
  load: () => Promise<readonly CommandRow[]>,
): readonly CommandRow[] {
  return ids.map((id) => {
    const loadRow = async () => (await load()).find((row) => row.id === id);
    return { id, run: async (...args: never[]) => (await loadRow())?.run(...args), load: loadRow };
  });
}

/** Registers commands. An error in one is a fault of the program: it goes to the log, and the user gets one sentence. */
export function registerCommands(rows: readonly CommandRow[]): vscode.Disposable {
  return vscode.Disposable.from(
    ...rows.map(({ id, run }) =>
      vscode.commands.registerCommand(`codeboom.${id}`, async (...args: never[]) => {
        try {
          return isOnlySelected(args) ? undefined : await run(...args);
        } catch (error) {
          console.error(`codeboom.${id}`, error);
          const reason = error instanceof Error ? error.message : String(error);
          void vscode.window.showErrorMessage(say('command.failed', { command: id, reason }));
          return undefined;
        }
      }),
    ),
  );
}
