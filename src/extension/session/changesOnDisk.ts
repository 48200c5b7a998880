import * as vscode from 'vscode';

/** How long changes on disk may go on before they are read. */
const refreshMilliseconds = 80;

/** Collects what changes in the folder of a study and hands it on, several changes at once. */
export class ChangesOnDisk implements vscode.Disposable {
  readonly #changed = new Set<string>();
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #isWaiting: () => boolean;
  readonly #read: (paths: readonly string[]) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param isWaiting whether reading has to wait: files are on their way
   * @param read takes study-relative paths of files or folders that changed
   */
  constructor(
    root: vscode.Uri,
    pathOf: (uri: vscode.Uri) => string | undefined,
    isWaiting: () => boolean,
    read: (paths: readonly string[]) => void,
  ) {
    this.#isWaiting = isWaiting;
    this.#read = read;
    this.#watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**/*'));
    const note = (uri: vscode.Uri) => {
      const path = pathOf(uri);
      if (path !== undefined) this.note(path);
    };
    this.#watcher.onDidCreate(note);
    this.#watcher.onDidChange(note);
    this.#watcher.onDidDelete(note);
  }

  /** Has a file read again soon. */
  note(path: string): void {
    this.#changed.add(path);
    this.#readSoon();
  }

  #readSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#isWaiting()) {
        this.#readSoon();
        return;
      }
      const paths = [...this.#changed];
      this.#changed.clear();
      this.#read(paths);
    }, refreshMilliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher.dispose();
  }
}
