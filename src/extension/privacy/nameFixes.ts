import * as vscode from 'vscode';
import type { MessageKey } from '../../messages/english.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';

/** Offers to put the pseudonym in the place of a name that the Problems panel shows, there or in the whole file. */
export function registerNameFixes(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**/*' },
    {
      provideCodeActions(document, _range, { diagnostics }) {
        if (!sessions.of(document.uri)) return [];
        return diagnostics
          .filter(({ source, code }) => source === 'Codeboom' && code === 'privacy.leak')
          .flatMap((found) => [
            fix('pseudonymise.fixHere', 'replaceName', [document.uri, found.range], found),
            fix('pseudonymise.fixFile', 'pseudonymiseDocument', [document.uri], found),
          ]);
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function fix(
  title: MessageKey,
  command: string,
  args: unknown[],
  found: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(say(title), vscode.CodeActionKind.QuickFix);
  action.command = { title: say(title), command: `codeboom.${command}`, arguments: args };
  action.diagnostics = [found];
  return action;
}
