import * as vscode from 'vscode';
import { documentTypes, typesByCode } from '../../core/analysis/sourceTypes.ts';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import type { CodeCount } from '../../core/study/counts.ts';
import type { Code, Codebook, Level } from '../../core/study/model.ts';
import type { Study } from '../../core/study/study.ts';
import type { Subject } from '../../core/study/subject.ts';
import type { MessageKey } from '../../messages/english.ts';
import { codeIcon } from '../codeIcon.ts';
import { appendMemos } from '../memos/memoNames.ts';
import { appendRelations } from '../relations/relationText.ts';
import { say } from '../say.ts';
import { WrappingMarkdown } from '../wrappingMarkdown.ts';

/** A row of the code tree: always the same object for the same code, as VS Code knows rows by identity. */
export type CodeElement = Extract<Subject, { readonly kind: 'code' }>;

/** What a row of the code tree shows besides the code. */
export interface CodeItemState {
  readonly id: string;
  readonly count: CodeCount;
  readonly isHighlighted: boolean;
  readonly collapsibleState: vscode.TreeItemCollapsibleState;
  readonly command: vscode.Command;
}

const levelNames: Record<Level, MessageKey> = {
  code: 'code.level.code',
  theme: 'code.level.theme',
  dimension: 'code.level.dimension',
};

/** A row of the code tree. Its tooltip is made when it is asked for. */
export function codeItem(codebook: Codebook, code: Code, state: CodeItemState): vscode.TreeItem {
  const { id, count, isHighlighted, collapsibleState, command } = state;
  const item = new vscode.TreeItem(code.name, collapsibleState);
  item.id = id;
  item.description = `${count.codings} · ${count.documents}`;
  item.iconPath = codeIcon(codebook, code);
  item.contextValue = `code.${code.level}`;
  item.command = command;
  item.checkboxState = {
    state: isHighlighted ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: say(isHighlighted ? 'codeTree.highlightsOn' : 'codeTree.highlightsOff'),
  };
  item.accessibilityInformation = {
    label: [code.name, say(levelNames[code.level]), counted(count)].join(', '),
  };
  return item;
}

/**
 * The whole path of a code, what the codebook says of it, what it is related to and the memos that link to it; data as text
 * only, so that it cannot add links.
 */
export function codeTooltip(study: Study, code: Code, count: CodeCount): vscode.MarkdownString {
  const path = codeTreeOf(study.codebook)
    .pathTo(code.id)
    .map(({ name }) => name);
  const text = new WrappingMarkdown('**', true);
  text.appendText(path.join(' › '));
  text.appendMarkdown('**\n\n');
  text.appendText(`${say(levelNames[code.level])} · ${counted(count)}`);
  const parts = [
    ['codeTree.definition', code.definition],
    ['codeTree.include', code.include],
    ['codeTree.exclude', code.exclude],
  ] as const;
  for (const [key, said] of parts) {
    if (said === undefined) continue;
    text.appendMarkdown(`\n\n*${say(key)}:* `);
    text.appendText(said);
  }
  appendSources(text, study, code);
  appendRelations(text, study, `code:${code.id}`);
  appendMemos(text, study, { kind: 'code', id: code.id });
  return text;
}

/** On what types of source a code rests, where the study has documents of more than one. */
function appendSources(text: vscode.MarkdownString, study: Study, code: Code): void {
  const types = typesByCode(study).get(code.id);
  if (!types || documentTypes(study).length < 2) return;
  const named = [...types].map(([type, quotations]) => `${type} (${quotations})`).join(', ');
  text
    .appendMarkdown('\n\n$(library) ')
    .appendText(say('codeTree.sources', { count: types.size, types: named }));
}

function counted({ codings, documents }: CodeCount): string {
  return say('codeTree.counts', { codings, documents });
}
