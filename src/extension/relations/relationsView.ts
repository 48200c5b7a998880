import * as vscode from 'vscode';
import type { Relation } from '../../core/study/model.ts';
import { isThere, type RelationKind, readEnd } from '../../core/study/relationEnds.ts';
import type { Study } from '../../core/study/study.ts';
import type { MessageKey } from '../../messages/english.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { StudyTree } from '../views/studyTree.ts';
import { relationText } from './relationText.ts';

/** A row of the view: what relations are between, or a relation. */
export type RelationsElement =
  | { readonly kind: 'group'; readonly between: RelationKind }
  | { readonly kind: 'relation'; readonly relation: string };

const kinds: readonly RelationKind[] = ['code', 'quotation'];
const groupNames: Record<RelationKind, MessageKey> = {
  code: 'relations.betweenCodes',
  quotation: 'relations.betweenQuotations',
};

/** The relations of the study, those between codes and those between quotations. */
export class RelationsView extends StudyTree<RelationsElement> {
  constructor(sessions: Sessions) {
    super(sessions, 'codeboom.relations');
  }

  /** A row says the names of codes and the words of quotations, so that any change can put it out of date. */
  protected noteChange(): void {
    this.redraw.soon();
  }

  getChildren(element?: RelationsElement): RelationsElement[] {
    const study = this.study;
    if (!study || element?.kind === 'relation') return [];
    if (!element) {
      return kinds
        .filter((between) => relationsBetween(study, between).length > 0)
        .map((between) => this.#elementOf({ kind: 'group', between }));
    }
    return relationsBetween(study, element.between).map(({ id }) =>
      this.#elementOf({ kind: 'relation', relation: id }),
    );
  }

  getParent(element: RelationsElement): RelationsElement | undefined {
    if (element.kind === 'group') return undefined;
    const relation = this.study?.relations.relations.get(element.relation);
    return relation && this.#elementOf({ kind: 'group', between: readEnd(relation.from).kind });
  }

  getTreeItem(element: RelationsElement): vscode.TreeItem {
    const study = this.study;
    if (!study) return new vscode.TreeItem('');
    if (element.kind === 'group') return groupItem(study, element.between);
    const relation = study.relations.relations.get(element.relation);
    return relation ? relationItem(study, relation, element) : new vscode.TreeItem('');
  }

  /** Selects a relation, without taking the focus. */
  async reveal(relation: string): Promise<void> {
    if (!this.study?.relations.relations.has(relation)) return;
    this.redraw.now();
    await this.view.reveal(this.#elementOf({ kind: 'relation', relation }), { select: true });
  }

  #elementOf(element: RelationsElement): RelationsElement {
    return this.row(keyOf(element), element);
  }
}

/** The relations of a kind, by what they say. */
export function relationsBetween(study: Study, between: RelationKind): readonly Relation[] {
  return [...study.relations.relations.values()]
    .filter(({ from }) => readEnd(from).kind === between)
    .map((relation) => ({ relation, text: relationText(study, relation) }))
    .sort((a, b) => a.text.localeCompare(b.text) || (a.relation.id < b.relation.id ? -1 : 1))
    .map(({ relation }) => relation);
}

function keyOf(element: RelationsElement): string {
  return element.kind === 'group' ? `group/${element.between}` : element.relation;
}

function groupItem(study: Study, between: RelationKind): vscode.TreeItem {
  const item = new vscode.TreeItem(say(groupNames[between]), vscode.TreeItemCollapsibleState.Expanded);
  const count = relationsBetween(study, between).length;
  item.id = `group/${between}`;
  item.contextValue = 'group';
  item.description = String(count);
  item.accessibilityInformation = {
    label: say('relations.group', { name: say(groupNames[between]), count }),
  };
  return item;
}

function relationItem(study: Study, relation: Relation, element: RelationsElement): vscode.TreeItem {
  const text = relationText(study, relation);
  const item = new vscode.TreeItem(text);
  const isWhole = isThere(study, relation.from) && isThere(study, relation.to);
  item.id = relation.id;
  item.contextValue = 'relation';
  item.iconPath = isWhole
    ? new vscode.ThemeIcon('link')
    : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  if (relation.comment !== undefined) {
    item.description = relation.comment;
    item.tooltip = `${text}\n${relation.comment}`;
  }
  item.accessibilityInformation = {
    label: [text, ...(relation.comment === undefined ? [] : [relation.comment])].join(', '),
  };
  item.command = {
    command: 'codeboom.relations.goToTo',
    title: say('relations.goTo'),
    arguments: [element],
  };
  return item;
}
