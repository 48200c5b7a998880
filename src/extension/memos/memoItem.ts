import * as vscode from 'vscode';
import type { Memo } from '../../core/study/memo.ts';
import { type LinkTarget, targetOf } from '../../core/study/memoLinks.ts';
import type { Study } from '../../core/study/study.ts';
import { say } from '../say.ts';
import { memoTypeName, targetIcon, targetKindName, targetName } from './memoNames.ts';

/** Something that a memo links to, once however often it does; without a target, a link that leads nowhere. */
export interface ShownLink {
  /** What tells it from the other links of the memo. */
  readonly key: string;
  readonly target?: LinkTarget;
  /** What it is called. */
  readonly name: string;
  /** The first link in the memo that leads there. */
  readonly start: number;
}

/** What a memo links to, in the order of its text. */
export function shownLinks(study: Study, { links }: Memo): readonly ShownLink[] {
  const shown = new Map<string, ShownLink>();
  for (const link of links) {
    const target = targetOf(study, link);
    const key = target ? `${target.kind}:${target.id}` : `?${link.kind}:${link.to}`;
    if (shown.has(key)) continue;
    const { start } = link.range;
    if (target) shown.set(key, { key, target, name: targetName(study, target), start });
    else shown.set(key, { key, name: link.kind === 'name' ? link.to : `${link.kind}:${link.to}`, start });
  }
  return [...shown.values()];
}

export function typeItem(type: string, count: number): vscode.TreeItem {
  const name = memoTypeName(type);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `type/${type}`;
  item.description = String(count);
  item.contextValue = 'memoType';
  item.iconPath = new vscode.ThemeIcon('notebook');
  item.accessibilityInformation = { label: `${name}, ${say('memos.count', { count })}` };
  return item;
}

/** A row for a memo: its title, when it was made and to how much it links. */
export function memoItem(memo: Memo, links: number, uri: vscode.Uri): vscode.TreeItem {
  const state = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(memo.title, links > 0 ? state.Collapsed : state.None);
  const date = dateOf(memo);
  const linked = links > 0 ? [say('memos.links', { count: links })] : [];
  item.id = `memo/${memo.path}`;
  item.description = [...(date === undefined ? [] : [date]), ...(links > 0 ? [String(links)] : [])].join(
    ' · ',
  );
  item.contextValue = 'memo';
  item.iconPath = new vscode.ThemeIcon('note');
  item.resourceUri = uri;
  item.accessibilityInformation = {
    label: [memo.title, memoTypeName(memo.type), ...(date === undefined ? [] : [date]), ...linked].join(', '),
  };
  return item;
}

/** A row for something that a memo links to. */
export function linkItem(study: Study, memo: string, { key, target, name }: ShownLink): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  const kind = target ? targetKindName(target) : say('memos.gone');
  item.id = `link/${memo}#${key}`;
  item.contextValue = target ? `memoLink.${target.kind}` : 'memoLink.gone';
  if (!target) item.description = kind;
  item.iconPath = target
    ? targetIcon(study, target)
    : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.accessibilityInformation = { label: `${name}, ${kind}` };
  return item;
}

/** The day on which a memo was made, where it says so as Codeboom writes it. */
export function dateOf({ created }: Memo): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(created ?? '')?.[0];
}
