import * as vscode from 'vscode';
import type { CodingMode } from '../editor/codingMode.ts';
import type { CommandRow } from './register.ts';

/**
 * A key that asks something is followed by typing, at once; but until the question has the focus, what is typed goes to the
 * editor, and would replace the words that are selected there. No extension is fast enough to prevent that. So in the
 * manifest such a key first makes the editor read-only, which VS Code does before it looks at the next key, and then runs
 * this command with the name of the one that asks. That asks before it waits for anything: VS Code was told to show the question
 * once it returns, and only then that the editor can be written in again.
 */
export function askByKey(rows: readonly CommandRow[], codingMode: CodingMode): CommandRow {
  const known = new Map(rows.map((row) => [row.id, row]));
  return {
    id: 'askByKey',
    run: async (command: string): Promise<unknown> => {
      const locked = vscode.window.activeTextEditor?.document;
      const row = known.get(command);
      let answer: unknown;
      try {
        const loaded = row?.load ? await row.load() : row;
        answer = loaded?.run();
      } finally {
        if (locked) void codingMode.takeOver(locked);
      }
      return await answer;
    },
  };
}
