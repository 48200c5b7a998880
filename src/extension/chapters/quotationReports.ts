import * as vscode from 'vscode';
import { citationOf } from '../../core/chapters/citations.ts';
import { extractQuotations } from '../../core/chapters/extract.ts';
import { codeIdFor } from '../../core/study/ids.ts';
import { formatQuotation } from '../../core/study/quoteStyle.ts';
import type { Subject } from '../../core/study/subject.ts';
import type { CommandRow } from '../commands/register.ts';
import { chooseQuotation, inTranscript } from '../inTranscript.ts';
import { pickQuotation } from '../picker/quotationPicker.ts';
import { pickSubject } from '../picker/subjectPicker.ts';
import { copyOut, mayLeave } from '../privacy/exportGate.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import { subjectName } from '../subjectName.ts';

/** The commands that take quotations out of the study: to the clipboard, into a chapter, into a document of their own. */
export function quotationReports(sessions: Sessions): readonly CommandRow[] {
  return [
    { id: 'copyQuotation', run: () => copyQuotation(sessions) },
    { id: 'insertQuotation', run: () => insertQuotation(sessions) },
    { id: 'extractQuotations', run: (clicked?: Subject) => extract(sessions, clicked) },
  ];
}

async function copyQuotation(sessions: Sessions): Promise<void> {
  const where = inTranscript(sessions);
  const quotation = where && (await chooseQuotation(where));
  if (!where || !quotation) return;
  const { session } = where;
  if (await copyOut(session, formatQuotation(session.study, quotation)))
    showDone(say('quotation.copied', { count: 1 }));
}

/** In a chapter of the study the quotation is a citation, which stays up to date; elsewhere it is text. */
async function insertQuotation(sessions: Sessions): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const session = (editor && sessions.of(editor.document.uri)) ?? sessions.active;
  if (!editor || !session) return;
  const quotation = await pickQuotation(session.study, say('quotation.insertTitle'));
  if (!quotation) return;
  const printed = formatQuotation(session.study, quotation);
  const text = session.isChapter(editor.document.uri) ? citationOf(quotation.id, printed) : printed;
  if (!(await mayLeave(session, text))) return;
  await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}

/** Opens the quotations of a code, case or document as a new Markdown document beside the chapters, not yet saved. */
async function extract(sessions: Sessions, clicked: Subject | undefined): Promise<void> {
  const session = sessions.active;
  if (!session) return;
  const subject = clicked ?? (await pickSubject(session.study, say('extract.title')));
  if (!subject) return;
  const path = await freePath(
    session,
    `chapters/${codeIdFor(subjectName(session.study, subject), () => false)}`,
  );
  const markdown = extractQuotations(session.study, subject, path);
  if (!(await mayLeave(session, markdown))) return;
  const document = await vscode.workspace.openTextDocument(session.uriOf(path).with({ scheme: 'untitled' }));
  await vscode.languages.setTextDocumentLanguage(document, 'markdown');
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), markdown));
}

async function freePath(session: StudySession, stem: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${stem}.md` : `${stem}-${number}.md`;
    try {
      await vscode.workspace.fs.stat(session.uriOf(path));
    } catch {
      return path;
    }
  }
}
