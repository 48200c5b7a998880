import * as vscode from 'vscode';
import type { Message } from '../../core/study/problem.ts';
import type { BackupFiles, Backups } from '../../store/backups.ts';
import { say } from '../say.ts';

/** Keeps backups one after the other, beside the work that they are of. */
export class BackupKeeper {
  readonly #backups: Backups;
  #keeping: Promise<void> | undefined;

  constructor(backups: Backups) {
    this.#backups = backups;
  }

  /** Keeps files as they were. Where that fails the user is told, and the work goes on. */
  keep(reason: Message, files: BackupFiles): void {
    if (Object.keys(files).length === 0) return;
    const at = new Date().toISOString();
    const work = (this.#keeping ?? Promise.resolve())
      .then(() => this.#backups.keep({ at, reason, files }))
      .catch((error) => {
        const why = error instanceof Error ? error.message : String(error);
        void vscode.window.showWarningMessage(say('backup.failed', { reason: why }));
      })
      .finally(() => {
        if (this.#keeping === work) this.#keeping = undefined;
      });
    this.#keeping = work;
  }

  /** Waits until what is being kept is kept: nothing is written over before that. Undefined when there is nothing to wait for. */
  get kept(): Promise<void> | undefined {
    return this.#keeping;
  }
}
