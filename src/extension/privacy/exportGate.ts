import * as vscode from 'vscode';
import { findNames, nameMatcher } from '../../core/privacy/findNames.ts';
import { readRegister } from '../../store/registerFile.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';

/**
 * The one way out: whatever is copied, saved elsewhere or put into a document of its own is asked about first when a real name is
 * in it. A register that cannot be read may hold any name, so that is asked about too.
 *
 * @param text what leaves the study, or all words in it
 * @returns whether it may
 */
export async function mayLeave(session: StudySession, text: string): Promise<boolean> {
  const register = await readRegister(session.files);
  if (!register) return true;
  const { value } = register;
  const found = value ? findNames(text, nameMatcher(value.pseudonyms)) : [];
  const names = [...new Set(found.map(({ record }) => record.name))];
  if (value && names.length === 0) return true;
  const go = say('export.anyway');
  const message = value ? say('export.names', { count: found.length }) : say('export.unknown');
  const detail = value
    ? say('export.namesDetail', { names: names.join(', ') })
    : say('pseudonyms.notReadable');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, go)) === go;
}

/** Puts a text on the clipboard, unless a real name in it should stay inside. */
export async function copyOut(session: StudySession, text: string): Promise<boolean> {
  if (!(await mayLeave(session, text))) return false;
  await vscode.env.clipboard.writeText(text);
  return true;
}

/**
 * Asks where to save, and saves there, unless a real name in it should stay inside.
 *
 * @param text all words in the file
 * @returns where it is
 */
export async function saveOut(
  session: StudySession,
  {
    bytes,
    text,
    ...options
  }: vscode.SaveDialogOptions & { readonly bytes: Uint8Array; readonly text: string },
): Promise<vscode.Uri | undefined> {
  if (!(await mayLeave(session, text))) return undefined;
  const uri = await vscode.window.showSaveDialog(options);
  if (uri) await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}
