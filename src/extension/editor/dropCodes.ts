import * as vscode from 'vscode';
import type { TextRange } from '../../core/study/problem.ts';
import { settingsOf } from '../../core/study/settings.ts';
import { unitsAround } from '../../core/text/expand.ts';
import type { ApplyCodes } from '../commands/applyCodes.ts';
import { offsetOf, textRangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { codeTreeType, idsIn } from '../views/codeTreeDragAndDrop.ts';
import type { CodingMode } from './codingMode.ts';

/**
 * Codes of the code tree can be dropped on a transcript: on the selection, which they are then applied to, or anywhere else,
 * and then on the paragraph. Nothing is put into the text, here or in a chapter.
 */
export function registerDropCodes(
  sessions: Sessions,
  applyCodes: ApplyCodes,
  codingMode: CodingMode,
): vscode.Disposable {
  const selections = new SelectionsBeforeDrop();
  const drop = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    data: vscode.DataTransfer,
  ): Promise<vscode.DocumentDropEdit | undefined> => {
    const session = sessions.of(document.uri);
    if (!session) return undefined;
    const selection = selections.at(document, position);
    const codes = (await idsIn(data, codeTreeType)).filter((id) => session.study.codebook.codes.has(id));
    if (codes.length === 0) return undefined;
    const source = session.documentOf(document.uri);
    const transcript = source?.transcript;
    const offset = offsetOf(document, position);
    const range: TextRange | undefined = selection
      ? textRangeOf(document, selection)
      : transcript &&
        unitsAround(
          transcript,
          { start: offset, end: offset },
          'paragraph',
          settingsOf(session.study.settings).interviewers,
        );
    if (source && transcript && range) applyCodes.applyToRange({ session, document: source }, range, codes);
    else void vscode.window.showInformationMessage(say(transcript ? 'drop.noWords' : 'drop.noTranscript'));
    codingMode.lockAgain();
    // The drop is done with: without an edit VS Code would insert what else is dragged, the name of the row.
    return new vscode.DocumentDropEdit('', say('drop.title'));
  };
  return vscode.Disposable.from(
    selections,
    vscode.languages.registerDocumentDropEditProvider(
      { pattern: '**/*' },
      { provideDocumentDropEdits: drop },
      { dropMimeTypes: [codeTreeType] },
    ),
  );
}

/** VS Code puts the caret where something is dropped before it asks what the drop does: the selection is remembered. */
class SelectionsBeforeDrop implements vscode.Disposable {
  readonly #last = new WeakMap<vscode.TextEditor, vscode.Selection>();
  readonly #before = new WeakMap<vscode.TextEditor, vscode.Selection>();
  readonly #subscription = vscode.window.onDidChangeTextEditorSelection((event) => {
    const { textEditor, selections, kind } = event;
    const [selection] = selections;
    const last = this.#last.get(textEditor);
    // A drop moves the caret by no key and no click.
    const isDrop =
      kind === vscode.TextEditorSelectionChangeKind.Command &&
      selection?.isEmpty &&
      last?.contains(selection);
    if (isDrop && last && !last.isEmpty) this.#before.set(textEditor, last);
    else this.#before.delete(textEditor);
    if (selection) this.#last.set(textEditor, selection);
  });

  /** What was selected where something was dropped. */
  at(document: vscode.TextDocument, position: vscode.Position): vscode.Selection | undefined {
    const editor = vscode.window.visibleTextEditors.find(
      (each) =>
        each.document === document && each.selection.isEmpty && each.selection.active.isEqual(position),
    );
    const before = editor && this.#before.get(editor);
    return before?.contains(position) ? before : undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
