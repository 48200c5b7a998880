import * as vscode from 'vscode';
import type { SmartCode } from '../../core/query/smartCodes.ts';
import { say, sentenceOf } from '../say.ts';

/** A row of the code tree for a saved query. */
export interface SmartCodeElement {
  readonly kind: 'smartCode';
  readonly name: string;
}

/** What tells a smart code from a code at a glance, and in a list of both. */
export const smartCodeIcon = new vscode.ThemeIcon('list-filter');

/**
 * A row of the code tree for a saved query: what it finds is counted as of a code, or that it cannot be answered. Its tooltip
 * is data as text only, so that it cannot add links.
 */
export function smartCodeItem(smart: SmartCode, element: SmartCodeElement): vscode.TreeItem {
  const item = new vscode.TreeItem(smart.name, vscode.TreeItemCollapsibleState.None);
  const said =
    'count' in smart
      ? say('codeTree.counts', { ...smart.count })
      : say('smartCode.error', { reason: sentenceOf(smart.error.message) });
  item.id = `smartCode/${smart.name}`;
  item.contextValue = 'smartCode';
  item.iconPath =
    'count' in smart
      ? smartCodeIcon
      : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.description =
    'count' in smart ? `${smart.count.codings} · ${smart.count.documents}` : say('smartCode.broken');
  item.accessibilityInformation = { label: [smart.name, say('smartCode.kind'), said].join(', ') };
  item.command = {
    command: 'codeboom.smartCodes.showQuotations',
    title: say('subject.title'),
    arguments: [element],
  };
  item.tooltip = tooltipOf(smart, said);
  return item;
}

function tooltipOf({ name, text }: SmartCode, said: string): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('**', true);
  tooltip.appendText(name);
  tooltip.appendMarkdown('**\n\n');
  tooltip.appendText(`${say('smartCode.kind')} · ${said}`);
  tooltip.appendMarkdown('\n\n');
  tooltip.appendText(text);
  return tooltip;
}
