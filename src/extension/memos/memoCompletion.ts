import * as vscode from 'vscode';
import { memoCompletions } from '../../core/formats/memoCompletions.ts';
import type { LinkTarget } from '../../core/study/memoLinks.ts';
import { normalForm } from '../../core/text/transcript.ts';
import { offsetOf, rangeOf } from '../positions.ts';
import type { Sessions } from '../sessions.ts';
import { memoSelector } from './memoIn.ts';
import { targetName } from './memoNames.ts';
import { targetTooltip } from './targetTooltip.ts';

const kinds: Record<LinkTarget['kind'], vscode.CompletionItemKind> = {
  code: vscode.CompletionItemKind.Keyword,
  quotation: vscode.CompletionItemKind.Text,
  document: vscode.CompletionItemKind.File,
  case: vscode.CompletionItemKind.Module,
  memo: vscode.CompletionItemKind.Reference,
};

class LinkItem extends vscode.CompletionItem {
  readonly target: LinkTarget;

  constructor(label: vscode.CompletionItemLabel, target: LinkTarget) {
    super(label, kinds[target.kind]);
    this.target = target;
  }
}

/** Completes what a memo links to, after `[[` and after `code:` and the like. */
export function registerMemoCompletion(sessions: Sessions): vscode.Disposable {
  const provider: vscode.CompletionItemProvider<LinkItem> = {
    provideCompletionItems(document, position) {
      const session = sessions.of(document.uri);
      if (!session?.hasLinks(document.uri)) return undefined;
      const { study } = session;
      const found = memoCompletions(study, normalForm(document.getText()), offsetOf(document, position));
      if (!found) return undefined;
      const range = rangeOf(document, found.replace);
      const items = found.items.map(({ target, text, filter, detail }, index) => {
        const label = targetName(study, target);
        const item = new LinkItem({ label, ...(detail && { description: detail }) }, target);
        item.range = range;
        item.insertText = text;
        item.filterText = filter;
        item.sortText = String(index).padStart(6, '0');
        return item;
      });
      return new vscode.CompletionList(items, found.isCut);
    },
    resolveCompletionItem(item) {
      const study = sessions.active?.study;
      const tooltip = study && targetTooltip(study, item.target);
      if (tooltip) item.documentation = tooltip;
      return item;
    },
  };
  return vscode.languages.registerCompletionItemProvider(memoSelector, provider, '[', ':');
}
