import * as vscode from 'vscode';

/** An editor that was scrolled by us tells so, some time later; that must not scroll the one that it follows. */
const echoMilliseconds = 250;

/** Keeps the same line on top in editors that belong together. */
export function scrollTogether(belong: (a: vscode.Uri, b: vscode.Uri) => boolean): vscode.Disposable {
  const scrolled = new WeakMap<vscode.TextEditor, number>();
  return vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
    const { uri } = textEditor.document;
    const top = visibleRanges[0]?.start.line;
    if (top === undefined || Date.now() < (scrolled.get(textEditor) ?? 0)) return;
    for (const other of vscode.window.visibleTextEditors) {
      if (other === textEditor || !belong(uri, other.document.uri)) continue;
      if (other.visibleRanges[0]?.start.line === top) continue;
      scrolled.set(other, Date.now() + echoMilliseconds);
      other.revealRange(new vscode.Range(top, 0, top, 0), vscode.TextEditorRevealType.AtTop);
    }
  });
}
