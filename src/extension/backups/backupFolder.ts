import * as vscode from 'vscode';
import { sha256Hex } from '../../core/text/digest.ts';
import type { BackupStorage } from '../../store/backups.ts';

/** The folder in VS Code's own storage where the backups of one study are kept; the study's folder tells it from others. */
export class BackupFolder implements BackupStorage {
  readonly #folder: vscode.Uri;

  /** @param storage what VS Code gives the extension to keep files in, whatever folder is open */
  constructor(storage: vscode.Uri, study: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'backups', sha256Hex(study.toString()).slice(0, 16));
  }

  async list(): Promise<readonly string[]> {
    try {
      return (await vscode.workspace.fs.readDirectory(this.#folder)).map(([name]) => name);
    } catch {
      return [];
    }
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.#at(name));
    } catch {
      return undefined;
    }
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.#folder);
    await vscode.workspace.fs.writeFile(this.#at(name), bytes);
  }

  async remove(name: string): Promise<void> {
    await vscode.workspace.fs.delete(this.#at(name));
  }

  #at(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, name);
  }
}
