import * as vscode from 'vscode';
import { settingsOf } from '../../core/study/settings.ts';
import type { StudySession } from '../session.ts';

/** The living chapters of a study, in the order of their paths. */
export async function chaptersOf(session: StudySession): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(session.root, '**/*.md'));
  const { isChapter } = settingsOf(session.study.settings);
  return found
    .filter((uri) => isChapter(session.pathOf(uri) ?? ''))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
