import * as vscode from 'vscode';
import type { Study } from '../../core/study/study.ts';
import type { ActiveChange, Sessions } from '../sessions.ts';
import { Redraw, type Stale } from './redraw.ts';

/** A tree view of the study that is active: what all of them need. */
export abstract class StudyTree<Element extends object>
  implements vscode.TreeDataProvider<Element>, vscode.Disposable
{
  readonly view: vscode.TreeView<Element>;
  readonly onDidChangeTreeData: vscode.Event<Element[] | undefined>;
  protected readonly sessions: Sessions;
  protected readonly redraw = new Redraw<Element>(() => this.stale());
  readonly #elements = new Map<string, Element>();
  readonly #subscriptions: readonly vscode.Disposable[];

  /** @param id of the view in the manifest */
  constructor(sessions: Sessions, id: string) {
    this.sessions = sessions;
    this.onDidChangeTreeData = this.redraw.onDidChangeTreeData;
    this.view = vscode.window.createTreeView(id, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.view,
      this.redraw,
      sessions.onDidChangeActive((change) => this.noteChange(change)),
    ];
  }

  abstract getChildren(element?: Element): Element[];
  abstract getParent(element: Element): Element | undefined;
  abstract getTreeItem(element: Element): vscode.TreeItem;

  /** Something changed: has what is out of date drawn again soon. */
  protected abstract noteChange(change: ActiveChange): void;

  /** Which rows are out of date, asked for once after a burst of changes. */
  protected stale(): Stale<Element> {
    return 'all';
  }

  protected get study(): Study | undefined {
    return this.sessions.active?.study;
  }

  /** The row of a key: always the same object, as VS Code knows rows by identity. */
  protected row(key: string, element: Element): Element {
    const known = this.#elements.get(key) ?? element;
    this.#elements.set(key, known);
    return known;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
