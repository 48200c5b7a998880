import * as vscode from 'vscode';
import { moveDocumentReferences } from '../../core/chapters/moveReferences.ts';
import { memoOf } from '../../core/formats/memo.ts';
import type { Study } from '../../core/study/study.ts';
import { transcriptOf } from '../../core/text/transcript.ts';
import { rangeOf } from '../positions.ts';
import type { StudySession } from '../session.ts';

/**
 * Lets the memos of a study link to documents under their new paths, as part of the edit that renames these.
 *
 * @param moves from the paths that the documents have to those that they get
 * @returns the memos that are to be saved once the edit is made: those in which the user has nothing to save
 */
export async function linksAlong(
  session: StudySession,
  moves: ReadonlyMap<string, string>,
  edit: vscode.WorkspaceEdit,
): Promise<readonly vscode.TextDocument[]> {
  const edits = moveDocumentReferences(withMemosOfEditors(session), moves);
  const documents: vscode.TextDocument[] = [];
  for (const path of new Set(edits.map((one) => one.path))) {
    const document = await vscode.workspace.openTextDocument(session.uriOf(path));
    for (const { range, text } of edits.filter((one) => one.path === path))
      edit.replace(document.uri, rangeOf(document, range), text);
    if (!document.isDirty) documents.push(document);
  }
  return documents;
}

/** The study with its memos as their editors have them. */
function withMemosOfEditors(session: StudySession): Study {
  const { study } = session;
  const open = vscode.workspace.textDocuments.flatMap((document) => {
    const path = session.pathOf(document.uri);
    return path !== undefined && study.memos.has(path)
      ? [[path, memoOf(path, transcriptOf(document.getText()))] as const]
      : [];
  });
  return { ...study, memos: new Map([...study.memos, ...open]) };
}
