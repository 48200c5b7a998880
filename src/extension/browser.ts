import type * as vscode from 'vscode';
import { start } from './extension.ts';
import { WorkspaceFileSystem } from './workspaceFileSystem.ts';

/** The entry of the web worker extension host, where there is no Node. */
export function activate(context: vscode.ExtensionContext): Promise<unknown> {
  return start(context, (root) => new WorkspaceFileSystem(root));
}
