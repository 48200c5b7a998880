import * as vscode from 'vscode';
import { withLink } from '../../core/formats/memoEdits.ts';
import { type LinkTarget, nameOfTarget } from '../../core/study/memoLinks.ts';
import type { Subject } from '../../core/study/subject.ts';
import { pickOne } from '../picker/pickOne.ts';
import { pickQuotation } from '../picker/quotationPicker.ts';
import { type SubjectRow, subjectRows } from '../picker/subjectPicker.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { memoIn } from './memoIn.ts';

/** Link Memo to…: adds a link to the front matter of the memo in the active editor, as an edit that Ctrl+Z takes back. */
export async function linkMemo(sessions: Sessions): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const session = memoIn(sessions, document)?.session;
  if (!document || !session) {
    void vscode.window.showInformationMessage(say('memos.noMemo'));
    return;
  }
  const target = await pickTarget(session);
  const memo = target && memoIn(sessions, document)?.memo;
  if (!memo) return;
  const values = { name: nameOfTarget(session.study, target) };
  if (memo.links.some(({ kind, to }) => kind === target.kind && to === target.id)) {
    void vscode.window.showInformationMessage(say('memos.alreadyLinked', values));
    return;
  }
  const added = withLink(memo, target);
  if (!added) {
    void vscode.window.showWarningMessage(say('memos.cannotLink'));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, added.range), added.text);
  await vscode.workspace.applyEdit(edit);
}

/** Lets the user choose what to link to: a code, case or document, or first that it be a quotation, and then which. */
async function pickTarget({ study }: StudySession): Promise<LinkTarget | undefined> {
  const title = say('memos.linkTitle');
  const quotation: SubjectRow = { label: `$(quote) ${say('memos.linkQuotation')}`, alwaysShow: true };
  const rows = [quotation, ...subjectRows(study)];
  const picked = await pickOne(rows, {
    title,
    matchOnDescription: true,
  });
  if (picked?.subject) return targetOfSubject(picked.subject);
  const chosen = picked && (await pickQuotation(study, title));
  return chosen && { kind: 'quotation', id: chosen.id };
}

/** What a memo that is about a subject links to; “no case” is nothing to link to. */
export function targetOfSubject(subject: Subject): LinkTarget | undefined {
  switch (subject.kind) {
    case 'code':
      return { kind: 'code', id: subject.code };
    case 'document':
      return { kind: 'document', id: subject.path };
    case 'case':
      return subject.name === undefined ? undefined : { kind: 'case', id: subject.name };
  }
}
