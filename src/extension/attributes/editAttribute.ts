import * as vscode from 'vscode';
import { setAttribute } from '../../core/study/attributeChanges.ts';
import {
  type AttributeOwner,
  attributesFor,
  isAttributeName,
  valuesOf,
} from '../../core/study/attributeValues.ts';
import { documentName } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import { askText } from '../picker/askText.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import { pickValues } from './pickValues.ts';

/** Edit Attribute…: which attribute of some documents or cases, and which value; one step to undo. */
export async function editAttribute(session: StudySession, owners: readonly AttributeOwner[]): Promise<void> {
  const [first] = owners;
  if (!first) return;
  const owner = nameOf(owners);
  const name = await pickAttribute(session.study, owners, say('attributes.whichTitle', { owner }));
  if (name === undefined) return;
  const title = say('attributes.valueTitle', { name, owner });
  const values = await pickValues(session.study, owners, name, title);
  if (!values) return;
  const asked = setAttribute(session.study, owners, name, values);
  if ('refused' in asked) void vscode.window.showWarningMessage(sentenceOf(asked.refused));
  else session.apply(asked.operation);
}

function nameOf(owners: readonly AttributeOwner[]): string {
  const [first] = owners;
  if (owners.length > 1 || !first) return say('attributes.several', { count: owners.length });
  return first.kind === 'case' ? first.name : documentName(first.path);
}

/** The attribute to set: one that others of the sort have, with the value that it has now, or a new one. */
async function pickAttribute(
  study: Study,
  owners: readonly AttributeOwner[],
  title: string,
): Promise<string | undefined> {
  const [first] = owners;
  const kind = first?.kind ?? 'document';
  const rows = attributesFor(study, kind).map((name) => ({
    label: name,
    description: [...new Set(owners.map((owner) => valuesOf(study, owner, name).join(' | ') || '–'))].join(
      ' · ',
    ),
    name,
  }));
  const another = { label: `$(add) ${say('attributes.new')}`, name: undefined, alwaysShow: true };
  const picked = await vscode.window.showQuickPick([...rows, another], {
    title,
    placeHolder: say('attributes.whichPlaceholder'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked || picked.name !== undefined) return picked?.name;
  return askText({
    title: say('attributes.newTitle'),
    prompt: say(kind === 'case' ? 'attributes.newCasePrompt' : 'attributes.newPrompt'),
    refuse: (text) => (isAttributeName(kind, text.trim()) ? undefined : say('attributes.nameRefused')),
  }).then((text) => text?.trim());
}
