import * as vscode from 'vscode';
import { textRangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { makeReplacements, planFor } from './pseudonymise.ts';

/** Puts the pseudonym in the place of the name that stands at a range of a file. */
export async function replaceName(sessions: Sessions, uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const session = sessions.of(uri);
  const path = session?.pathOf(uri);
  if (!session || path === undefined) return;
  const plan = await planFor(session, (file) => file === path);
  if (!plan) return;
  const { start, end } = textRangeOf(await vscode.workspace.openTextDocument(uri), range);
  const meant = plan.replacements.filter((one) => one.start < end && start < one.end);
  if (meant.length > 0) await makeReplacements(session, plan, meant, []);
  else void vscode.window.showInformationMessage(say('pseudonymise.notHere'));
}
