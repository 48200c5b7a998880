import * as vscode from 'vscode';
import { normalForm } from '../../core/text/transcript.ts';
import type { MessageKey } from '../../messages/english.ts';
import { offsetOf, rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';

/** Offers to bring a stale table up to date, and what can be done with a block that was edited by hand. */
export async function blockFixes(
  sessions: Sessions,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<readonly vscode.CodeAction[]> {
  const actions: vscode.CodeAction[] = [];
  for (const found of diagnostics) {
    if (found.source !== 'Codeboom') continue;
    switch (found.code) {
      case 'chapter.stale':
      case 'chapter.neverRendered':
      case 'chapter.staleCitation':
        actions.push(fix('chapter.fixUpdate', 'codeboom.updateTables', [], found));
        break;
      case 'chapter.handEdited': {
        const place = [document.uri, found.range.start];
        actions.push(
          ...(await captionFix(sessions, document, found)),
          fix('chapter.asText', 'codeboom.keepBlockAsText', place, found),
          fix('chapter.overwrite', 'codeboom.overwriteBlock', place, found),
        );
      }
    }
  }
  return actions;
}

/** Where only the caption was changed by hand: that it becomes the caption in the spec. */
async function captionFix(
  sessions: Sessions,
  document: vscode.TextDocument,
  found: vscode.Diagnostic,
): Promise<readonly vscode.CodeAction[]> {
  const session = sessions.of(document.uri);
  if (!session) return [];
  const { captionEdits } = await import('../../core/chapters/captionEdits.ts');
  const { renderChapter } = await import('../../core/chapters/render.ts');
  const text = normalForm(document.getText());
  const offset = offsetOf(document, found.range.start);
  const block = renderChapter(session.study, text).blocks.find(
    ({ block: { range } }) => range.start <= offset && offset <= range.end,
  );
  const edits = block?.content === undefined ? undefined : captionEdits(text, block.block, block.content);
  if (!edits) return [];
  const action = new vscode.CodeAction(say('chapter.asCaption'), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const { range, text: written } of edits)
    action.edit.replace(document.uri, rangeOf(document, range), written);
  action.diagnostics = [found];
  action.isPreferred = true;
  return [action];
}

function fix(
  title: MessageKey,
  command: string,
  args: unknown[],
  found: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(say(title), vscode.CodeActionKind.QuickFix);
  action.command = { title: say(title), command, arguments: args };
  action.diagnostics = [found];
  return action;
}
