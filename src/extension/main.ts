import type * as vscode from 'vscode';
import { DiskFileSystem } from './diskFileSystem.ts';
import { start } from './extension.ts';
import { WorkspaceFileSystem } from './workspaceFileSystem.ts';

/** The entry of the extension host that has Node: files on disk are written by it, all others by VS Code. */
export function activate(context: vscode.ExtensionContext): Promise<unknown> {
  return start(context, (root) =>
    root.scheme === 'file' ? new DiskFileSystem(root) : new WorkspaceFileSystem(root),
  );
}
