import * as vscode from 'vscode';
import { serialiseSettings } from '../../core/formats/settings.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import type { CommandRow } from './register.ts';

/** The commands that make and open studies. */
export function studyCommands(context: vscode.ExtensionContext, sessions: Sessions): readonly CommandRow[] {
  return [
    { id: 'newStudy', run: () => newStudy(sessions) },
    { id: 'openSampleStudy', run: () => openSampleStudy(context) },
  ];
}

/** Makes a codeboom.json in a folder of the workspace, or in one that the user chooses. */
async function newStudy(sessions: Sessions): Promise<void> {
  const folder = await folderForStudy();
  if (!folder) return;
  const file = vscode.Uri.joinPath(folder, 'codeboom.json');
  if (!(await exists(file))) {
    const name = folder.path.split('/').filter(Boolean).at(-1) ?? '';
    const title = await vscode.window.showInputBox({
      title: say('newStudy.title'),
      prompt: say('newStudy.titlePrompt'),
      value: name,
      ignoreFocusOut: true,
    });
    if (title === undefined) return;
    const language = vscode.env.language.startsWith('nl') ? 'nl' : 'en';
    const text = serialiseSettings({ title: title.trim(), language });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
  if (vscode.workspace.getWorkspaceFolder(folder)) await sessions.open(folder);
  else await vscode.commands.executeCommand('vscode.openFolder', folder);
}

async function folderForStudy(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const picked = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: say('newStudy.choose'),
    title: say('newStudy.chooseTitle'),
  });
  return picked?.[0];
}

/** Copies the sample study to a folder that the user chooses and opens it: what is tried in it stays out of Codeboom. */
async function openSampleStudy(context: vscode.ExtensionContext): Promise<void> {
  const picked = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: say('sample.choose'),
    title: say('sample.chooseTitle'),
  });
  const parent = picked?.[0];
  if (!parent) return;
  const target = await freeFolder(parent, 'codeboom-sample');
  await copyFolder(vscode.Uri.joinPath(context.extensionUri, 'media', 'sample'), target);
  await vscode.commands.executeCommand('vscode.openFolder', target);
}

/** Copies file by file: the extension and the folder may lie in different file systems. */
async function copyFolder(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(to);
  for (const [name, type] of await vscode.workspace.fs.readDirectory(from)) {
    const [source, target] = [vscode.Uri.joinPath(from, name), vscode.Uri.joinPath(to, name)];
    if (type === vscode.FileType.Directory) await copyFolder(source, target);
    else await vscode.workspace.fs.writeFile(target, await vscode.workspace.fs.readFile(source));
  }
}

async function freeFolder(parent: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const folder = vscode.Uri.joinPath(parent, number === 1 ? name : `${name}-${number}`);
    if (!(await exists(folder))) return folder;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
