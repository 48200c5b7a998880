import * as vscode from 'vscode';
import { mergeReferring } from '../../core/chapters/mergeReferring.ts';
import { isRefusal } from '../../core/study/codebook/refusal.ts';
import type { Code } from '../../core/study/model.ts';
import { pickCode } from '../picker/codePicker.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import { namedCodes } from '../views/namedCodes.ts';
import { asTheyAre, codesOutside } from './codesMeant.ts';
import { chapterTexts, offerEdits } from './referringTexts.ts';

/** Asks which code some others become. */
export async function merge(session: StudySession, codes: readonly Code[]): Promise<void> {
  const { codebook } = session.study;
  const what = namedCodes(codes);
  const targets = codesOutside(codebook, codes);
  if (targets.length === 0) {
    void vscode.window.showInformationMessage(say('merge.noTarget', { what }));
    return;
  }
  const into = await pickCode(codebook, say('merge.title', { what }), targets);
  if (into) await mergeInto(session, codes, into);
}

/** Merges codes into one, with all that refers to them; memos and chapters only if the user wants it. */
export async function mergeInto(session: StudySession, codes: readonly Code[], into: Code): Promise<void> {
  const chapters = await chapterTexts(session);
  const [target] = asTheyAre(session, [into]);
  if (!target) return;
  const from = asTheyAre(session, codes);
  const merged = mergeReferring(session.study, from, target, chapters, session.author);
  if (isRefusal(merged)) {
    void vscode.window.showWarningMessage(sentenceOf(merged.refused));
    return;
  }
  session.apply(merged.operation);
  await offerEdits(session, merged.edits, target.name);
}
