import * as vscode from 'vscode';
import { registerPath } from '../../core/privacy/leaks.ts';
import type { StudySession } from '../session.ts';

/** As far as it is used here, what VS Code's own extension for git offers to others. */
interface GitApi {
  getRepository(uri: vscode.Uri): {
    /** Of the index where no tree is named; fails for a path that is not in it. */
    getObjectDetails(tree: string, path: string): Promise<unknown>;
  } | null;
}

/** Whether git has the register of a study. Where there is no git, or no repository, it has not. */
export async function isRegisterTracked(session: StudySession): Promise<boolean> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension) return false;
  try {
    const git = (await extension.activate()).getAPI(1);
    const register = session.uriOf(registerPath);
    await git.getRepository(register)?.getObjectDetails('', register.fsPath);
    return git.getRepository(register) !== null;
  } catch {
    return false;
  }
}
