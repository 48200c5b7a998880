import * as vscode from 'vscode';
import { caseOf, documentName } from '../../core/study/sources.ts';
import type { CommandRow } from '../commands/register.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { countIn } from './documentItem.ts';
import type { DocumentsElement, DocumentsView } from './documentsView.ts';
import { elementsMeant, type TreeArguments } from './elementsMeant.ts';
import type { QuotationsView } from './quotationsView.ts';

/** The commands of the documents view. */
export function documentsCommands(
  sessions: Sessions,
  documents: DocumentsView,
  quotations: QuotationsView,
): readonly CommandRow[] {
  return [
    { id: 'documents.openTranscript', run: () => openTranscript(sessions) },
    {
      id: 'documents.showQuotations',
      run: (...args: TreeArguments<DocumentsElement>) => {
        const subjects = elementsMeant(documents.view, args) ?? [];
        if (subjects.length > 0) quotations.show(subjects, { focus: true });
      },
    },
  ];
}

/** Lets the user choose a transcript, and opens it. */
async function openTranscript(sessions: Sessions): Promise<void> {
  const session = sessions.active;
  if (!session) return;
  const documents = [...session.study.documents.values()].filter(({ transcript }) => transcript);
  const picked = await pickOne(
    documents.map((document) => ({
      label: documentName(document.path),
      description: [caseOf(document), say('documents.quotations', { count: countIn([document]) })]
        .filter((text) => text !== undefined)
        .join(' · '),
      path: document.path,
    })),
    { title: say('documents.openTranscript'), matchOnDescription: true },
  );
  if (picked) await vscode.window.showTextDocument(session.uriOf(picked.path));
}
