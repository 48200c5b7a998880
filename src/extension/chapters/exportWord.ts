import * as vscode from 'vscode';
import type { CommandRow } from '../commands/register.ts';
import { saveOut } from '../privacy/exportGate.ts';
import { say, sentenceOf } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import { activeChapter } from './tableCommands.ts';

/** The command that makes a Word file of a chapter. */
export function exportWordCommands(sessions: Sessions): readonly CommandRow[] {
  return [{ id: 'exportChapterAsWord', run: () => exportChapterAsWord(sessions) }];
}

async function exportChapterAsWord(sessions: Sessions): Promise<void> {
  const chapter = activeChapter(sessions);
  if (!chapter) return;
  const { session, document } = chapter;
  const { chapterToDocx } = await import('../../core/chapters/word/export.ts');
  const { bytes, text, remarks } = await chapterToDocx(session.study, document.getText());
  const name = document.uri.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const uri = await saveOut(session, {
    title: say('word.export'),
    defaultUri: vscode.Uri.joinPath(session.root, `${name}.docx`),
    filters: { [say('format.docx')]: ['docx'] },
    bytes,
    text,
  });
  if (!uri) return;
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (remarks.length === 0) showDone(say('word.saved', { file }));
  else {
    const sentences = remarks.map(sentenceOf).join(' ');
    void vscode.window.showWarningMessage(say('word.remarks', { file, remarks: sentences }));
  }
}
