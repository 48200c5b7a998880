import * as vscode from 'vscode';
import { byName } from '../../core/study/codeTree.ts';
import type { CodeSet } from '../../core/study/model.ts';
import type { Study } from '../../core/study/study.ts';
import { codeIcon } from '../codeIcon.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { Redraw } from '../views/redraw.ts';

/** A row of the view: a set, or a code in a set. */
export type CodeSetElement =
  | { readonly kind: 'set'; readonly set: string }
  | { readonly kind: 'member'; readonly set: string; readonly code: string };

/** The code sets of the study with their codes: groups across the tree, of which a code may be in any number. */
export class CodeSetsView implements vscode.TreeDataProvider<CodeSetElement>, vscode.Disposable {
  readonly view: vscode.TreeView<CodeSetElement>;
  readonly onDidChangeTreeData: vscode.Event<CodeSetElement[] | undefined>;
  readonly #sessions: Sessions;
  readonly #redraw = new Redraw<CodeSetElement>(() => 'all');
  readonly #elements = new Map<string, CodeSetElement>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.onDidChangeTreeData = this.#redraw.onDidChangeTreeData;
    this.view = vscode.window.createTreeView('codeboom.codeSets', {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.view,
      this.#redraw,
      sessions.onDidChangeActive((change) => {
        if (!change || change.codes) this.#redraw.soon();
      }),
    ];
  }

  get #study(): Study | undefined {
    return this.#sessions.active?.study;
  }

  getChildren(element?: CodeSetElement): CodeSetElement[] {
    const study = this.#study;
    if (!study || element?.kind === 'member') return [];
    const { codes, sets } = study.codebook;
    if (!element)
      return [...sets.values()].sort(byName).map(({ id }) => this.#elementOf({ kind: 'set', set: id }));
    const members = (sets.get(element.set)?.codes ?? []).flatMap((code) => codes.get(code) ?? []);
    return members
      .sort(byName)
      .map(({ id }) => this.#elementOf({ kind: 'member', set: element.set, code: id }));
  }

  getParent(element: CodeSetElement): CodeSetElement | undefined {
    return element.kind === 'member' ? this.#elementOf({ kind: 'set', set: element.set }) : undefined;
  }

  getTreeItem(element: CodeSetElement): vscode.TreeItem {
    const codebook = this.#study?.codebook;
    const set = codebook?.sets.get(element.set);
    if (!codebook || !set) return new vscode.TreeItem('');
    if (element.kind === 'set') return setItem(set);
    const code = codebook.codes.get(element.code);
    const item = new vscode.TreeItem(code?.name ?? element.code);
    item.id = keyOf(element);
    item.contextValue = 'member';
    if (code) item.iconPath = codeIcon(codebook, code);
    item.accessibilityInformation = {
      label: say('codeSets.member', { code: code?.name ?? element.code, set: set.name }),
    };
    item.command = {
      command: 'codeboom.codeSets.showQuotations',
      title: say('subject.title'),
      arguments: [element],
    };
    return item;
  }

  /** Selects a set and opens it, without taking the focus. */
  async reveal(set: string): Promise<void> {
    if (!this.#study?.codebook.sets.has(set)) return;
    this.#redraw.now();
    await this.view.reveal(this.#elementOf({ kind: 'set', set }), { select: true, expand: true });
  }

  /** VS Code knows rows by identity. */
  #elementOf(element: CodeSetElement): CodeSetElement {
    const key = keyOf(element);
    const known = this.#elements.get(key) ?? element;
    this.#elements.set(key, known);
    return known;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function keyOf(element: CodeSetElement): string {
  return element.kind === 'set' ? element.set : `${element.set}/${element.code}`;
}

function setItem({ id, name, codes, comment }: CodeSet): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.contextValue = 'set';
  item.iconPath = new vscode.ThemeIcon('library');
  item.description = String(codes.length);
  if (comment !== undefined) item.tooltip = comment;
  item.accessibilityInformation = { label: say('codeSets.set', { set: name, count: codes.length }) };
  return item;
}
