import * as vscode from 'vscode';
import type { Quotation } from '../../core/study/model.ts';
import { quotationsById } from '../../core/study/quotations.ts';
import { isUndecided, quotationsInDoubt } from '../../core/study/review.ts';
import { documentName } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { Redraw, type Stale } from '../views/redraw.ts';
import { reviewItem, reviewTooltip } from './reviewItem.ts';

/** A row for a document with quotations in doubt, or for one of these; a quick fix names a quotation in the same way. */
export type ReviewElement =
  | { readonly kind: 'document'; readonly document: string }
  | { readonly kind: 'quotation'; readonly document: string; readonly quotation: string };

type Contents = ReadonlyMap<string, readonly Quotation[]>;

/** The quotations that are not surely where they say, by document. The badge counts those that wait for a decision. */
export class ReviewView implements vscode.TreeDataProvider<ReviewElement>, vscode.Disposable {
  readonly view: vscode.TreeView<ReviewElement>;
  readonly onDidChangeTreeData: vscode.Event<ReviewElement[] | undefined>;
  readonly #sessions: Sessions;
  readonly #redraw = new Redraw<ReviewElement>(() => this.#stale());
  readonly #subscription: vscode.Disposable;
  readonly #elements = new Map<string, ReviewElement>();
  #shown: Contents = new Map();
  #isOtherStudy = true;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.onDidChangeTreeData = this.#redraw.onDidChangeTreeData;
    this.view = vscode.window.createTreeView('codeboom.review', {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscription = sessions.onDidChangeActive((change) => {
      this.#isOtherStudy ||= !change;
      this.#redraw.soon();
    });
    this.#tellCount(new Map());
  }

  getChildren(element?: ReviewElement): ReviewElement[] {
    const study = this.#sessions.active?.study;
    if (!study) return [];
    const inDoubt = contentsOf(study);
    if (!element)
      return [...inDoubt.keys()].map((document) => this.#elementOf({ kind: 'document', document }));
    if (element.kind === 'quotation') return [];
    return (inDoubt.get(element.document) ?? []).map(({ id, document }) =>
      this.#elementOf({ kind: 'quotation', document, quotation: id }),
    );
  }

  getParent(element: ReviewElement): ReviewElement | undefined {
    if (element.kind === 'document') return undefined;
    return this.#elementOf({ kind: 'document', document: element.document });
  }

  getTreeItem(element: ReviewElement): vscode.TreeItem {
    const study = this.#sessions.active?.study;
    if (!study) return new vscode.TreeItem('');
    if (element.kind === 'quotation') {
      const quotation = quotationIn(study, element);
      const command = { command: 'codeboom.review.reveal', title: '', arguments: [element] };
      return quotation ? reviewItem(study, quotation, command) : new vscode.TreeItem('');
    }
    const name = documentName(element.document);
    const count = contentsOf(study).get(element.document)?.length ?? 0;
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
    item.id = keyOf(element);
    item.contextValue = 'document';
    item.description = String(count);
    item.tooltip = element.document;
    item.iconPath = new vscode.ThemeIcon('file');
    item.accessibilityInformation = { label: say('review.group', { name, count }) };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, element: ReviewElement): vscode.TreeItem {
    const study = this.#sessions.active?.study;
    const quotation = study && element.kind === 'quotation' ? quotationIn(study, element) : undefined;
    if (study && quotation) item.tooltip = reviewTooltip(study, quotation);
    return item;
  }

  #elementOf(element: ReviewElement): ReviewElement {
    const key = keyOf(element);
    const known = this.#elements.get(key);
    if (known) return known;
    this.#elements.set(key, element);
    return element;
  }

  #stale(): Stale<ReviewElement> {
    const study = this.#sessions.active?.study;
    const before = this.#shown;
    const now: Contents = study ? contentsOf(study) : new Map();
    const isAll = this.#isOtherStudy || [...before.keys()].join('\n') !== [...now.keys()].join('\n');
    this.#shown = now;
    this.#isOtherStudy = false;
    this.#tellCount(now);
    if (isAll) return 'all';
    return [...now].flatMap(([document, quotations]) => {
      const old = before.get(document) ?? [];
      const isSame = old.length === quotations.length && old.every((one, place) => one === quotations[place]);
      return isSame ? [] : [this.#elementOf({ kind: 'document', document })];
    });
  }

  #tellCount(contents: Contents): void {
    const all = [...contents.values()].flat();
    const count = all.filter(isUndecided).length;
    this.view.badge = count === 0 ? undefined : { value: count, tooltip: say('review.badge', { count }) };
    void vscode.commands.executeCommand('setContext', 'codeboom.inDoubt', all.length > 0);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#redraw.dispose();
    this.view.dispose();
  }
}

function contentsOf(study: Study): Contents {
  const found = new Map<string, readonly Quotation[]>();
  for (const document of study.documents.values()) {
    const inDoubt = quotationsInDoubt(document);
    if (inDoubt.length > 0) found.set(document.path, inDoubt);
  }
  return found;
}

function quotationIn(study: Study, { document, quotation }: Extract<ReviewElement, { kind: 'quotation' }>) {
  const found = study.documents.get(document);
  return found && quotationsById(found).get(quotation);
}

function keyOf(element: ReviewElement): string {
  return element.kind === 'document' ? `document/${element.document}` : element.quotation;
}
