import * as vscode from 'vscode';
import type { Author } from '../core/study/author.ts';
import { isId, randomId } from '../core/study/ids.ts';

/** Who codes in a study: the coder of the settings, at this moment. */
export function authorIn(root: vscode.Uri): Author {
  const coder = vscode.workspace.getConfiguration('codeboom', root).get('coder', '').trim();
  return {
    coder: isId(coder) ? coder : '',
    now: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    newId: randomId,
  };
}
