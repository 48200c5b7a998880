import * as vscode from 'vscode';
import { moveDocumentReferences } from '../../core/chapters/moveReferences.ts';
import { resealed } from '../../core/chapters/resealed.ts';
import type { FileNameReplacement } from '../../core/privacy/fileNames.ts';
import type { NameReplacement } from '../../core/privacy/nameReplacements.ts';
import {
  type Pseudonymisation,
  pseudonymisation,
  pseudonymise,
} from '../../core/privacy/pseudonymisation.ts';
import { readSidecarPath } from '../../core/study/sidecarPath.ts';
import { filesOfStudy } from '../../store/textFiles.ts';
import { pickSubject } from '../picker/subjectPicker.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { previewNames } from './previewNames.ts';
import { registerOf } from './register.ts';

/** Pseudonymise Study…: every name in every file, to tick; one step to undo. */
export async function pseudonymiseStudy(sessions: Sessions): Promise<void> {
  const session = sessions.active;
  if (session) await pseudonymiseFiles(session, () => true);
}

/** Pseudonymise Document…: as for the study, in one transcript and its sidecars, or in the memo or chapter that is open. */
export async function pseudonymiseDocument(sessions: Sessions, path: string | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const session = (editor && sessions.of(editor.document.uri)) ?? sessions.active;
  if (!session) return;
  const open = editor && session.pathOf(editor.document.uri);
  const meant = path ?? open ?? (await chosenDocument(session));
  if (meant !== undefined) await pseudonymiseFiles(session, (file) => isOf(file, meant));
}

function isOf(file: string, document: string): boolean {
  return file === document || readSidecarPath(file, (path) => path === document)?.document === document;
}

async function chosenDocument({ study }: StudySession): Promise<string | undefined> {
  const subject = await pickSubject(
    { ...study, codebook: { codes: new Map(), sets: new Map() } },
    say('pseudonymise.which'),
  );
  return subject?.kind === 'document' ? subject.path : undefined;
}

async function pseudonymiseFiles(session: StudySession, isMeant: (path: string) => boolean): Promise<void> {
  const plan = await planFor(session, isMeant);
  if (!plan) return;
  if (plan.replacements.length + plan.fileNames.length === 0) {
    void vscode.window.showInformationMessage(say('pseudonymise.nothing'));
    return;
  }
  const chosen = await previewNames(session, plan);
  if (chosen) await makeReplacements(session, plan, chosen.replacements, chosen.fileNames);
}

/** Puts pseudonyms in the place of exactly these names; where nothing is left of the choice, nothing is done. */
export async function makeReplacements(
  session: StudySession,
  { files }: Pseudonymisation,
  replacements: readonly NameReplacement[],
  fileNames: readonly FileNameReplacement[],
): Promise<void> {
  if (replacements.length + fileNames.length === 0) return;
  const moves = new Map(fileNames.map(({ from, to }) => [from, to] as const));
  const links = moveDocumentReferences(session.study, moves);
  const change = pseudonymise(files, replacements, fileNames, resealed, links);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: say('pseudonymise.working') },
    () => session.applyToFiles(change),
  );
}

/** What pseudonyms can take the place of; undefined, and said, where there is no register or something is in the way. */
export async function planFor(
  session: StudySession,
  isMeant: (path: string) => boolean,
): Promise<Pseudonymisation | undefined> {
  const register = await registerOf(session);
  if (!register) return undefined;
  if (register.pseudonyms.length === 0) {
    void vscode.window.showInformationMessage(say('pseudonymise.noRegister'));
    return undefined;
  }
  if (!(await saveOpenFiles(session))) return undefined;
  await session.savePlaces();
  const read = await filesOfStudy(session.files);
  const codes = new Set(session.study.codebook.codes.keys());
  const plan = pseudonymisation({ ...read, codes }, register, isMeant);
  if (!('errors' in plan)) return plan;
  const [first] = plan.errors;
  if (first) void vscode.window.showErrorMessage(sentenceOf(first.message));
  return undefined;
}

/** What is on disk is what is changed: edits that are not saved are saved first, if the user agrees. */
async function saveOpenFiles(session: StudySession): Promise<boolean> {
  const dirty = vscode.workspace.textDocuments.filter(
    ({ uri, isDirty, isUntitled }) => isDirty && !isUntitled && session.pathOf(uri) !== undefined,
  );
  if (dirty.length === 0) return true;
  const save = say('pseudonymise.save');
  const files = dirty.map(({ uri }) => session.pathOf(uri)).join(', ');
  const answer = await vscode.window.showWarningMessage(
    say('pseudonymise.unsaved', { files }),
    { modal: true },
    save,
  );
  if (answer !== save) return false;
  const saved = await Promise.all(dirty.map((document) => document.save()));
  await session.saved();
  return saved.every((isSaved) => isSaved);
}
