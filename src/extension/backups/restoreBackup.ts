import * as vscode from 'vscode';
import { operation } from '../../core/study/coding.ts';
import type { Backup } from '../../store/backups.ts';
import { type RestoredFile, restorable } from '../../store/restore.ts';
import type { CommandRow } from '../commands/register.ts';
import { pickMany } from '../picker/pickMany.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** The command that brings back what was there before a change in bulk. */
export function backupCommands(sessions: Sessions): readonly CommandRow[] {
  return [{ id: 'restoreBackup', run: () => restoreBackup(sessions.active) }];
}

/** Asks which backup, shows what would change file by file, and makes that an ordinary change, that can be undone. */
async function restoreBackup(session: StudySession | undefined): Promise<void> {
  if (!session) return;
  const backup = await pickBackup(session);
  if (!backup) return;
  const files = restorable(session.study, backup.files, session.finder);
  const known = new Set(files.map(({ path }) => path));
  const texts = Object.keys(backup.files).filter((path) => !known.has(path));
  const picked = await pickFiles(files, texts, dateOf(backup));
  if (!picked) return;
  for (const path of picked.texts) await showText(backup, path);
  const chosen = picked.files;
  if (chosen.length === 0) return;
  const changes = chosen.flatMap((file) => file.changes);
  session.apply(operation('done.restoreBackup', { date: dateOf(backup), files: chosen.length }, changes));
}

async function pickBackup(session: StudySession): Promise<Backup | undefined> {
  const backups = await session.backups.all();
  if (backups.length === 0) {
    void vscode.window.showInformationMessage(say('backup.none'));
    return undefined;
  }
  const items = backups.map((backup) => ({
    label: dateOf(backup),
    description: say('backup.files', { count: Object.keys(backup.files).length }),
    detail: sentenceOf(backup.reason),
    backup,
  }));
  const picked = await pickOne(items, {
    title: say('backup.title'),
    placeHolder: say('backup.placeholder'),
    matchOnDetail: true,
  });
  return picked?.backup;
}

/** A text is the user's own: as it was it is shown, and where it goes is up to him. */
async function showText({ files }: Backup, path: string): Promise<void> {
  const language = /\.jsonl?$/.test(path) ? 'json' : path.endsWith('.md') ? 'markdown' : 'plaintext';
  const document = await vscode.workspace.openTextDocument({ content: files[path] ?? '', language });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** Lets the user look at what would change, and leave files out; texts are ticked by nobody but the user. */
async function pickFiles(
  files: readonly RestoredFile[],
  texts: readonly string[],
  date: string,
): Promise<{ readonly files: readonly RestoredFile[]; readonly texts: readonly string[] } | undefined> {
  const different = files.filter(({ changes }) => changes.length > 0);
  if (different.length + texts.length === 0) {
    void vscode.window.showInformationMessage(say('backup.nothing', { date }));
    return undefined;
  }
  const items: (vscode.QuickPickItem & { readonly file?: RestoredFile })[] = [
    ...different.map((file) => ({
      label: file.path,
      description: say('backup.changes', { back: file.back, changed: file.changed, away: file.away }),
      picked: true,
      file,
    })),
    ...texts.map((path) => ({ label: path, description: say('backup.text') })),
  ];
  const chosen = await pickMany(items, {
    title: say('backup.filesTitle', { date }),
    placeHolder: say('backup.filesPlaceholder'),
  });
  return (
    chosen && {
      files: chosen.flatMap(({ file }) => file ?? []),
      texts: chosen.flatMap(({ label, file }) => (file ? [] : [label])),
    }
  );
}

function dateOf({ at }: Backup): string {
  return new Date(at).toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' });
}
