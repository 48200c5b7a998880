import * as vscode from 'vscode';
import type { Study } from '../../core/study/study.ts';
import type { FrontMatterEdit } from '../../core/text/frontMatterEdit.ts';
import { normalForm } from '../../core/text/transcript.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';

/**
 * Makes edits in transcripts as the user would: in the editor, from where the quotations are carried along. A transcript with
 * edits that are not saved stays so; another is saved, be it open or not. All or nothing: where a file is no longer as the study
 * has it, no edit is made.
 *
 * @param edits by study-relative path, in the LF text of the study
 */
export async function editTranscripts(
  edits: ReadonlyMap<string, FrontMatterEdit>,
  study: Study,
  uriOf: (path: string) => vscode.Uri,
): Promise<void> {
  const files = [...edits.keys()].join(', ');
  const toSave = await edited(edits, study, uriOf);
  if (!toSave) {
    void vscode.window.showWarningMessage(say('attributes.notDone', { files }));
    return;
  }
  const saved = await Promise.all(toSave.map((document) => document.save()));
  if (saved.includes(false)) void vscode.window.showWarningMessage(say('attributes.notSaved', { files }));
}

/** The transcripts that are to be saved; undefined when nothing was done. */
async function edited(
  edits: ReadonlyMap<string, FrontMatterEdit>,
  study: Study,
  uriOf: (path: string) => vscode.Uri,
): Promise<readonly vscode.TextDocument[] | undefined> {
  const edit = new vscode.WorkspaceEdit();
  const toSave: vscode.TextDocument[] = [];
  for (const [path, { range, text }] of edits) {
    const document = await vscode.workspace.openTextDocument(uriOf(path)).then(undefined, () => undefined);
    if (!document) return undefined;
    if (normalForm(document.getText()) !== study.documents.get(path)?.transcript?.text) return undefined;
    if (!document.isDirty) toSave.push(document);
    edit.replace(document.uri, rangeOf(document, range), text);
  }
  return (await vscode.workspace.applyEdit(edit)) ? toSave : undefined;
}
