import type * as vscode from 'vscode';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import type { Code, Codebook } from '../../core/study/model.ts';
import { codePicture } from '../codeIcon.ts';

/** How a code looks in every picker: its name, the codes above it, and its icon. */
export function codeRow(
  codebook: Codebook,
  code: Code,
): Required<Pick<vscode.QuickPickItem, 'label' | 'description' | 'iconPath'>> {
  const above = codeTreeOf(codebook).pathTo(code.id).slice(0, -1);
  return {
    label: code.name,
    description: above.map(({ name }) => name).join(' › '),
    iconPath: codePicture(codebook, code),
  };
}
