import * as vscode from 'vscode';
import { memoTypes } from '../../core/study/memo.ts';
import { type LinkTarget, memosAbout, nameOfTarget } from '../../core/study/memoLinks.ts';
import type { Study } from '../../core/study/study.ts';
import { codeIcon } from '../codeIcon.ts';
import { say } from '../say.ts';

/** How many memos are named where they are not the matter. */
const mostNamed = 5;

/** What a type of memo is called; one that Codeboom has no name for is called as it is. */
export function memoTypeName(type: string): string {
  const known = memoTypes.find((one) => one === type);
  return known ? say(`memo.type.${known}`) : type;
}

/** What kind of thing a link leads to. */
export function targetKindName({ kind }: LinkTarget): string {
  return say(`memo.target.${kind}`);
}

/** What a row says of something that a memo links to: of a quotation its words, which may be many. */
export function targetName(study: Study, target: LinkTarget): string {
  const name = nameOfTarget(study, target);
  const most = 200;
  return name.length > most ? `${name.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : name;
}

const icons: Record<Exclude<LinkTarget['kind'], 'code'>, string> = {
  quotation: 'quote',
  document: 'file',
  case: 'briefcase',
  memo: 'note',
};

/** The icon of something that a memo links to. */
export function targetIcon({ codebook }: Study, { kind, id }: LinkTarget): vscode.ThemeIcon | vscode.Uri {
  if (kind !== 'code') return new vscode.ThemeIcon(icons[kind]);
  const code = codebook.codes.get(id);
  return code ? codeIcon(codebook, code) : new vscode.ThemeIcon('tag');
}

/** Adds to a tooltip or hover how many memos link to something, and their titles; data as text only. */
export function appendMemos(text: vscode.MarkdownString, study: Study, target: LinkTarget): void {
  const memos = memosAbout(study, target);
  if (memos.length === 0) return;
  const titles = memos.slice(0, mostNamed).map(({ title }) => title);
  const more = memos.length > mostNamed ? ['…'] : [];
  text.appendMarkdown('\n\n*');
  text.appendText(say('memos.count', { count: memos.length }));
  text.appendMarkdown(':* ');
  text.appendText([...titles, ...more].join('; '));
}
