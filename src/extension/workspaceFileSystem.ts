import * as vscode from 'vscode';
import { sha256Hex } from '../core/text/digest.ts';
import { type FileSystem, type IsExpected, partsOf } from '../store/fileSystem.ts';
import { takeTurn } from '../store/turns.ts';

/** The files of a study through VS Code, wherever its folder is. */
export class WorkspaceFileSystem implements FileSystem {
  readonly #folder: vscode.Uri;
  /** A link may lead out of the study, to any file of the user's: none is part of it. */
  readonly #links = new Set<string>();

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  /** Walks the folders itself: `findFiles` leaves out what the user hides from the Explorer, such as all sidecars. */
  async list(): Promise<readonly string[]> {
    const walk = async (folder: string): Promise<readonly string[]> => {
      const entries = await vscode.workspace.fs.readDirectory(this.#at(folder));
      const found = entries.map(async ([name, type]): Promise<readonly string[]> => {
        const path = folder === '' ? name : `${folder}/${name}`;
        if (type & vscode.FileType.SymbolicLink) {
          this.#links.add(path);
          return [];
        }
        if (type & vscode.FileType.File) return name.startsWith('.') ? [] : [path];
        if (type !== vscode.FileType.Directory || name.startsWith('.') || name === 'node_modules') return [];
        return walk(path).catch(() => []);
      });
      return (await Promise.all(found)).flat();
    };
    return walk('');
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    if (this.#links.has(path)) throw new Error(notInside(path));
    try {
      return await vscode.workspace.fs.readFile(this.#at(path));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /**
   * Here a rename onto a file deletes that file first, and for a moment, or after a crash for good, there is none. So the
   * file is written over in place, while the temporary one keeps the whole: when that is left behind, it is what
   * `recover` puts in the place of a file that is half written.
   */
  async write(path: string, bytes: Uint8Array | undefined, isExpected: IsExpected): Promise<boolean> {
    if (await this.#isLink(path)) throw new Error(notInside(path));
    const folder = this.#at(path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
    const temporary = await takeTurn(path, {
      create: async (temporary) =>
        vscode.workspace.fs.writeFile(this.#at(temporary), bytes ?? new Uint8Array()),
      remove: (temporary) => this.remove(temporary),
      names: async () => (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name),
    });
    const before = await this.read(path);
    const mayWrite = isExpected(before);
    if (mayWrite && bytes) await this.#writeOver(path, bytes, before);
    else if (mayWrite) await this.remove(path);
    await this.remove(temporary).catch(() => {});
    return mayWrite;
  }

  /** When the disk fills up half-way, what was there fits again. */
  async #writeOver(path: string, bytes: Uint8Array, before: Uint8Array | undefined): Promise<void> {
    try {
      await vscode.workspace.fs.writeFile(this.#at(path), bytes);
    } catch (error) {
      if (before) await vscode.workspace.fs.writeFile(this.#at(path), before);
      else await this.remove(path);
      throw error;
    }
  }

  async remove(path: string): Promise<void> {
    try {
      await vscode.workspace.fs.delete(this.#at(path));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await vscode.workspace.fs.rename(this.#at(from), this.#at(to), { overwrite: false });
  }

  async exists(path: string): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(this.#at(path));
      return true;
    } catch {
      return false;
    }
  }

  async #isLink(path: string): Promise<boolean> {
    try {
      const { type } = await vscode.workspace.fs.stat(this.#at(path));
      return (type & vscode.FileType.SymbolicLink) !== 0;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  sha256(text: string): string {
    return sha256Hex(text);
  }

  #at(path: string): vscode.Uri {
    return path === '' ? this.#folder : vscode.Uri.joinPath(this.#folder, ...partsOf(path));
  }
}

function notInside(path: string): string {
  return `A link, which may lead out of the study: ${path}`;
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
