import * as vscode from 'vscode';
import type { PseudonymRegister } from '../../core/privacy/register.ts';
import { type NameSuggestion, suggestNames } from '../../core/privacy/suggestNames.ts';
import { suggestPseudonym } from '../../core/privacy/suggestPseudonym.ts';
import { settingsOf } from '../../core/study/settings.ts';
import { documentName } from '../../core/study/sources.ts';
import { positionAt } from '../../core/text/lines.ts';
import { pickMany } from '../picker/pickMany.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import { wordsOfStudy } from './addPseudonym.ts';
import { inContext } from './inContext.ts';
import { openRegister, registerOf, writeRegister } from './register.ts';

interface SuggestionRow extends vscode.QuickPickItem {
  readonly suggestion: NameSuggestion;
}

/** Suggest Names…: what looks like a name in the transcripts, to tick; then the register, where each can get another pseudonym. */
export async function suggestNamesFor(sessions: Sessions): Promise<void> {
  const session = sessions.active;
  const register = session && (await registerOf(session));
  if (!session || !register) return;
  const rows = rowsOf(session, register);
  if (rows.length === 0) {
    void vscode.window.showInformationMessage(say('pseudonyms.noSuggestions'));
    return;
  }
  const picked = await pickMany(rows, {
    title: say('pseudonyms.suggestTitle', { count: rows.length }),
    matchOnDescription: true,
  });
  if (!picked || picked.length === 0) return;
  const words = wordsOfStudy(session.study);
  const { language } = settingsOf(session.study.settings);
  const add = (now: PseudonymRegister) => {
    const pseudonyms = [...now.pseudonyms];
    for (const { suggestion } of picked) {
      const { name, kind } = suggestion;
      pseudonyms.push({ name, kind, pseudonym: suggestPseudonym(kind, { pseudonyms }, language, words) });
    }
    return { ...now, pseudonyms };
  };
  if (!(await writeRegister(session, add))) return;
  showDone(say('pseudonyms.addedMany', { count: picked.length }));
  await openRegister(session);
}

function rowsOf({ study }: StudySession, register: PseudonymRegister): readonly SuggestionRow[] {
  const texts = new Map(
    [...study.documents.values()].flatMap(({ path, transcript }) =>
      transcript ? [[path, transcript] as const] : [],
    ),
  );
  return suggestNames(texts, register, settingsOf(study.settings).interviewers).map((suggestion) => {
    const { name, count, kind, example } = suggestion;
    const transcript = texts.get(example.path) ?? { text: '' };
    const line = positionAt(transcript, example.range.start).line + 1;
    const place = say('quotations.place', { document: documentName(example.path), line });
    return {
      label: name,
      description: [say('pseudonyms.times', { count }), say(`pseudonyms.kind.${kind}`), place].join(' · '),
      detail: inContext(transcript.text, example.range, name),
      suggestion,
    };
  });
}
