import * as vscode from 'vscode';
import type { Backups } from '../store/backups.ts';
import type { FileSystem } from '../store/fileSystem.ts';
import { say } from './say.ts';
import type { StudyChange } from './session/studyState.ts';
import { StudySession } from './session.ts';

/** A change of the study that the views show, or `undefined` when they show another study, or none, from now on. */
export type ActiveChange = StudyChange | undefined;

/** Gives access to the files of a study: by Node where there is one, else by VS Code. */
export type FilesIn = (root: vscode.Uri) => FileSystem;

/**
 * The open studies of the workspace. A file belongs to the nearest `codeboom.json` above it; the views show the study of
 * the file in the active editor, and keep showing it while the editor shows something else.
 */
export class Sessions implements vscode.Disposable {
  readonly #open = new Map<string, StudySession>();
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #changed = new vscode.EventEmitter<ActiveChange>();
  readonly #problems = new vscode.EventEmitter<StudySession>();
  #active: StudySession | undefined;

  /** Fires after every change of the active study, and when another study becomes the active one. */
  readonly onDidChangeActive = this.#changed.event;
  /** Fires when the problems of a study may have changed. */
  readonly onDidChangeProblems = this.#problems.event;

  readonly #filesIn: FilesIn;
  readonly #backupsOf: (root: vscode.Uri) => Backups;

  /** @param backupsOf where the backups of a study are kept */
  constructor(filesIn: FilesIn, backupsOf: (root: vscode.Uri) => Backups) {
    this.#filesIn = filesIn;
    this.#backupsOf = backupsOf;
    const watcher = vscode.workspace.createFileSystemWatcher('**/codeboom.json', false, true, false);
    this.#subscriptions.push(
      this.#changed,
      this.#problems,
      watcher,
      watcher.onDidCreate((uri) => this.open(folderOf(uri))),
      watcher.onDidDelete((uri) => this.#close(folderOf(uri))),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.openAll()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#chooseActive()),
    );
  }

  /** The study that the views show. */
  get active(): StudySession | undefined {
    return this.#active;
  }

  get all(): readonly StudySession[] {
    return [...this.#open.values()];
  }

  /** The study that a file belongs to. */
  of(uri: vscode.Uri): StudySession | undefined {
    return this.all
      .filter((session) => session.pathOf(uri) !== undefined)
      .sort((a, b) => b.root.path.length - a.root.path.length)[0];
  }

  /** Opens every study of the workspace that is not open yet, and closes those that left it. */
  async openAll(): Promise<void> {
    const found = await vscode.workspace.findFiles('**/codeboom.json', '**/{node_modules,.git}/**');
    await Promise.all(found.map((uri) => this.open(folderOf(uri))));
    for (const session of this.all) {
      if (!vscode.workspace.getWorkspaceFolder(session.root)) this.#close(session.root);
    }
    this.#chooseActive();
  }

  /** Opens the study in a folder, or gives the open one. */
  async open(root: vscode.Uri): Promise<StudySession | undefined> {
    const key = root.toString();
    const known = this.#open.get(key);
    if (known) return known;
    try {
      const session = await StudySession.open(root, this.#filesIn(root), this.#backupsOf(root));
      if (this.#open.has(key)) {
        session.dispose();
        return this.#open.get(key);
      }
      this.#open.set(key, session);
      session.onDidChange((change) => {
        if (session === this.#active) this.#changed.fire(change);
      });
      session.onDidChangeProblems(() => this.#problems.fire(session));
      this.#problems.fire(session);
      this.#chooseActive();
      return session;
    } catch (error) {
      void vscode.window.showErrorMessage(
        say('study.cannotOpen', {
          folder: root.fsPath,
          reason: error instanceof Error ? error.message : String(error),
        }),
      );
      return undefined;
    }
  }

  #close(root: vscode.Uri): void {
    const session = this.#open.get(root.toString());
    if (!session) return;
    this.#open.delete(root.toString());
    session.dispose();
    this.#chooseActive();
  }

  #chooseActive(): void {
    const editor = vscode.window.activeTextEditor;
    const session =
      (editor && this.of(editor.document.uri)) ??
      (this.#active && this.all.includes(this.#active) ? this.#active : this.all[0]);
    if (session === this.#active) return;
    this.#active = session;
    this.#changed.fire(undefined);
  }

  /** Waits until everything that was changed is on disk. */
  async saved(): Promise<void> {
    await Promise.all(this.all.map((session) => session.saved()));
  }

  dispose(): void {
    for (const session of this.all) session.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}
