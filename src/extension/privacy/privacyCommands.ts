import * as vscode from 'vscode';
import type { CommandRow } from '../commands/register.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import type { DocumentsElement } from '../views/documentsView.ts';
import { addPseudonym } from './addPseudonym.ts';
import type { NameProblems } from './nameProblems.ts';
import { pseudonymiseDocument, pseudonymiseStudy } from './pseudonymise.ts';
import { replaceName } from './replaceName.ts';
import { suggestNamesFor } from './suggestNames.ts';

/** The commands that keep the names of those interviewed out of a study. */
export function privacyCommands(sessions: Sessions, problems: NameProblems): readonly CommandRow[] {
  return [
    { id: 'addPseudonym', run: () => addPseudonym(sessions) },
    { id: 'suggestNames', run: () => suggestNamesFor(sessions) },
    {
      id: 'pseudonymiseDocument',
      run: (clicked?: DocumentsElement | vscode.Uri) =>
        pseudonymiseDocument(sessions, pathOf(sessions, clicked)),
    },
    { id: 'pseudonymiseStudy', run: () => pseudonymiseStudy(sessions) },
    { id: 'checkForNames', run: () => checkForNames(sessions, problems) },
    {
      id: 'replaceName',
      run: (uri: vscode.Uri, range: vscode.Range) => replaceName(sessions, uri, range),
    },
  ];
}

function pathOf(sessions: Sessions, clicked: DocumentsElement | vscode.Uri | undefined): string | undefined {
  if (clicked instanceof vscode.Uri) return sessions.of(clicked)?.pathOf(clicked);
  return clicked && 'path' in clicked ? clicked.path : undefined;
}

/** Check for Names: what is found is in the Problems panel, which is shown. */
async function checkForNames(sessions: Sessions, problems: NameProblems): Promise<void> {
  const session = sessions.active;
  if (!session) return;
  const count = await problems.check(session);
  if (count === 0) showDone(say('privacy.clean'));
  else {
    showDone(say('privacy.found', { count }));
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
