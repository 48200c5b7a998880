/** An extension for the tests that codes faster than anybody can, through the commands that a user has. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionId, projectDirectory, writeJson } from '../host/paths.ts';

/** What the driver codes in a transcript: three words at a time, past its front matter. */
export function passages(text: string): readonly string[] {
  const found = [...text.matchAll(/\p{L}+ \p{L}+ \p{L}+/gu)];
  return found.flatMap(({ 0: words, index }) => (index > 400 ? [words] : []));
}

/** How many passages “Driver: Code Some” codes, one after the other. */
export const some = 20;

const commands = [
  { command: 'driver.first', title: 'Driver: Code Some' },
  { command: 'driver.second', title: 'Driver: Code Some Others' },
  { command: 'driver.endless', title: 'Driver: Code Without End' },
];

/** What runs in the extension host: it selects words of the active editor, and codes them in vivo. */
const source = `
const vscode = require('vscode');
const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
const code = async (start, end) => {
  const editor = vscode.window.activeTextEditor;
  editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(end));
  await vscode.commands.executeCommand('codeboom.codeInVivo');
  await pause();
};
const words = (pattern) =>
  [...vscode.window.activeTextEditor.document.getText().matchAll(pattern)].filter(({ index }) => index > 400);
const some = async (first) => {
  const found = words(/\\p{L}+ \\p{L}+ \\p{L}+/gu).filter((_, index) => index % 2 === first).slice(0, ${some});
  for (const { 0: text, index } of found) await code(index, index + text.length);
};
exports.activate = ({ subscriptions }) => {
  const register = (name, run) => subscriptions.push(vscode.commands.registerCommand(name, run));
  register('driver.first', () => some(0));
  register('driver.second', () => some(1));
  register('driver.endless', async () => {
    for (;;) {
      const found = words(/\\p{L}+/gu);
      const [from, to] = [Math.random() * (found.length - 9), 2 + Math.random() * 6].map(Math.floor);
      const last = found[from + to];
      await code(found[from].index, last.index + last[0].length);
    }
  });
};
`;

/** Makes a folder of extensions, with this one and the checkout in it. */
export async function extensionsWithDriver(extensions: string): Promise<void> {
  const folder = join(extensions, 'codeboom-tests.driver-1.0.0');
  await mkdir(folder, { recursive: true });
  await symlink(projectDirectory, join(extensions, `${await extensionId()}-0.0.0`), 'dir');
  await writeJson(join(folder, 'package.json'), {
    name: 'driver',
    publisher: 'codeboom-tests',
    version: '1.0.0',
    engines: { vscode: '^1.90.0' },
    main: './extension.js',
    activationEvents: commands.map(({ command }) => `onCommand:${command}`),
    contributes: { commands },
  });
  await writeFile(join(folder, 'extension.js'), source);
}
