import * as vscode from 'vscode';
import { memoOf } from '../../core/formats/memo.ts';
import { withTopicCodes } from '../../core/formats/topicLinks.ts';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import { topicGuidePath } from '../../core/study/settings.ts';
import { codesOfTopic, type Topic, topicsOf } from '../../core/study/topics.ts';
import { transcriptOf } from '../../core/text/transcript.ts';
import { codeRow } from '../picker/codeRow.ts';
import { pickMany } from '../picker/pickMany.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { showDone } from '../showDone.ts';

/** Open Topic Guide: where there is none yet, a first one is written. */
export async function openTopicGuide(session: StudySession | undefined): Promise<void> {
  if (!session) return;
  const uri = session.uriOf(topicGuidePath);
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!isThere) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(say('topics.firstGuide')));
  await vscode.window.showTextDocument(uri, { preview: false });
}

/** Says what a study lacks whose guide has no topics, and offers to open or make the guide. */
export async function offerGuide(session: StudySession): Promise<void> {
  const { topicGuide } = session.study;
  const open = say(topicGuide ? 'topics.open' : 'topics.make');
  const sentence = say(topicGuide ? 'topics.noHeadings' : 'topics.noGuide');
  if ((await vscode.window.showInformationMessage(sentence, open)) === open) await openTopicGuide(session);
}

/** Link Topic to Codes…: writes the links into the guide, as an edit that Ctrl+Z takes back; a guide that was not open is saved. */
export async function linkTopic(session: StudySession | undefined): Promise<void> {
  if (!session) return;
  if (!session.study.topicGuide) return offerGuide(session);
  const document = await vscode.workspace.openTextDocument(session.uriOf(topicGuidePath));
  // As the editor has it, saved or not.
  const guide = memoOf(topicGuidePath, transcriptOf(document.getText()));
  if (topicsOf(guide).length === 0) return offerGuide(session);
  const { study } = session;
  const picked = await vscode.window.showQuickPick(
    topicsOf(guide).map((topic) => ({
      label: topic.title,
      description: codesOfTopic(study, topic)
        .map((id) => study.codebook.codes.get(id)?.name ?? id)
        .join(', '),
      topic,
    })),
    { title: say('topics.linkTitle'), matchOnDescription: true },
  );
  const codes = picked && (await pickCodes(session, picked.topic));
  if (!picked || !codes || codes.length === 0) return;
  const { range, text } = withTopicCodes(guide, picked.topic, say('topics.codes'), codes);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, range), text);
  const isClean = !document.isDirty;
  if (!(await vscode.workspace.applyEdit(edit))) return;
  if (isClean) await document.save();
  showDone(say('topics.linked', { topic: picked.topic.title, count: codes.length }));
}

async function pickCodes({ study }: StudySession, topic: Topic): Promise<readonly string[] | undefined> {
  const linked = new Set(codesOfTopic(study, topic));
  const rows = codeTreeOf(study.codebook)
    .all.filter(({ id }) => !linked.has(id))
    .map((code) => ({ ...codeRow(study.codebook, code), id: code.id }));
  const picked = await pickMany(rows, {
    title: say('topics.linkCodesTitle', { topic: topic.title }),
    matchOnDescription: true,
  });
  return picked?.map(({ id }) => id);
}
