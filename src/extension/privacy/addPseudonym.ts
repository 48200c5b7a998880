import * as vscode from 'vscode';
import { registerPath } from '../../core/privacy/leaks.ts';
import { type Pseudonym, type PseudonymRegister, pseudonymKinds } from '../../core/privacy/register.ts';
import { problemsOfRegister } from '../../core/privacy/registerProblems.ts';
import { suggestPseudonym, wordsOfTexts } from '../../core/privacy/suggestPseudonym.ts';
import { settingsOf } from '../../core/study/settings.ts';
import type { Study } from '../../core/study/study.ts';
import { askText } from '../picker/askText.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say, sentenceOf } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import { registerOf, writeRegister } from './register.ts';

const steps = 3;

/** Add Pseudonym…: the name, by default what is selected; of what kind it is; and what stands for it, by default a free one. */
export async function addPseudonym(sessions: Sessions): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const session = (editor && sessions.of(editor.document.uri)) ?? sessions.active;
  const register = session && (await registerOf(session));
  if (!session || !register) return;
  const selected =
    editor && sessions.of(editor.document.uri) ? editor.document.getText(editor.selection) : '';
  const name = await askText({
    title: say('pseudonyms.addTitle'),
    prompt: say('pseudonyms.namePrompt'),
    value: selected.replace(/\s+/g, ' ').trim(),
    step: [1, steps],
    refuse: (text) => refusal(register, { name: text, pseudonym: 'Xq Zw', kind: 'person' }),
  });
  if (name === undefined) return;
  const kind = await askKind(name);
  if (!kind) return;
  const words = wordsOfStudy(session.study);
  const pseudonym = await askText({
    title: say('pseudonyms.pseudonymTitle', { name }),
    prompt: say('pseudonyms.pseudonymPrompt'),
    value: suggestPseudonym(kind, register, settingsOf(session.study.settings).language, words),
    step: [steps, steps],
    refuse: (text) => refusal(register, { name, pseudonym: text, kind }),
  });
  if (pseudonym === undefined) return;
  const record: Pseudonym = { name: name.trim(), pseudonym: pseudonym.trim(), kind };
  if (await writeRegister(session, (now) => ({ ...now, pseudonyms: [...now.pseudonyms, record] })))
    showDone(say('pseudonyms.added', { file: registerPath }));
}

/** What is wrong with a record that is new in a register, if anything; what was wrong before is not said again. */
function refusal({ pseudonyms }: PseudonymRegister, record: Pseudonym): string | undefined {
  const trimmed = { ...record, name: record.name.trim(), pseudonym: record.pseudonym.trim() };
  const sayAll = (records: readonly Pseudonym[]) =>
    problemsOfRegister({ pseudonyms: records }, registerPath)
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => sentenceOf(message));
  const before = new Set(sayAll(pseudonyms));
  return sayAll([...pseudonyms, trimmed]).find((sentence) => !before.has(sentence));
}

async function askKind(name: string): Promise<Pseudonym['kind'] | undefined> {
  const rows = pseudonymKinds.map((kind) => ({
    label: say(`pseudonyms.kind.${kind}`),
    detail: say(`pseudonyms.about.${kind}`),
    kindOfName: kind,
  }));
  const title = say('pseudonyms.kindTitle', { name });
  const picked = await pickOne(rows, { title });
  return picked?.kindOfName;
}

/** Every word that is said in a study, in small letters. */
export function wordsOfStudy(study: Study): ReadonlySet<string> {
  return wordsOfTexts([...study.documents.values()].flatMap(({ transcript }) => transcript?.text ?? []));
}
