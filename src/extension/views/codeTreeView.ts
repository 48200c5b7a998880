import * as vscode from 'vscode';
import { savedQueries } from '../../core/query/saved.ts';
import { type SmartCode, smartCodes } from '../../core/query/smartCodes.ts';
import { fold } from '../../core/query/vocabulary.ts';
import { searchCodes } from '../../core/study/codeSearch.ts';
import { byName, codeTreeOf } from '../../core/study/codeTree.ts';
import type { CodeCount } from '../../core/study/counts.ts';
import { derived } from '../../core/study/derived.ts';
import type { Code, Codebook } from '../../core/study/model.ts';
import { sameValue } from '../../core/study/operation.ts';
import { rolledUpCounts } from '../../core/study/rolledUpCounts.ts';
import type { Study } from '../../core/study/study.ts';
import type { CodeVisibility } from '../codeVisibility.ts';
import { type SmartCodeElement, smartCodeItem } from '../queries/smartCodeItem.ts';
import { say } from '../say.ts';
import type { ActiveChange, Sessions } from '../sessions.ts';
import { type CodeElement, codeItem, codeTooltip } from './codeItem.ts';
import { CodeTreeDragAndDrop } from './codeTreeDragAndDrop.ts';
import { Redraw, type Stale } from './redraw.ts';

/** A row of the code tree. */
export type CodeTreeElement = CodeElement | SmartCodeElement;

export type CodeSort = 'name' | 'codings';

const sortKey = 'codeboom.codeTree.sort';
const foldedKey = 'codeboom.codeTree.expanded';
const noCount: CodeCount = { codings: 0, documents: 0 };

/** The code tree: dimensions, themes and codes with how often they are used, and which of them are highlighted. */
export class CodeTreeView implements vscode.TreeDataProvider<CodeTreeElement>, vscode.Disposable {
  readonly view: vscode.TreeView<CodeTreeElement>;
  readonly onDidChangeTreeData: vscode.Event<CodeTreeElement[] | undefined>;
  readonly onDidDrag: CodeTreeDragAndDrop['onDidDrag'];
  readonly #sessions: Sessions;
  readonly #visibility: CodeVisibility;
  readonly #memento: vscode.Memento;
  readonly #redraw = new Redraw<CodeTreeElement>(() => this.#stale());
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #elements = new Map<string, CodeElement>();
  readonly #smartCodes = new Map<string, SmartCodeElement>();
  /** The study as the rows show it; what differs from it is drawn again. */
  #shown: Study | undefined;
  #allStale = false;
  #filter = '';
  #sort: CodeSort;
  /** Which rows the user opened or closed, by code id. */
  readonly #expanded: Map<string, boolean>;

  constructor(sessions: Sessions, visibility: CodeVisibility, memento: vscode.Memento) {
    this.#sessions = sessions;
    this.#visibility = visibility;
    this.#memento = memento;
    this.#sort = memento.get<CodeSort>(sortKey, 'name');
    this.#expanded = new Map(Object.entries(memento.get<Record<string, boolean>>(foldedKey, {})));
    this.onDidChangeTreeData = this.#redraw.onDidChangeTreeData;
    const dragAndDrop = new CodeTreeDragAndDrop(sessions, (code) => this.reveal(code));
    this.onDidDrag = dragAndDrop.onDidDrag;
    this.view = vscode.window.createTreeView('codeboom.codeTree', {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
      dragAndDropController: dragAndDrop,
    });
    this.#subscriptions.push(
      this.view,
      dragAndDrop,
      this.#redraw,
      sessions.onDidChangeActive((change) => this.#noteChange(change)),
      visibility.onDidChange(() => this.#drawAll()),
      this.view.onDidChangeCheckboxState(({ items }) => this.#tick(items)),
      this.view.onDidExpandElement(({ element }) => this.#fold(element, true)),
      this.view.onDidCollapseElement(({ element }) => this.#fold(element, false)),
    );
    this.#tellContext();
  }

  get #study(): Study | undefined {
    return this.#sessions.active?.study;
  }

  get filter(): string {
    return this.#filter;
  }

  /** Shows only the codes that a search means, and those above them; an empty search shows all. */
  setFilter(text: string): void {
    this.#filter = text.trim();
    this.#tellContext();
    this.#drawAll();
  }

  setSort(sort: CodeSort): void {
    this.#sort = sort;
    void this.#memento.update(sortKey, sort);
    this.#tellContext();
    this.#drawAll();
  }

  /** Selects a code in the tree and scrolls to it, without taking the focus; `expand` opens it. */
  async reveal(code: string, { expand = false } = {}): Promise<void> {
    const study = this.#study;
    if (!study?.codebook.codes.has(code)) return;
    if (!(this.#passing(study.codebook)?.has(code) ?? true)) this.setFilter('');
    // It stays open wherever it moves: codes at the top are open by themselves, those below are not.
    if (expand) this.#fold(this.#elementOf(code), true);
    this.#redraw.now();
    await this.view.reveal(this.#elementOf(code), { select: true, focus: false, expand });
  }

  /** Selects a smart code in the tree and scrolls to it, without taking the focus. */
  async revealSmartCode(name: string): Promise<void> {
    const study = this.#study;
    if (!study || !savedQueries(study.settings).some((saved) => saved.name === name)) return;
    if (!this.#passes(name)) this.setFilter('');
    this.#redraw.now();
    await this.view.reveal(this.#smartCodeOf(name), { select: true, focus: false });
  }

  getChildren(element?: CodeTreeElement): CodeTreeElement[] {
    const study = this.#study;
    if (!study || element?.kind === 'smartCode') return [];
    const tree = codeTreeOf(study.codebook);
    const passing = this.#passing(study.codebook);
    const codes = (element ? tree.childrenOf(element.code) : tree.roots).filter(
      ({ id }) => passing?.has(id) ?? true,
    );
    const rows = this.#sorted(study, codes).map(({ id }) => this.#elementOf(id));
    return element ? rows : [...rows, ...this.#smartCodeRows(study)];
  }

  getParent(element: CodeTreeElement): CodeElement | undefined {
    const study = this.#study;
    if (element.kind === 'smartCode') return undefined;
    const parent = study && codeTreeOf(study.codebook).parentOf(element.code);
    return parent && this.#elementOf(parent.id);
  }

  getTreeItem(element: CodeTreeElement): vscode.TreeItem {
    const study = this.#study;
    if (element.kind === 'smartCode') {
      const smart = study && smartCodes(study).find(({ name }) => name === element.name);
      return smart ? smartCodeItem(smart, element) : new vscode.TreeItem('');
    }
    const code = study?.codebook.codes.get(element.code);
    if (!study || !code) return new vscode.TreeItem('');
    const { codebook } = study;
    return codeItem(codebook, code, {
      // A filtered tree is another tree to VS Code: all of it open, and the other one as it was afterwards.
      id: this.#filter === '' ? code.id : `filtered/${code.id}`,
      count: rolledUpCounts(study).get(code.id) ?? noCount,
      isHighlighted: this.#visibility.isShown(code.id),
      collapsibleState: this.#collapsibleState(codebook, code),
      command: {
        command: 'codeboom.codeTree.choose',
        title: say('subject.title'),
        arguments: [element],
      },
    });
  }

  resolveTreeItem(item: vscode.TreeItem, element: CodeTreeElement): vscode.TreeItem {
    if (element.kind === 'smartCode') return item;
    const study = this.#study;
    const code = study?.codebook.codes.get(element.code);
    if (study && code) {
      item.tooltip = codeTooltip(study, code, rolledUpCounts(study).get(code.id) ?? noCount);
    }
    return item;
  }

  #elementOf(code: string): CodeElement {
    const known = this.#elements.get(code);
    if (known) return known;
    const element: CodeElement = { kind: 'code', code };
    this.#elements.set(code, element);
    return element;
  }

  #smartCodeOf(name: string): SmartCodeElement {
    const element = this.#smartCodes.get(name) ?? { kind: 'smartCode', name };
    this.#smartCodes.set(name, element);
    return element;
  }

  /** Smart codes stand behind the codes, always by name: what they find is no measure of how much was coded. */
  #smartCodeRows(study: Study): readonly SmartCodeElement[] {
    return smartCodes(study)
      .filter(({ name }) => this.#passes(name))
      .map(({ name }) => this.#smartCodeOf(name));
  }

  #passes(name: string): boolean {
    const folded = fold(name);
    return fold(this.#filter)
      .split(/\s+/)
      .every((word) => folded.includes(word));
  }

  #sorted(study: Study, codes: readonly Code[]): readonly Code[] {
    if (this.#sort === 'name') return codes;
    const counts = rolledUpCounts(study);
    const codings = ({ id }: Code) => counts.get(id)?.codings ?? 0;
    return [...codes].sort((a, b) => codings(b) - codings(a) || byName(a, b));
  }

  #collapsibleState(codebook: Codebook, code: Code): vscode.TreeItemCollapsibleState {
    const tree = codeTreeOf(codebook);
    const passing = this.#passing(codebook);
    if (!tree.childrenOf(code.id).some(({ id }) => passing?.has(id) ?? true)) {
      return vscode.TreeItemCollapsibleState.None;
    }
    const isOpen = passing ? true : (this.#expanded.get(code.id) ?? tree.parentOf(code.id) === undefined);
    return isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  }

  /** The codes that pass the filter and those above them; undefined when there is no filter. */
  #passing(codebook: Codebook): ReadonlySet<string> | undefined {
    return this.#filter === '' ? undefined : passingIn(codebook)(this.#filter);
  }

  #noteChange(change: ActiveChange): void {
    if (!change || change.codes || change.settings) this.#drawAll();
    else if (change.cases) this.#redraw.soon();
    else if (change.quotations.size > 0 || change.transcripts.size > 0) this.#redraw.soon();
  }

  #drawAll(): void {
    this.#allStale = true;
    this.#redraw.soon();
  }

  #stale(): Stale<CodeTreeElement> {
    const study = this.#study;
    const before = this.#shown;
    this.#shown = study;
    this.#tellFilter(study);
    if (this.#allStale || !study || !before) {
      this.#allStale = false;
      return 'all';
    }
    const changed = countedAnew(before, study);
    if (changed.length > 0 && this.#sort === 'codings') return 'all';
    return [
      ...changed.flatMap((code) => this.#elements.get(code) ?? []),
      ...smartCodesAnew(before, study).flatMap((name) => this.#smartCodes.get(name) ?? []),
    ];
  }

  #tick(items: readonly (readonly [CodeTreeElement, vscode.TreeItemCheckboxState])[]): void {
    for (const [element, state] of items)
      if (element.kind === 'code')
        this.#setHighlights([element.code], state === vscode.TreeItemCheckboxState.Checked);
  }

  /**
   * What a checkbox does, which VS Code has no key for: shows the highlights of codes when one of them is hidden, else hides
   * them all.
   *
   * @returns whether they are shown now
   */
  toggleHighlights(codes: readonly Code[]): boolean {
    const isShown = codes.some(({ id }) => !this.#visibility.isShown(id));
    this.#setHighlights(
      codes.map(({ id }) => id),
      isShown,
    );
    return isShown;
  }

  /** Of codes and those below them. */
  #setHighlights(codes: readonly string[], isShown: boolean): void {
    const study = this.#study;
    if (!study) return;
    const tree = codeTreeOf(study.codebook);
    const all = codes.flatMap((code) => tree.withDescendants(code));
    this.#visibility.set(all.map(({ id }) => [id, isShown] as const));
  }

  #fold(element: CodeTreeElement, isOpen: boolean): void {
    if (this.#filter !== '' || element.kind === 'smartCode') return;
    this.#expanded.set(element.code, isOpen);
    void this.#memento.update(foldedKey, Object.fromEntries(this.#expanded));
  }

  #tellFilter(study: Study | undefined): void {
    const found =
      study && this.#filter !== ''
        ? searchCodes(study.codebook, this.#filter).length + this.#smartCodeRows(study).length
        : 0;
    this.view.message =
      this.#filter === '' ? '' : say('codeTree.filtered', { text: this.#filter, count: found });
  }

  #tellContext(): void {
    void vscode.commands.executeCommand('setContext', 'codeboom.codeTree.sort', this.#sort);
    void vscode.commands.executeCommand('setContext', 'codeboom.codeTree.filtered', this.#filter !== '');
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** The codes that are meant by rows of the tree; smart codes are left out. */
export function codesIn({ codes }: Codebook, elements: readonly CodeTreeElement[]): readonly Code[] {
  return elements.flatMap((element) => (element.kind === 'code' ? (codes.get(element.code) ?? []) : []));
}

/** For each codebook, the codes that a search means with those above them; the last search is remembered. */
const passingIn = derived((codebook: Codebook) => {
  let last: { readonly text: string; readonly codes: ReadonlySet<string> } | undefined;
  return (text: string): ReadonlySet<string> => {
    if (last?.text === text) return last.codes;
    const tree = codeTreeOf(codebook);
    const codes = new Set(
      searchCodes(codebook, text).flatMap((code) => tree.pathTo(code.id).map(({ id }) => id)),
    );
    last = { text, codes };
    return codes;
  };
});

/** The codes whose counts differ between two states of a study. */
function countedAnew(before: Study, after: Study): readonly string[] {
  const [old, now] = [rolledUpCounts(before), rolledUpCounts(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((code) => {
    const [one, other] = [old.get(code) ?? noCount, now.get(code) ?? noCount];
    return one.codings !== other.codings || one.documents !== other.documents;
  });
}

/** The smart codes that find or say something else in two states of a study. */
function smartCodesAnew(before: Study, after: Study): readonly string[] {
  const old = new Map(smartCodes(before).map((smart): [string, SmartCode] => [smart.name, smart]));
  return smartCodes(after)
    .filter((smart) => !sameValue(smart, old.get(smart.name)))
    .map(({ name }) => name);
}
