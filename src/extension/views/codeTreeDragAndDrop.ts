import * as vscode from 'vscode';
import { moveCodes } from '../../core/study/codebook/move.ts';
import { isRefusal } from '../../core/study/codebook/refusal.ts';
import { operation, recodingChanges } from '../../core/study/coding.ts';
import { sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { CodeTreeElement } from './codeTreeView.ts';

/** VS Code's own names for what is dragged out of these trees. */
export const codeTreeType = 'application/vnd.code.tree.codeboom.codetree';
export const quotationsType = 'application/vnd.code.tree.codeboom.quotations';

/** Codes are dragged onto a code, or below all codes to the top of the tree; quotations onto a code that they then carry. */
export class CodeTreeDragAndDrop
  implements vscode.TreeDragAndDropController<CodeTreeElement>, vscode.Disposable
{
  readonly dragMimeTypes = [codeTreeType];
  readonly dropMimeTypes = [codeTreeType, quotationsType];
  readonly #sessions: Sessions;
  readonly #reveal: (code: string) => Promise<void>;
  readonly #dragging = new vscode.EventEmitter<boolean>();
  /** Fires with true when codes begin to be dragged, and with false when they were dropped on the tree. */
  readonly onDidDrag = this.#dragging.event;

  /** @param reveal shows a code that was moved in its new place */
  constructor(sessions: Sessions, reveal: (code: string) => Promise<void>) {
    this.#sessions = sessions;
    this.#reveal = reveal;
  }

  handleDrag(source: readonly CodeTreeElement[], data: vscode.DataTransfer): void {
    const codes = source.flatMap((element) => (element.kind === 'code' ? element.code : []));
    if (codes.length === 0) return;
    data.set(codeTreeType, new vscode.DataTransferItem(JSON.stringify(codes)));
    this.#dragging.fire(true);
  }

  async handleDrop(target: CodeTreeElement | undefined, data: vscode.DataTransfer): Promise<void> {
    this.#dragging.fire(false);
    const session = this.#sessions.active;
    // Nothing is below a smart code, and what it finds is not for anybody to say.
    if (!session || target?.kind === 'smartCode') return;
    const codes = await idsIn(data, codeTreeType);
    const [first] = codes;
    if (first !== undefined) {
      moveTo(session, codes, target?.code);
      await this.#reveal(first);
    } else if (target) {
      applyTo(session, await idsIn(data, quotationsType), target.code);
    }
  }

  dispose(): void {
    this.#dragging.dispose();
  }
}

function moveTo(session: StudySession, ids: readonly string[], parent: string | undefined): void {
  const { study, author } = session;
  const { codes } = study.codebook;
  const moved = ids.flatMap((id) => codes.get(id) ?? []);
  // A drop on the code that is dragged is a drag that was thought better of.
  if (parent !== undefined && ids.includes(parent)) return;
  const result = moveCodes(study, moved, parent === undefined ? undefined : codes.get(parent), author);
  if (isRefusal(result)) void vscode.window.showWarningMessage(sentenceOf(result.refused));
  else session.apply(result);
}

function applyTo(session: StudySession, ids: readonly string[], code: string): void {
  const changes = recodingChanges(session.quotations(ids), { add: [code] }, session.author);
  const name = session.study.codebook.codes.get(code)?.name ?? code;
  session.apply(operation('done.applyCodes', { codes: name, count: changes.length }, changes));
}

/** The ids that were dragged under a type; none when there is nothing of it. */
export async function idsIn(data: vscode.DataTransfer, type: string): Promise<readonly string[]> {
  const text = await data.get(type)?.asString();
  if (!text) return [];
  const ids: unknown = JSON.parse(text);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
