import * as vscode from 'vscode';
import { isPlaced } from '../../core/study/counts.ts';
import type { Quotation } from '../../core/study/model.ts';
import { sameValue } from '../../core/study/operation.ts';
import { quotationsById } from '../../core/study/quotations.ts';
import { formatQuotation } from '../../core/study/quoteStyle.ts';
import { documentsByCase } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import { groupedBy, type QuotationGroup, type Subject } from '../../core/study/subject.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { ActiveChange, Sessions } from '../sessions.ts';
import { subjectName } from '../subjectName.ts';
import { type Answer, type Asked, answerTo } from './askedQuotations.ts';
import { quotationsType } from './codeTreeDragAndDrop.ts';
import { quotationItem, quotationTooltip } from './quotationItem.ts';
import { Redraw, type Stale } from './redraw.ts';

/** A row for a quotation. The hover of an editor names a quotation in the same way. */
export interface QuotationElement {
  readonly kind: 'quotation';
  readonly quotation: string;
  readonly document: string;
}

type GroupElement = QuotationGroup['subject'];

/** A stretch of a group that is too long for VS Code to list at once. */
interface PartElement {
  readonly kind: 'part';
  readonly of: GroupElement;
  readonly from: number;
}

export type QuotationsElement = GroupElement | PartElement | QuotationElement;

export type Grouping = 'case' | 'document';

const groupingKey = 'codeboom.quotations.grouping';
/** Thousands of rows under one take VS Code seconds (microsoft/vscode#230361). */
const mostInGroup = 500;
/** Up to so many quotations all groups are open. */
const mostOpen = 200;

interface Contents extends Answer {
  readonly study: Study;
  readonly asked: Asked;
  readonly grouping: Grouping;
  readonly groups: readonly QuotationGroup[];
}

/** The quotations of what was chosen, grouped by case or document. */
export class QuotationsView implements vscode.TreeDataProvider<QuotationsElement>, vscode.Disposable {
  readonly view: vscode.TreeView<QuotationsElement>;
  readonly onDidChangeTreeData: vscode.Event<QuotationsElement[] | undefined>;
  /** Fires when the user chose subjects to show. */
  readonly onDidChoose: vscode.Event<void>;
  readonly #sessions: Sessions;
  readonly #memento: vscode.Memento;
  readonly #redraw = new Redraw<QuotationsElement>(() => this.#stale());
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #elements = new Map<string, QuotationsElement>();
  readonly #asked = new WeakMap<StudySession, Asked>();
  readonly #chosen = new vscode.EventEmitter<void>();
  #known: Contents | undefined;
  /** The contents as the rows show them; what differs from them is drawn again. */
  #shown: Contents | undefined;
  #allStale = true;
  #grouping: Grouping;

  constructor(sessions: Sessions, memento: vscode.Memento) {
    this.#sessions = sessions;
    this.#memento = memento;
    this.#grouping = memento.get<Grouping>(groupingKey, 'case');
    this.onDidChangeTreeData = this.#redraw.onDidChangeTreeData;
    this.onDidChoose = this.#chosen.event;
    this.view = vscode.window.createTreeView('codeboom.quotations', {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: {
        dragMimeTypes: [quotationsType, 'text/plain'],
        dropMimeTypes: [],
        handleDrag: (source, data) => this.#drag(source, data),
      },
    });
    this.#subscriptions.push(
      this.view,
      this.#redraw,
      this.#chosen,
      sessions.onDidChangeActive((change) => this.#noteChange(change)),
    );
    this.#tellContext();
  }

  /** Shows the quotations of any of some subjects, from now on and as they change. */
  show(subjects: readonly Subject[], options: { readonly focus: boolean }): void {
    this.showAsked({ kind: 'about', subjects }, options);
  }

  /** As `show`, for whatever can be asked. */
  showAsked(asked: Asked, options: { readonly focus: boolean }): void {
    this.#chosen.fire();
    this.#ask(asked);
    this.#bringIntoView(options);
  }

  /** What is shown, to come back to it. */
  get asked(): Asked | undefined {
    const session = this.#sessions.active;
    return session && this.#asked.get(session);
  }

  /** Shows something while the user is still choosing, without taking the focus. */
  preview(asked: Asked | undefined): void {
    if (sameValue(asked, this.asked)) return;
    this.#ask(asked);
    if (asked && !this.view.visible) this.#bringIntoView({ focus: false });
  }

  /** Shows what a quotation is compared with, from now on and as it changes. */
  compareWith({ id }: Pick<Quotation, 'id'>, options: { readonly focus: boolean }): void {
    this.follow({ id });
    this.#bringIntoView(options);
  }

  /** Shows what a quotation is compared with, where the view is seen already. */
  follow({ id }: Pick<Quotation, 'id'>): void {
    this.#ask({ kind: 'alike', quotation: id });
  }

  #ask(asked: Asked | undefined): void {
    const session = this.#sessions.active;
    if (!session) return;
    if (asked) this.#asked.set(session, asked);
    else this.#asked.delete(session);
    this.#allStale = true;
    this.#redraw.now();
  }

  #bringIntoView(options: { readonly focus: boolean }): void {
    const [first] = this.#contents()?.groups ?? [];
    if (!first) {
      if (options.focus) void vscode.commands.executeCommand('codeboom.quotations.focus');
      return;
    }
    const shown = this.view.reveal(this.#elementOf(first.subject), { select: false, focus: options.focus });
    // The row may be gone by the time that VS Code looks for it; there is nothing to show then.
    shown.then(undefined, () => undefined);
  }

  setGrouping(grouping: Grouping): void {
    this.#grouping = grouping;
    void this.#memento.update(groupingKey, grouping);
    this.#tellContext();
    this.#drawAll();
  }

  getChildren(element?: QuotationsElement): QuotationsElement[] {
    const contents = this.#contents();
    if (!contents) return [];
    if (!element) return contents.groups.map(({ subject }) => this.#elementOf(subject));
    if (element.kind === 'quotation') return [];
    const quotations = this.#quotationsOf(contents, element);
    if (element.kind === 'part' || quotations.length <= mostInGroup) {
      return quotations.map(({ id, document }) =>
        this.#elementOf({ kind: 'quotation', quotation: id, document }),
      );
    }
    const parts = Math.ceil(quotations.length / mostInGroup);
    return Array.from({ length: parts }, (_, part) =>
      this.#elementOf({ kind: 'part', of: element, from: part * mostInGroup }),
    );
  }

  getParent(element: QuotationsElement): QuotationsElement | undefined {
    if (element.kind === 'part') return this.#elementOf(element.of);
    if (element.kind !== 'quotation') return undefined;
    for (const { subject, quotations } of this.#contents()?.groups ?? []) {
      const index = quotations.findIndex(({ id }) => id === element.quotation);
      if (index < 0) continue;
      if (quotations.length <= mostInGroup) return this.#elementOf(subject);
      const from = index - (index % mostInGroup);
      return this.#elementOf({ kind: 'part', of: subject, from });
    }
    return undefined;
  }

  getTreeItem(element: QuotationsElement): vscode.TreeItem {
    const contents = this.#contents();
    if (!contents) return new vscode.TreeItem('');
    const { study } = contents;
    if (element.kind === 'quotation') {
      const quotation = quotationIn(study, element);
      const command = {
        command: 'codeboom.quotations.reveal',
        title: say('documents.openTranscript'),
        arguments: [element],
      };
      return quotation
        ? quotationItem(study, quotation, command, contents.compared)
        : new vscode.TreeItem('');
    }
    const quotations = this.#quotationsOf(contents, element);
    const isOpen = element.kind !== 'part' && countOf(contents) <= mostOpen;
    const item = new vscode.TreeItem(
      element.kind === 'part'
        ? say('quotations.part', { from: element.from + 1, to: element.from + quotations.length })
        : subjectName(study, element),
      isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = keyOf(element);
    item.contextValue = element.kind;
    if (element.kind === 'part') return item;
    const count = quotations.filter(isPlaced).length;
    item.description = String(count);
    item.iconPath = new vscode.ThemeIcon(element.kind === 'case' ? 'briefcase' : 'file');
    item.accessibilityInformation = {
      label: say('quotations.group', { name: subjectName(study, element), count }),
    };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, element: QuotationsElement): vscode.TreeItem {
    const study = this.#sessions.active?.study;
    const quotation = study && element.kind === 'quotation' ? quotationIn(study, element) : undefined;
    if (study && quotation) item.tooltip = quotationTooltip(study, quotation);
    return item;
  }

  /** What there is to show of the study as it is now; worked out once for each state of it. */
  #contents(): Contents | undefined {
    const session = this.#sessions.active;
    const { asked } = this;
    if (!session || !asked) return undefined;
    const { study } = session;
    // Without cases, one group “No case” would tell nothing.
    const grouping = documentsByCase(study).size > 0 ? this.#grouping : 'document';
    const known = this.#known;
    if (known?.study === study && known.asked === asked && known.grouping === grouping) return known;
    const answer = answerTo(study, asked);
    const groups = groupedBy(study, answer.quotations, grouping);
    this.#known = { ...answer, study, asked, grouping, groups };
    return this.#known;
  }

  #quotationsOf({ groups }: Contents, element: GroupElement | PartElement): readonly Quotation[] {
    const key = keyOf(element.kind === 'part' ? element.of : element);
    const quotations = groups.find(({ subject }) => keyOf(subject) === key)?.quotations ?? [];
    return element.kind === 'part' ? quotations.slice(element.from, element.from + mostInGroup) : quotations;
  }

  #elementOf(element: QuotationsElement): QuotationsElement {
    const key = keyOf(element);
    const known = this.#elements.get(key);
    if (known) return known;
    this.#elements.set(key, element);
    return element;
  }

  #noteChange(change: ActiveChange): void {
    if (!change || change.codes || change.cases || change.settings) this.#drawAll();
    else this.#redraw.soon();
  }

  #drawAll(): void {
    this.#allStale = true;
    this.#redraw.soon();
  }

  #stale(): Stale<QuotationsElement> {
    const before = this.#shown;
    const now = this.#contents();
    const isAll = this.#allStale;
    this.#shown = now;
    this.#allStale = false;
    this.#tellWhat(now);
    if (isAll || !now || !before || !haveSameGroups(before, now)) return 'all';
    return now.groups.flatMap(({ subject, quotations }, index) => {
      const old = before.groups[index]?.quotations ?? [];
      const isSame = old.length === quotations.length && old.every((one, place) => one === quotations[place]);
      return isSame ? [] : [this.#elementOf(subject)];
    });
  }

  #tellWhat(contents: Contents | undefined): void {
    const what = contents?.name ?? '';
    this.view.description = contents ? say('quotations.shown', { what, count: countOf(contents) }) : '';
    this.view.message = contents?.groups.length === 0 ? contents.none : '';
  }

  #tellContext(): void {
    void vscode.commands.executeCommand('setContext', groupingKey, this.#grouping);
  }

  #drag(source: readonly QuotationsElement[], data: vscode.DataTransfer): void {
    const study = this.#sessions.active?.study;
    if (!study) return;
    const quotations = source.flatMap((element) =>
      element.kind === 'quotation' ? (quotationIn(study, element) ?? []) : [],
    );
    const text = quotations.map((quotation) => formatQuotation(study, quotation)).join('\n\n');
    data.set(quotationsType, new vscode.DataTransferItem(JSON.stringify(quotations.map(({ id }) => id))));
    data.set('text/plain', new vscode.DataTransferItem(text));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** What tells one row from every other; also its id in VS Code. */
function keyOf(element: QuotationsElement): string {
  switch (element.kind) {
    case 'case':
      return element.name === undefined ? 'no case' : `case/${element.name}`;
    case 'document':
      return `document/${element.path}`;
    case 'part':
      return `${keyOf(element.of)}#${element.from}`;
    case 'quotation':
      return element.quotation;
  }
}

function quotationIn(study: Study, { document, quotation }: QuotationElement): Quotation | undefined {
  const found = study.documents.get(document);
  return found && quotationsById(found).get(quotation);
}

/** Quotations that count, as in the code tree: those whose words were not found again are listed, not counted. */
function countOf({ groups }: Contents): number {
  return groups.reduce((sum, { quotations }) => sum + quotations.filter(isPlaced).length, 0);
}

/** Whether the rows of groups are the same, and those of quotations say the same of the same quotation. */
function haveSameGroups(before: Contents, now: Contents): boolean {
  return (
    before.groups.length === now.groups.length &&
    sameValue(before.compared, now.compared) &&
    before.groups.every(({ subject }, index) => {
      const other = now.groups[index];
      return other !== undefined && keyOf(subject) === keyOf(other.subject);
    })
  );
}
