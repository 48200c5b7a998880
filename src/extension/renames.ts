import * as vscode from 'vscode';
import { readSidecarPath, sidecarPathOf } from '../core/study/sidecarPath.ts';
import { linksAlong } from './memos/linksAlong.ts';
import type { StudySession } from './session.ts';
import type { Sessions } from './sessions.ts';

type Renamed = vscode.FileRenameEvent['files'][number];

/**
 * Takes the sidecars and the links of memos along when a transcript, or a folder with transcripts, is renamed or moved in
 * VS Code: in the same edit, so that undoing the rename in the Explorer takes all of it back.
 */
export function followRenames(sessions: Sessions): vscode.Disposable {
  const announced = new Set<string>();
  const toSave = new Set<vscode.TextDocument>();
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      const affected = event.files.flatMap((file) => {
        const session = sessions.of(file.oldUri);
        return session ? [{ session, file }] : [];
      });
      if (affected.length === 0) return;
      for (const { file } of affected) announced.add(file.newUri.toString());
      for (const { session, file } of affected) session.expectRename(movesOf(sessions, session, file).keys());
      event.waitUntil(
        allAlong(sessions, affected, event.files).then(({ edit, memos }) => {
          for (const memo of memos) toSave.add(memo);
          return edit;
        }),
      );
    }),
    vscode.workspace.onDidRenameFiles(async (event) => {
      // VS Code undoes and redoes renames without a word before, and leaves texts that were saved since as they are.
      const unannounced = event.files.filter(({ newUri }) => !announced.delete(newUri.toString()));
      for (const session of sessions.all) {
        for (const memo of await moveLinks(sessions, session, unannounced)) toSave.add(memo);
        const moves = event.files.flatMap((file) => [...movesOf(sessions, session, file)]);
        if (moves.length > 0) await session.rename(new Map(moves));
      }
      const memos = [...toSave];
      toSave.clear();
      await Promise.all(memos.map((memo) => memo.isDirty && memo.save()));
    }),
  );
}

/** A move into another study is none: there the document is new. */
function movesOf(sessions: Sessions, session: StudySession, { oldUri, newUri }: Renamed) {
  const isWithin = sessions.of(oldUri) === session && sessions.of(newUri) === session;
  return isWithin ? session.movesBy(oldUri, newUri) : new Map<string, string>();
}

/** Lets memos link to documents that were renamed already; gives the memos to save. */
async function moveLinks(
  sessions: Sessions,
  session: StudySession,
  files: readonly Renamed[],
): Promise<readonly vscode.TextDocument[]> {
  const moves = files.flatMap((file) => [...movesOf(sessions, session, file)]);
  if (moves.length === 0 || session.isChangingFiles) return [];
  const edit = new vscode.WorkspaceEdit();
  const memos = await linksAlong(session, new Map(moves), edit);
  return edit.size > 0 && (await vscode.workspace.applyEdit(edit)) ? memos : [];
}

interface Affected {
  readonly session: StudySession;
  readonly file: Renamed;
}

/** The edit that goes with the renames of files, and the memos to save after it. */
async function allAlong(
  sessions: Sessions,
  affected: readonly Affected[],
  files: readonly Renamed[],
): Promise<{ readonly edit: vscode.WorkspaceEdit; readonly memos: readonly vscode.TextDocument[] }> {
  const edit = new vscode.WorkspaceEdit();
  const memos: vscode.TextDocument[] = [];
  for (const session of new Set(affected.map((one) => one.session))) {
    if (session.isChangingFiles) continue;
    const moves = files.flatMap((file) => [...movesOf(sessions, session, file)]);
    memos.push(...(await linksAlong(session, new Map(moves), edit)));
  }
  await sidecarsAlong(affected, files, edit);
  return { edit, memos };
}

/** Adds the renames of sidecars that go with those of their transcripts; what is in a folder moves with it. */
async function sidecarsAlong(
  affected: readonly Affected[],
  files: readonly Renamed[],
  edit: vscode.WorkspaceEdit,
): Promise<void> {
  const chosen = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { session, file } of affected) {
    await session.saved();
    for (const coder of await codersOf(file.oldUri)) {
      const from = file.oldUri.with({ path: sidecarPathOf(file.oldUri.path, coder) });
      const to = file.newUri.with({ path: sidecarPathOf(file.newUri.path, coder) });
      if (chosen.has(from.toString()) || (await exists(to))) continue;
      edit.renameFile(from, to);
    }
  }
}

/** The coders who have a sidecar beside a file, transcript or not: one that is moved out of the study may come back. */
async function codersOf(uri: vscode.Uri): Promise<readonly string[]> {
  const name = nameOf(uri.path);
  const entries = await vscode.workspace.fs
    .readDirectory(vscode.Uri.joinPath(uri, '..'))
    .then(undefined, () => []);
  return entries.flatMap(([entry]) => {
    const sidecar = readSidecarPath(entry, (path) => path === name);
    return sidecar?.document === name ? [sidecar.coder] : [];
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
