import * as vscode from 'vscode';
import { operation, recodingChanges, replacingChanges } from '../../core/study/coding.ts';
import type { Code, Quotation } from '../../core/study/model.ts';
import type { ApplyCodes } from '../commands/applyCodes.ts';
import { codeRow } from '../picker/codeRow.ts';
import { pickMany } from '../picker/pickMany.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';

/** Changes the codes of many quotations at once; each is one step to undo. */

/** Asks for codes, and adds them to quotations. */
export async function addCodes(
  session: StudySession,
  quotations: readonly Quotation[],
  applyCodes: ApplyCodes,
): Promise<void> {
  const asked = await applyCodes.ask(session, say('recode.addTitle', { count: quotations.length }));
  if (!asked) return;
  const { add, comment } = asked.recoding;
  const current = asTheyAre(session, quotations);
  const recoding = { add, ...(comment !== undefined && { comment }) };
  const recoded = recodingChanges(current, recoding, session.author);
  const label = { codes: asked.names.join(', '), count: recoded.length };
  session.apply(operation('done.applyCodes', label, [...asked.changes, ...recoded]));
}

/** Asks which of the codes that quotations carry are taken off. */
export async function removeCodes(session: StudySession, quotations: readonly Quotation[]): Promise<void> {
  const rows = codesOn(session, quotations);
  if (rows.length === 0) {
    void vscode.window.showInformationMessage(say('recode.noCodes'));
    return;
  }
  const title = say('recode.removeTitle', { count: quotations.length });
  const picked = rows.length === 1 ? rows : await pickMany(rows, { title });
  if (!picked || picked.length === 0) return;
  const remove = picked.map(({ code }) => code.id);
  const recoded = recodingChanges(asTheyAre(session, quotations), { add: [], remove }, session.author);
  const codes = picked.map(({ code }) => code.name).join(', ');
  session.apply(operation('done.removeCode', { codes }, recoded));
}

/** Asks which code of quotations others take the place of, where that is a question, and which. */
export async function replaceCode(
  session: StudySession,
  quotations: readonly Quotation[],
  applyCodes: ApplyCodes,
): Promise<void> {
  const rows = codesOn(session, quotations);
  if (rows.length === 0) {
    void vscode.window.showInformationMessage(say('recode.noCodes'));
    return;
  }
  const title = say('recode.replaceTitle', { count: quotations.length });
  const picked = rows.length === 1 ? rows[0] : await pickOne([...rows], { title });
  if (!picked) return;
  const { code } = picked;
  const asked = await applyCodes.ask(session, say('recode.replaceBy', { code: code.name }));
  if (!asked || asked.recoding.add.length === 0) return;
  const current = asTheyAre(session, quotations);
  const replaced = replacingChanges(current, code.id, asked.recoding, session.author);
  const label = { code: code.name, codes: asked.names.join(', '), count: replaced.length };
  session.apply(operation('done.replaceCode', label, [...asked.changes, ...replaced]));
}

type CodeOn = vscode.QuickPickItem & { readonly code: Code };

/** The codes that quotations carry, those of most of them first, with how many these are. */
function codesOn(session: StudySession, quotations: readonly Quotation[]): readonly CodeOn[] {
  const { codebook } = session.study;
  const counts = new Map<string, number>();
  for (const id of quotations.flatMap(({ codes }) => codes)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([id, count]) => {
      const code = codebook.codes.get(id);
      if (!code) return [];
      const { label, iconPath, description } = codeRow(codebook, code);
      const onHowMany = say('recode.onHowMany', { count, of: quotations.length });
      return [{ label, iconPath, description: [onHowMany, description].filter(Boolean).join(' · '), code }];
    });
}

/** Quotations as they are now: they may have changed while the user was choosing. */
function asTheyAre(session: StudySession, quotations: readonly Quotation[]): readonly Quotation[] {
  return session.quotations(quotations.map(({ id }) => id));
}
