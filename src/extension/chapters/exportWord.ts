import * as vscode from 'vscode';
import type { CommandRow } from '../commands/register.ts';
import { say, sentenceOf } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import { saveFile } from './saveFile.ts';
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
  const { bytes, remarks } = await chapterToDocx(session.study, document.getText());
  const name = document.uri.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const proposal = { title: say('word.export'), name, extension: 'docx', kind: say('format.docx') };
  const file = await saveFile(session, proposal, async () => bytes);
  if (file === undefined) return;
  if (remarks.length === 0) showDone(say('word.saved', { file }));
  else {
    const sentences = remarks.map(sentenceOf).join(' ');
    void vscode.window.showWarningMessage(say('word.remarks', { file, remarks: sentences }));
  }
}
