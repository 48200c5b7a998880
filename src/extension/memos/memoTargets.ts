import * as vscode from 'vscode';
import type { LinkTarget } from '../../core/study/memoLinks.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { rangeOf } from '../positions.ts';
import { revealQuotation } from '../revealQuotation.ts';
import type { StudySession } from '../session.ts';
import type { CodeTreeView } from '../views/codeTreeView.ts';
import type { QuotationsView } from '../views/quotationsView.ts';

/** Goes to what memos link to, and to memos. */
export class MemoTargets {
  readonly #codeTree: CodeTreeView;
  readonly #quotations: QuotationsView;

  constructor(codeTree: CodeTreeView, quotations: QuotationsView) {
    this.#codeTree = codeTree;
    this.#quotations = quotations;
  }

  /** Goes to something that is there: `targetOf` said so. */
  async open(session: StudySession, { kind, id }: LinkTarget): Promise<void> {
    switch (kind) {
      case 'code':
        this.#quotations.show([{ kind: 'code', code: id }], { focus: false });
        return this.#codeTree.reveal(id);
      case 'quotation':
        return revealQuotation(session, id);
      case 'case':
        return this.#quotations.show([{ kind: 'case', name: id }], { focus: true });
      case 'document':
      case 'memo':
        return openMemo(session, id);
    }
  }
}

/** Opens a memo, or another text of a study, at a place in it. */
export async function openMemo(session: StudySession, path: string, at?: TextRange): Promise<void> {
  const document = await vscode.workspace.openTextDocument(session.uriOf(path));
  await vscode.window.showTextDocument(document, at ? { selection: rangeOf(document, at) } : {});
}
