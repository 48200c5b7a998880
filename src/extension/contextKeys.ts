import * as vscode from 'vscode';
import { transcriptIn } from './inTranscript.ts';
import type { Sessions } from './sessions.ts';

/** Keeps the context keys of the manifest true, which decide where commands and keys are offered. */
export function followContext(sessions: Sessions): vscode.Disposable {
  const known = new Map<string, boolean>();
  const set = (key: string, value: boolean) => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', `codeboom.${key}`, value);
  };
  const update = () => {
    const editor = vscode.window.activeTextEditor;
    const session = editor && sessions.of(editor.document.uri);
    set('studyOpen', sessions.active !== undefined);
    set('inTranscript', transcriptIn(sessions, editor) !== undefined);
    set('inChapter', editor !== undefined && (session?.isChapter(editor.document.uri) ?? false));
    set('inMemo', editor !== undefined && (session?.isMemo(editor.document.uri) ?? false));
    set('inMarkdown', editor?.document.languageId === 'markdown');
    set('canUndo', sessions.active?.canUndo ?? false);
    set('canRedo', sessions.active?.canRedo ?? false);
  };
  update();
  return vscode.Disposable.from(
    sessions.onDidChangeActive(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}
