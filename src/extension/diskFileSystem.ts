import type * as vscode from 'vscode';
import { NodeFiles } from '../store/node/nodeFiles.ts';
import { WorkspaceFileSystem } from './workspaceFileSystem.ts';

/** The files of a study on this machine: listed by VS Code, read and written by Node, which can replace one at once. */
export class DiskFileSystem extends NodeFiles {
  readonly #workspace: WorkspaceFileSystem;

  constructor(folder: vscode.Uri) {
    super(folder.fsPath);
    this.#workspace = new WorkspaceFileSystem(folder);
  }

  list(): Promise<readonly string[]> {
    return this.#workspace.list();
  }
}
