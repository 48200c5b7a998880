import * as vscode from 'vscode';
import { documentTypes, singleSourceCodes } from '../../core/analysis/sourceTypes.ts';
import type { CommandRow } from '../commands/register.ts';
import { codeRow } from '../picker/codeRow.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import type { CodeTreeView } from '../views/codeTreeView.ts';

/** Lists the codes that rest on one type of source; Enter shows one in the code tree. */
export function triangulationCommands(sessions: Sessions, tree: CodeTreeView): readonly CommandRow[] {
  return [{ id: 'singleSourceCodes', run: () => showSingleSource(sessions, tree) }];
}

async function showSingleSource(sessions: Sessions, tree: CodeTreeView): Promise<void> {
  const study = sessions.active?.study;
  if (!study) return;
  const [type = 'interview', another] = documentTypes(study);
  if (another === undefined) {
    void vscode.window.showInformationMessage(say('sources.oneTypeInStudy', { type }));
    return;
  }
  const found = singleSourceCodes(study);
  if (found.length === 0) {
    void vscode.window.showInformationMessage(say('sources.none'));
    return;
  }
  const picked = await vscode.window.showQuickPick(
    found.map(({ code, type: one, quotations }) => ({
      ...codeRow(study.codebook, code),
      detail: [one, say('documents.quotations', { count: quotations })].join(' · '),
      code,
    })),
    {
      title: say('sources.singleTitle', { count: found.length }),
      placeHolder: say('sources.singlePlaceholder'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (picked) await tree.reveal(picked.code.id);
}
