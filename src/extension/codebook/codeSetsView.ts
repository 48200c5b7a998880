import * as vscode from 'vscode';
import { byName } from '../../core/study/codeTree.ts';
import type { CodeSet } from '../../core/study/model.ts';
import { codeIcon } from '../codeIcon.ts';
import { say } from '../say.ts';
import type { ActiveChange, Sessions } from '../sessions.ts';
import { StudyTree } from '../views/studyTree.ts';

/** A row of the view: a set, or a code in a set. */
export type CodeSetElement =
  | { readonly kind: 'set'; readonly set: string }
  | { readonly kind: 'member'; readonly set: string; readonly code: string };

/** The code sets of the study with their codes: groups across the tree, of which a code may be in any number. */
export class CodeSetsView extends StudyTree<CodeSetElement> {
  constructor(sessions: Sessions) {
    super(sessions, 'codeboom.codeSets');
  }

  protected noteChange(change: ActiveChange): void {
    if (!change || change.codes) this.redraw.soon();
  }

  getChildren(element?: CodeSetElement): CodeSetElement[] {
    const study = this.study;
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
    const codebook = this.study?.codebook;
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
    if (!this.study?.codebook.sets.has(set)) return;
    this.redraw.now();
    await this.view.reveal(this.#elementOf({ kind: 'set', set }), { select: true, expand: true });
  }

  #elementOf(element: CodeSetElement): CodeSetElement {
    return this.row(keyOf(element), element);
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
