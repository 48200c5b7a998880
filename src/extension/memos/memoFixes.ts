import * as vscode from 'vscode';
import { type MemoEdit, withoutLink, withTarget } from '../../core/formats/memoEdits.ts';
import { likelyTargets } from '../../core/study/likelyTargets.ts';
import { type LinkTarget, nameInBrackets } from '../../core/study/memoLinks.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { memoIn, memoSelector } from './memoIn.ts';
import { targetKindName, targetName } from './memoNames.ts';

/** Offers what a link that leads nowhere may have meant, likeliest first, and to take it out, as edits of the memo. */
export function registerMemoFixes(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    memoSelector,
    {
      provideCodeActions(document, _range, { diagnostics }) {
        const found = diagnostics.filter(isOfLink);
        const where = found.length > 0 ? memoIn(sessions, document) : undefined;
        if (!where) return [];
        const { memo, session } = where;
        const { study } = session;
        return found.flatMap((diagnostic) => {
          const link = memo.links.find(({ range }) => rangeOf(document, range).isEqual(diagnostic.range));
          if (!link) return [];
          const fix = (title: string, edit: MemoEdit | undefined) =>
            edit ? [action(document, title, edit, diagnostic)] : [];
          const replaced = likelyTargets(study, link).flatMap((target: LinkTarget) =>
            fix(
              say('memos.fixReplace', {
                kind: targetKindName(target),
                name: targetName(study, target),
              }),
              withTarget(memo, link, target, nameInBrackets(study, target)),
            ),
          );
          const [likeliest] = replaced;
          if (likeliest) likeliest.isPreferred = true;
          return [...replaced, ...fix(say('memos.fixRemove'), withoutLink(memo, link))];
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function isOfLink({ source, code }: vscode.Diagnostic): boolean {
  return source === 'Codeboom' && typeof code === 'string' && code.startsWith('memo.gone.');
}

function action(
  document: vscode.TextDocument,
  title: string,
  { range, text }: MemoEdit,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.edit = new vscode.WorkspaceEdit();
  made.edit.replace(document.uri, rangeOf(document, range), text);
  made.diagnostics = [diagnostic];
  return made;
}
