import type * as vscode from 'vscode';
import type { Relation, RelationEnd } from '../../core/study/model.ts';
import { endName, relationsAt } from '../../core/study/relationEnds.ts';
import { isSymmetric } from '../../core/study/relationTypes.ts';
import type { Study } from '../../core/study/study.ts';
import { say } from '../say.ts';

/** The words of a quotation that name it. */
const longestName = 60;

/** What a relation says, in one line: `Vertrouwen — is cause of → Alliantiesucces`. */
export function relationText(study: Study, { from, type, to }: Relation): string {
  return `${nameOf(study, from)} — ${type} ${isSymmetric(type) ? '—' : '→'} ${nameOf(study, to)}`;
}

/** The name of a code, or the first words of a quotation. */
export function nameOf(study: Study, end: RelationEnd): string {
  const name = endName(study, end).replace(/\s+/g, ' ').trim();
  return name.length > longestName ? `${name.slice(0, longestName).replace(/[\uD800-\uDBFF]$/, '')}…` : name;
}

/** A hover is to be read at a glance. */
const mostInHover = 8;

/** Adds what a code or quotation is related to, a line each; data as text only, so that it cannot add links. */
export function appendRelations(text: vscode.MarkdownString, study: Study, end: RelationEnd): void {
  const relations = relationsAt(study, end);
  for (const { from, type, to, comment } of relations.slice(0, mostInHover)) {
    const isFrom = from === end;
    const arrow = isSymmetric(type) ? '—' : isFrom ? '→' : '←';
    const said = `${type} ${arrow} ${nameOf(study, isFrom ? to : from)}`;
    text.appendMarkdown('\n\n$(link) ');
    text.appendText(comment === undefined ? said : `${said} (${comment})`);
  }
  const more = relations.length - mostInHover;
  if (more > 0) text.appendMarkdown('\n\n').appendText(say('relations.more', { count: more }));
}
