import * as vscode from 'vscode';
import { namedTwoWays } from '../../core/study/caseNames.ts';
import { caseOf, documentsByCase } from '../../core/study/sources.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { DocumentsElement } from '../views/documentsView.ts';

/** Offers to call a case by one name where it has two, and to edit an attribute that is missing or odd. */
export function registerAttributeFixes(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**/*.{md,csv}' },
    {
      provideCodeActions(document, _range, { diagnostics }) {
        const session = sessions.of(document.uri);
        const path = session?.pathOf(document.uri);
        if (!session || path === undefined) return [];
        return diagnostics.flatMap((found): readonly vscode.CodeAction[] => {
          if (found.source !== 'Codeboom') return [];
          if (found.code === 'cases.twoWays')
            return namesMeant(session, path).map((pair) => oneName(pair, found));
          if (!String(found.code).startsWith('attributes.') || !session.study.documents.has(path)) return [];
          return [editing({ kind: 'document', path }, found)];
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

/** Of a transcript its case; in cases.csv those that no transcript names. Each with the name that it should have. */
function namesMeant({ study }: StudySession, path: string): readonly (readonly [string, string])[] {
  const twoWays = namedTwoWays(study);
  const document = study.documents.get(path);
  if (!document) return [...twoWays].filter(([name]) => documentsByCase(study).get(name)?.length === 0);
  const name = caseOf(document);
  const other = name === undefined ? undefined : twoWays.get(name);
  return name === undefined || other === undefined ? [] : [[name, other]];
}

function oneName([from, into]: readonly [string, string], found: vscode.Diagnostic): vscode.CodeAction {
  const action = fix(
    say('cases.fixTwoWays', { name: into }),
    'codeboom.documents.mergeCases',
    [from, into],
    found,
  );
  action.isPreferred = true;
  return action;
}

function editing(element: DocumentsElement, found: vscode.Diagnostic): vscode.CodeAction {
  return fix(say('attributes.fixEdit'), 'codeboom.documents.editAttribute', [element], found);
}

function fix(
  title: string,
  command: string,
  args: readonly unknown[],
  found: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [...args] };
  action.diagnostics = [found];
  return action;
}
