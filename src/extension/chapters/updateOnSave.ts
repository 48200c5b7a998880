import * as vscode from 'vscode';
import { rangeOf } from '../positions.ts';
import type { Sessions } from '../sessions.ts';

/**
 * Brings the tables and citations of a chapter up to date when the user saves it, if so set. A block that was edited by hand is
 * left as it is. What VS Code saves by itself after a pause is left alone: nobody expects the text to change while typing.
 */
export function updateTablesOnSave(sessions: Sessions): vscode.Disposable {
  return vscode.workspace.onWillSaveTextDocument((event) => {
    const { document, reason } = event;
    const session = sessions.of(document.uri);
    if (reason !== vscode.TextDocumentSaveReason.Manual || !session?.isChapter(document.uri)) return;
    const { uri } = document;
    if (!vscode.workspace.getConfiguration('codeboom', uri).get<boolean>('updateTablesOnSave')) return;
    const update = async (): Promise<vscode.TextEdit[]> => {
      const { renderChapter } = await import('../../core/chapters/render.ts');
      const { edits } = renderChapter(session.study, document.getText());
      return edits.map(({ range, text }) => vscode.TextEdit.replace(rangeOf(document, range), text));
    };
    event.waitUntil(update());
  });
}
