import * as vscode from 'vscode';
import type { CheckedPassage } from '../../core/chapters/quoted/lintQuotations.ts';
import { positionAt } from '../../core/text/lines.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';

/** What can be done about a quoted passage that is not what its source said. */
export function quotationFixes(
  session: StudySession,
  document: vscode.TextDocument,
  passage: CheckedPassage,
  found: vscode.Diagnostic,
): readonly vscode.CodeAction[] {
  const { edits, wrongSource, range } = passage;
  const actions: vscode.CodeAction[] = [];
  const isOfWords = rangeOf(document, range).isEqual(found.range);
  if (wrongSource && rangeOf(document, wrongSource.range).isEqual(found.range)) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, found.range, wrongSource.name);
    actions.push(
      fix(say('quoted.fixSource', { name: wrongSource.name }), found, { edit, isPreferred: true }),
    );
  } else if (isOfWords && edits.length > 0) {
    const edit = new vscode.WorkspaceEdit();
    for (const { range: at, text } of edits) edit.replace(document.uri, rangeOf(document, at), text);
    actions.push(fix(say('quoted.fixWords'), found, { edit, isPreferred: true }));
  }
  const command = showing(session, passage);
  return command ? [...actions, fix(command.title, found, { command })] : actions;
}

function fix(
  title: string,
  found: vscode.Diagnostic,
  done: Pick<vscode.CodeAction, 'edit' | 'command' | 'isPreferred'>,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [found];
  return Object.assign(action, done);
}

/** Opens the transcript with the words selected that a passage is of. */
function showing(session: StudySession, { document, place }: CheckedPassage): vscode.Command | undefined {
  const transcript = document === undefined ? undefined : session.study.documents.get(document)?.transcript;
  if (document === undefined || !place || !transcript) return undefined;
  const [start, end] = [place.start, place.end].map((offset) => {
    const { line, character } = positionAt(transcript, offset);
    return new vscode.Position(line, character);
  });
  if (!start || !end) return undefined;
  const selection = new vscode.Range(start, end);
  return {
    command: 'vscode.open',
    title: say('quoted.show'),
    arguments: [session.uriOf(document), { selection }],
  };
}
