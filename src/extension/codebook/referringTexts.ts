import * as vscode from 'vscode';
import type { ChapterText } from '../../core/chapters/references.ts';
import type { FileEdit } from '../../core/chapters/replaceReferences.ts';
import { transcriptOf } from '../../core/text/transcript.ts';
import type { MessageKey } from '../../messages/english.ts';
import { chaptersOf } from '../chapters/chapterFiles.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';

/** The texts of the living chapters of a study, as their editors have them. */
export async function chapterTexts(session: StudySession): Promise<readonly ChapterText[]> {
  const documents = await Promise.all(
    (await chaptersOf(session)).map((uri) => vscode.workspace.openTextDocument(uri)),
  );
  return documents.map((document) => ({
    path: session.pathOf(document.uri) ?? document.uri.path,
    text: transcriptOf(document.getText()).text,
  }));
}

/** How the user is asked, and what the button says. */
interface Asked {
  readonly question: MessageKey;
  readonly change: MessageKey;
}

/**
 * Asks whether memos and chapters, which are the user's own texts, shall name another code, or a code by its new name; makes the
 * edits if so. One step of Ctrl+Z in each file; files that were not open are saved.
 */
export async function offerEdits(
  session: StudySession,
  edits: readonly FileEdit[],
  code: string,
  asked: Asked = { question: 'references.question', change: 'references.change' },
): Promise<void> {
  if (edits.length === 0) return;
  const paths = [...new Set(edits.map(({ path }) => path))];
  const files = paths.join(', ');
  const change = say(asked.change);
  const answer = await vscode.window.showInformationMessage(
    say(asked.question, { count: edits.length, files, code }),
    change,
    say('references.leave'),
  );
  if (answer !== change) return;
  const edit = new vscode.WorkspaceEdit();
  const closed: vscode.TextDocument[] = [];
  for (const path of paths) {
    const uri = session.uriOf(path);
    const isOpen = vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString());
    const document = await vscode.workspace.openTextDocument(uri);
    if (!isOpen) closed.push(document);
    for (const { range, text } of edits.filter((one) => one.path === path))
      edit.replace(uri, rangeOf(document, range), text);
  }
  if (await vscode.workspace.applyEdit(edit)) await Promise.all(closed.map((document) => document.save()));
  else void vscode.window.showWarningMessage(say('references.failed', { files }));
}
