import * as vscode from 'vscode';
import { isRefusal } from '../../core/study/codebook/refusal.ts';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import type { Code, Quotation, Relation, RelationEnd } from '../../core/study/model.ts';
import { endAt, readEnd } from '../../core/study/relationEnds.ts';
import { relate } from '../../core/study/relations.ts';
import { applyUnlessRefused } from '../codebook/codesMeant.ts';
import { pickCode } from '../picker/codePicker.ts';
import { pickQuotation } from '../picker/quotationPicker.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { pickType } from './pickers.ts';
import type { RelationsView } from './relationsView.ts';
import { nameOf } from './relationText.ts';

/** Relates two codes, asking for what is not given: the code it comes from, the type, the code it goes to. */
export async function relateCodes(
  session: StudySession,
  view: RelationsView,
  [first, second]: readonly Code[] = [],
): Promise<void> {
  const { codebook } = session.study;
  const from = first ?? (await pickCode(codebook, say('relations.fromCode')));
  if (!from) return;
  const name = say('code.quoted', { name: from.name });
  const type = await pickType(session.study, 'code', say('relations.typeOf', { from: name }));
  if (type === undefined) return;
  const others = codeTreeOf(codebook).all.filter(({ id }) => id !== from.id);
  const title = say('relations.toCode', { from: from.name, type });
  const to = second ?? (await pickCode(codebook, title, others));
  if (to) await make(session, view, endAt('code', from.id), type, endAt('code', to.id));
}

/** Relates a quotation to another, asking for the type and, where it is not given, the other. */
export async function relateQuotation(
  session: StudySession,
  view: RelationsView,
  from: Quotation,
  to?: Quotation,
): Promise<void> {
  const end = endAt('quotation', from.id);
  const name = `“${nameOf(session.study, end)}”`;
  const type = await pickType(session.study, 'quotation', say('relations.typeOf', { from: name }));
  if (type === undefined) return;
  const title = say('relations.toQuotation', { type });
  const other = to ?? (await pickQuotation(session.study, title));
  if (other) await make(session, view, end, type, endAt('quotation', other.id));
}

async function make(
  session: StudySession,
  view: RelationsView,
  from: RelationEnd,
  type: string,
  to: RelationEnd,
): Promise<void> {
  const made = relate(session.study, { from, type, to }, session.author);
  if (!applyUnlessRefused(session, made) || isRefusal(made)) return;
  const [change] = made.changes;
  if (change && view.view.visible) await view.reveal(change.id);
}

/** Goes to an end of a relation: a code in the tree, a quotation in its transcript. */
export async function goToEnd(
  session: StudySession,
  end: RelationEnd,
  to: {
    readonly code: (id: string) => Promise<void>;
    readonly quotation: (session: StudySession, id: string) => Promise<void>;
  },
): Promise<void> {
  const { kind, id } = readEnd(end);
  if (kind === 'quotation') await to.quotation(session, id);
  else if (session.study.codebook.codes.has(id)) await to.code(id);
  else void vscode.window.showInformationMessage(say('relation.endGone', { end }));
}

/** A relation as it is now: others may have changed it while the user was choosing. */
export function asItIs(session: StudySession, { id }: Relation): Relation | undefined {
  return session.study.relations.relations.get(id);
}
