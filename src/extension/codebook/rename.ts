import * as vscode from 'vscode';
import { renameCodeReferring } from '../../core/chapters/renameReferring.ts';
import { cleanName, codeNamed } from '../../core/study/codebook/names.ts';
import { isRefusal } from '../../core/study/codebook/refusal.ts';
import type { Code } from '../../core/study/model.ts';
import { askText } from '../picker/askText.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { applyUnlessRefused, asTheyAre, refusedName } from './codesMeant.ts';
import { mergeInto } from './merge.ts';
import { chapterTexts, offerEdits } from './referringTexts.ts';

/** Asks for another name of a code. A name that another code has may mean that the two are one: merging is offered. */
export async function rename(session: StudySession, code: Code): Promise<void> {
  const name = await askText({
    title: say('rename.title', { code: code.name }),
    prompt: say('newCode.namePrompt'),
    value: code.name,
    refuse: (text) => (cleanName(text) === '' ? refusedName(session.study.codebook, text, code) : undefined),
  });
  const [current] = asTheyAre(session, [code]);
  if (name === undefined || !current) return;
  const other = codeNamed(session.study.codebook, name);
  if (!other || other.id === current.id) {
    const chapters = await chapterTexts(session);
    const renamed = renameCodeReferring(session.study, current, name, chapters, session.author);
    if (applyUnlessRefused(session, isRefusal(renamed) ? renamed : renamed.operation) && !isRefusal(renamed))
      await offerEdits(session, renamed.edits, cleanName(name));
    return;
  }
  const merge = { label: say('rename.merge', { code: current.name, into: other.name }), merge: true };
  const again = { label: say('rename.again'), merge: false };
  const title = say('rename.taken', { name: other.name });
  const picked = await vscode.window.showQuickPick([merge, again], { title, ignoreFocusOut: true });
  if (picked?.merge) await mergeInto(session, [current], other);
  else if (picked) await rename(session, current);
}
