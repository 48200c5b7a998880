import * as vscode from 'vscode';
import { isPlaced } from '../core/study/counts.ts';
import { say } from './say.ts';
import { selectRange } from './selectRange.ts';
import type { StudySession } from './session.ts';

/** Opens the transcript of a quotation and selects its words; of a lost one, puts the caret where they stood. */
export async function revealQuotation(session: StudySession, id: string): Promise<void> {
  const [quotation] = session.quotations([id]);
  if (!quotation) {
    void vscode.window.showInformationMessage(say('quotation.gone'));
    return;
  }
  const editor = await vscode.window.showTextDocument(session.uriOf(quotation.document));
  // Opening a transcript may find that it was edited elsewhere, and carry its quotations along.
  const [current = quotation] = session.quotations([id]);
  const { start, end } = current;
  selectRange(editor, { start, end: isPlaced(current) ? end : start });
}
