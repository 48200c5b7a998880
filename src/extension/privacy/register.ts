import * as vscode from 'vscode';
import { registerPath } from '../../core/privacy/leaks.ts';
import type { PseudonymRegister } from '../../core/privacy/register.ts';
import { changeRegister, readRegister } from '../../store/registerFile.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';

const none: PseudonymRegister = { pseudonyms: [] };

/** The register of a study as it is on disk; an empty one where there is none. Undefined, and said, where it is not readable. */
export async function registerOf(session: StudySession): Promise<PseudonymRegister | undefined> {
  const read = await readRegister(session.files);
  if (!read) return none;
  if (!read.value) void vscode.window.showErrorMessage(say('pseudonyms.notReadable'));
  return read.value;
}

/** Changes the register; where that cannot be, the user is told. */
export async function writeRegister(
  session: StudySession,
  change: (register: PseudonymRegister) => PseudonymRegister,
): Promise<boolean> {
  const isWritten = await changeRegister(session.files, change);
  if (!isWritten) void vscode.window.showErrorMessage(say('pseudonyms.notReadable'));
  return isWritten;
}

export async function openRegister(session: StudySession): Promise<void> {
  await vscode.window.showTextDocument(session.uriOf(registerPath), { preview: false });
}
