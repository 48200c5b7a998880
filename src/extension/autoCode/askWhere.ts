import * as vscode from 'vscode';
import type { StudyDocument } from '../../core/study/model.ts';
import { caseOf, documentName } from '../../core/study/sources.ts';
import { transcriptIn } from '../inTranscript.ts';
import { pickMany } from '../picker/pickMany.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** Asks which documents are searched: that of the active editor, some, or all. */
export async function askWhere(
  sessions: Sessions,
  session: StudySession,
): Promise<readonly StudyDocument[] | undefined> {
  const all = [...session.study.documents.values()].filter(({ transcript }) => transcript);
  const where = transcriptIn(sessions, vscode.window.activeTextEditor);
  const here = where?.session === session ? where.document : undefined;
  const rows = [
    ...(here
      ? [{ label: say('autoCode.here'), description: documentName(here.path), documents: [here] }]
      : []),
    {
      label: say('autoCode.study'),
      description: say('autoCode.inDocuments', { count: all.length }),
      documents: all,
    },
    { label: say('autoCode.some'), documents: undefined },
  ];
  const picked = await pickOne(rows, {
    title: say('autoCode.whereTitle'),
  });
  return picked && (picked.documents ?? askDocuments(all));
}

async function askDocuments(all: readonly StudyDocument[]): Promise<readonly StudyDocument[] | undefined> {
  const picked = await pickMany(
    all.map((document) => ({
      label: documentName(document.path),
      description: caseOf(document) ?? '',
      document,
    })),
    {
      title: say('autoCode.someTitle'),
      matchOnDescription: true,
    },
  );
  return picked && picked.length > 0 ? picked.map(({ document }) => document) : undefined;
}
