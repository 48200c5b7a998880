import * as vscode from 'vscode';
import {
  type Asked,
  addCase,
  mergeCases,
  nameRefused,
  renameCase,
} from '../../core/study/attributeChanges.ts';
import type { AttributeOwner } from '../../core/study/attributeValues.ts';
import { documentName, documentsByCase } from '../../core/study/sources.ts';
import type { Subject } from '../../core/study/subject.ts';
import type { CommandRow } from '../commands/register.ts';
import { transcriptIn } from '../inTranscript.ts';
import { askText } from '../picker/askText.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { DocumentsElement, DocumentsView } from '../views/documentsView.ts';
import { elementsMeant, type TreeArguments } from '../views/elementsMeant.ts';
import { editAttribute } from './editAttribute.ts';

/** The commands about cases, and about the attributes of cases and documents. */
export function attributeCommands(sessions: Sessions, view: DocumentsView): readonly CommandRow[] {
  return [
    {
      id: 'documents.editAttribute',
      run: (...args: TreeArguments<DocumentsElement>) => edit(sessions, elementsMeant(view.view, args)),
    },
    { id: 'documents.addCase', run: () => newCase(sessions.active) },
    {
      id: 'documents.renameCase',
      run: (...args: TreeArguments<DocumentsElement>) =>
        rename(sessions.active, elementsMeant(view.view, args)),
    },
    {
      id: 'documents.mergeCases',
      run: (...args: TreeArguments<DocumentsElement> | readonly [from: string, into: string]) =>
        merge(sessions.active, view, args),
    },
  ];
}

async function edit(sessions: Sessions, elements: readonly DocumentsElement[] | undefined): Promise<void> {
  const session = sessions.active;
  if (!session) return;
  const owners = elements ? ownersOf(elements) : await ownersAsked(sessions, session);
  if (owners.length > 0) return editAttribute(session, owners);
  if (elements) void vscode.window.showInformationMessage(say('attributes.nothingMeant'));
}

/** Documents and cases have attributes of their own: of a mixed selection those of the first row's kind are meant. */
function ownersOf(elements: readonly Subject[]): readonly AttributeOwner[] {
  const owners = elements.flatMap((element): readonly AttributeOwner[] => {
    if (element.kind === 'document') return [element];
    return element.kind === 'case' && element.name !== undefined
      ? [{ kind: 'case', name: element.name }]
      : [];
  });
  return owners.filter(({ kind }) => kind === owners[0]?.kind);
}

/** From the palette: the transcript in the editor, or else what the user chooses. */
async function ownersAsked(sessions: Sessions, session: StudySession): Promise<readonly AttributeOwner[]> {
  const where = transcriptIn(sessions, vscode.window.activeTextEditor);
  if (where) return [{ kind: 'document', path: where.document.path }];
  const { study } = session;
  const rows = [
    ...[...documentsByCase(study).keys()].map((name) => ({
      label: name,
      iconPath: new vscode.ThemeIcon('briefcase'),
      owner: { kind: 'case', name } as const,
    })),
    ...[...study.documents.values()].map(({ path }) => ({
      label: documentName(path),
      iconPath: vscode.ThemeIcon.File,
      owner: { kind: 'document', path } as const,
    })),
  ];
  const picked = await vscode.window.showQuickPick(rows, { title: say('attributes.ofWhat') });
  return picked ? [picked.owner] : [];
}

async function newCase(session: StudySession | undefined): Promise<void> {
  if (!session) return;
  const name = await askCaseName(session, say('cases.addTitle'), '');
  if (name === undefined) return;
  apply(session, addCase(session.study, name));
}

async function rename(
  session: StudySession | undefined,
  elements: readonly DocumentsElement[] | undefined,
): Promise<void> {
  const element = elements?.find(({ kind }) => kind === 'case');
  if (!session || element?.kind !== 'case' || element.name === undefined) return;
  const from = element.name;
  const name = await askCaseName(session, say('cases.renameTitle', { name: from }), from);
  if (name === undefined || name === from) return;
  apply(session, renameCase(session.study, from, name));
}

async function askCaseName(session: StudySession, title: string, was: string): Promise<string | undefined> {
  const text = await askText({
    title,
    prompt: say('cases.namePrompt'),
    value: was,
    refuse: (typed) => {
      const refused = nameRefused(session.study, typed.trim(), was === '' ? undefined : was);
      return refused && sentenceOf(refused);
    },
  });
  return text?.trim();
}

/** Makes one case of two: of the names that the quick fix gives, or of the chosen case and another to be named. */
async function merge(
  session: StudySession | undefined,
  view: DocumentsView,
  [first, second]: TreeArguments<DocumentsElement> | readonly [from: string, into: string],
): Promise<void> {
  if (!session) return;
  if (typeof first === 'string' && first !== 'selection' && typeof second === 'string')
    return apply(session, mergeCases(session.study, first, second));
  const given = [first, second] as TreeArguments<DocumentsElement>;
  const element = elementsMeant(view.view, given)?.find(({ kind }) => kind === 'case');
  if (element?.kind !== 'case' || element.name === undefined) return;
  const from = element.name;
  const others = [...documentsByCase(session.study).keys()].filter((name) => name !== from);
  const into = await vscode.window.showQuickPick(others, { title: say('cases.mergeTitle', { name: from }) });
  if (into !== undefined) apply(session, mergeCases(session.study, from, into));
}

function apply(session: StudySession, asked: Asked): void {
  if ('refused' in asked) void vscode.window.showWarningMessage(sentenceOf(asked.refused));
  else session.apply(asked.operation);
}
