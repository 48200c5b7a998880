import * as vscode from 'vscode';
import { type Memo, memoTypes } from '../../core/study/memo.ts';
import { sameValue } from '../../core/study/operation.ts';
import type { Study } from '../../core/study/study.ts';
import { say } from '../say.ts';
import type { ActiveChange, Sessions } from '../sessions.ts';
import type { Stale } from '../views/redraw.ts';
import { StudyTree } from '../views/studyTree.ts';
import { linkItem, memoItem, type ShownLink, shownLinks, typeItem } from './memoItem.ts';
import { targetTooltip } from './targetTooltip.ts';

/** A row of the view: always the same object for the same type, memo or link. */
export type MemosElement =
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'memo'; readonly path: string }
  | { readonly kind: 'link'; readonly path: string; readonly key: string };

/** The memos of the study by type, each with what it links to. */
export class MemosView extends StudyTree<MemosElement> {
  /**
   * What the rows below memos show, of those memos for which VS Code asked since they were drawn last: what differs from it
   * is drawn again.
   */
  readonly #shown = new Map<string, readonly ShownLink[]>();
  #allStale = false;

  constructor(sessions: Sessions) {
    super(sessions, 'codeboom.memos');
  }

  getChildren(element?: MemosElement): MemosElement[] {
    const study = this.study;
    if (!study || element?.kind === 'link') return [];
    if (!element) return typesOf(study).map((type) => this.#elementOf({ kind: 'type', type }));
    if (element.kind === 'type') {
      return memosOf(study, element.type).map(({ path }) => this.#elementOf({ kind: 'memo', path }));
    }
    const links = this.#linksOf(study, element.path);
    this.#shown.set(element.path, links);
    return links.map(({ key }) => this.#elementOf({ kind: 'link', path: element.path, key }));
  }

  getParent(element: MemosElement): MemosElement | undefined {
    if (element.kind === 'type') return undefined;
    if (element.kind === 'link') return this.#elementOf({ kind: 'memo', path: element.path });
    const memo = this.study?.memos.get(element.path);
    return memo && this.#elementOf({ kind: 'type', type: memo.type });
  }

  getTreeItem(element: MemosElement): vscode.TreeItem {
    const session = this.sessions.active;
    if (!session) return new vscode.TreeItem('');
    const { study } = session;
    if (element.kind === 'type') return typeItem(element.type, memosOf(study, element.type).length);
    const memo = study.memos.get(element.path);
    const item = memo && this.#itemOf(study, memo, element, session.uriOf(element.path));
    if (!item) return new vscode.TreeItem('');
    item.command = { command: 'codeboom.memos.reveal', title: say('memos.open'), arguments: [element] };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, element: MemosElement): vscode.TreeItem {
    const study = this.study;
    if (!study || element.kind === 'type') return item;
    const target =
      element.kind === 'memo' ? ({ kind: 'memo', id: element.path } as const) : this.linkOf(element)?.target;
    const tooltip = target && targetTooltip(study, target);
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  /** What a row for a link leads to, as the study is now. */
  linkOf({ path, key }: Extract<MemosElement, { readonly kind: 'link' }>): ShownLink | undefined {
    const study = this.study;
    return study && this.#linksOf(study, path).find((link) => link.key === key);
  }

  #itemOf(
    study: Study,
    memo: Memo,
    element: Exclude<MemosElement, { readonly kind: 'type' }>,
    uri: vscode.Uri,
  ): vscode.TreeItem | undefined {
    if (element.kind === 'memo') return memoItem(memo, shownLinks(study, memo).length, uri);
    const link = shownLinks(study, memo).find(({ key }) => key === element.key);
    return link && linkItem(study, memo.path, link);
  }

  #linksOf(study: Study, path: string): readonly ShownLink[] {
    const memo = study.memos.get(path);
    return memo ? shownLinks(study, memo) : [];
  }

  #elementOf(element: MemosElement): MemosElement {
    return this.row(JSON.stringify(element), element);
  }

  protected noteChange(change: ActiveChange): void {
    if (!change || change.memos || change.codes || change.cases) this.#allStale = true;
    if (this.#allStale || (change && (change.quotations.size > 0 || change.transcripts.size > 0)))
      this.redraw.soon();
  }

  protected override stale(): Stale<MemosElement> {
    const study = this.study;
    const isAll = this.#allStale;
    this.#allStale = false;
    if (isAll || !study) {
      this.#shown.clear();
      return 'all';
    }
    const stale = [...this.#shown].filter(([path, before]) => !sameValue(before, this.#linksOf(study, path)));
    return stale.map(([path]) => {
      this.#shown.delete(path);
      return this.#elementOf({ kind: 'memo', path });
    });
  }
}

/** The types of which there are memos: first those with a name of Codeboom's, in its order. */
function typesOf({ memos }: Study): readonly string[] {
  const found = new Set([...memos.values()].map(({ type }) => type));
  const others = [...found].filter((type) => !memoTypes.some((one) => one === type)).sort();
  return [...memoTypes.filter((type) => found.has(type)), ...others];
}

/** The memos of a type, the newest first; those without a date last, by path. */
function memosOf({ memos }: Study, wanted: string): readonly Memo[] {
  return [...memos.values()]
    .filter(({ type }) => type === wanted)
    .sort(({ created: a = '' }, { created: b = '' }) => (a === b ? 0 : a < b ? 1 : -1));
}
