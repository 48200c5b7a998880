import * as vscode from 'vscode';
import { newTranscriptPath, newTranscriptText } from '../../core/formats/transcriptWriting.ts';
import { addCase } from '../../core/study/attributeChanges.ts';
import { settingsOf } from '../../core/study/settings.ts';
import { documentsByCase } from '../../core/study/sources.ts';
import { topicsIn } from '../../core/study/topics.ts';
import { isLink } from '../isLink.ts';
import { askText } from '../picker/askText.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { offerGuide } from './guide.ts';

/** New Transcript from Topic Guide…: asks for a title and a case, and opens the transcript to be filled in. */
export async function newTranscript(session: StudySession | undefined): Promise<void> {
  if (!session) return;
  if (topicsIn(session.study).length === 0) return offerGuide(session);
  const title = await askText({
    title: say('newTranscript.title'),
    prompt: say('newTranscript.titlePrompt'),
    step: [1, 2],
    refuse: (text) => (text.trim() === '' ? say('newTranscript.titleEmpty') : undefined),
  });
  if (title === undefined) return;
  const picked = await pickCase(session);
  if (!picked) return;
  const { study } = session;
  const taken = new Set((await pathsIn(session)).map((path) => path.toLowerCase()));
  let path = newTranscriptPath(study, title, (one) => taken.has(one.toLowerCase()));
  // What the editor is told to leave out of searches is there all the same.
  while (await isFile(session.uriOf(path))) {
    taken.add(path.toLowerCase());
    path = newTranscriptPath(study, title, (one) => taken.has(one.toLowerCase()));
  }
  if (await isLink(vscode.Uri.joinPath(session.uriOf(path), '..'))) {
    void vscode.window.showWarningMessage(say('newTranscript.folderIsLink'));
    return;
  }
  if (!settingsOf(study.settings).isTranscript(path)) {
    void vscode.window.showWarningMessage(say('newTranscript.notMatched', { file: path }));
    return;
  }
  const text = newTranscriptText(study, { title: title.replace(/\s+/g, ' ').trim(), ...picked });
  const uri = session.uriOf(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  // A table of cases that lacks the new one would be reported at once.
  if (picked.case !== undefined && study.cases.cases.size > 0) {
    const asked = addCase(session.study, picked.case);
    if ('operation' in asked) session.apply(asked.operation);
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const answer = document.positionAt(Math.max(text.indexOf('**R:** '), 0));
  const end = document.lineAt(answer).range.end;
  await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(end, end) });
}

/** One of the cases, a new one by the name that was typed, or none; undefined when the user thinks better of it. */
function pickCase({ study }: StudySession): Promise<{ readonly case?: string } | undefined> {
  interface Row extends vscode.QuickPickItem {
    readonly name?: string;
  }
  const cases = [...documentsByCase(study)];
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = say('newTranscript.caseTitle');
  picker.placeholder = say('newTranscript.casePlaceholder');
  picker.step = 2;
  picker.totalSteps = 2;
  picker.ignoreFocusOut = true;
  const known = cases.map(
    ([name, documents]): Row => ({
      label: name,
      description: say('newTranscript.interviews', { count: documents.length }),
      name,
    }),
  );
  const none: Row = { label: `$(circle-slash) ${say('subject.noCase')}`, alwaysShow: true };
  const show = () => {
    const name = picker.value.trim();
    const isNew = name !== '' && !cases.some(([one]) => one.toLowerCase() === name.toLowerCase());
    const own: Row = {
      label: `$(add) ${say('newTranscript.newCase', { name })}`,
      alwaysShow: true,
      name,
    };
    picker.items = [...known, ...(isNew ? [own] : []), ...(name === '' ? [none] : [])];
  };
  show();
  return new Promise((resolve) => {
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      const [row] = picker.activeItems;
      resolve(row && (row.name === undefined ? {} : { case: row.name }));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** The Markdown files in the study's folder, study-relative. */
async function pathsIn(session: StudySession): Promise<readonly string[]> {
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(session.root, '**/*.md'));
  return found.flatMap((uri) => session.pathOf(uri) ?? []);
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
