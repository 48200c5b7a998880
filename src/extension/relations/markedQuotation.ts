import * as vscode from 'vscode';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';

/** The quotation that the user means to relate to another one, which they have yet to find. */
export class MarkedQuotation {
  #marked: { readonly session: StudySession; readonly id: string } | undefined;

  set(session: StudySession, id: string): void {
    this.#marked = { session, id };
    void vscode.commands.executeCommand('setContext', 'codeboom.quotationMarked', true);
    vscode.window.setStatusBarMessage(`$(check) ${say('relations.marked')}`, 4000);
  }

  in(session: StudySession): readonly string[] {
    return this.#marked?.session === session ? [this.#marked.id] : [];
  }
}
