import * as vscode from 'vscode';
import { documentsWithText, topicCoverage } from '../../core/analysis/topicCoverage.ts';
import type { StudyDocument } from '../../core/study/model.ts';
import { caseOf, documentName } from '../../core/study/sources.ts';
import { codesOfTopic, type Topic, topicKey, topicsIn } from '../../core/study/topics.ts';
import { sectionsOf } from '../../core/text/headings.ts';
import { revealQuotation } from '../revealQuotation.ts';
import { say } from '../say.ts';
import { selectRange } from '../selectRange.ts';
import type { StudySession } from '../session.ts';
import { offerGuide } from './guide.ts';

/**
 * Show Topic Coverage: in how many interviews each topic of the guide is coded; of the one chosen, in which it is and in which
 * it is not. Enter goes to the first quotation about it, or to its heading.
 */
export async function showTopicCoverage(session: StudySession | undefined): Promise<void> {
  if (!session) return;
  const topics = topicsIn(session.study);
  if (topics.length === 0) return offerGuide(session);
  const { study } = session;
  const about = topicCoverage(study, () => true, true);
  const documents = documentsWithText(study);
  const rows = topics.map((topic) => {
    const found = documents.map((document) => ({ document, quotations: about(document, topic) }));
    const covered = found.filter(({ quotations }) => quotations.length > 0);
    return {
      label: `${'    '.repeat(topic.depth)}${topic.title}`,
      description: [
        say('topics.covered', { covered: covered.length, count: documents.length }),
        say('documents.quotations', { count: covered.reduce((sum, one) => sum + one.quotations.length, 0) }),
        ...codesOfTopic(study, topic).map((id) => study.codebook.codes.get(id)?.name ?? id),
      ].join(' · '),
      iconPath: new vscode.ThemeIcon(
        covered.length === documents.length
          ? 'pass-filled'
          : covered.length > 0
            ? 'pass'
            : 'circle-large-outline',
      ),
      topic,
      found,
    };
  });
  const picked = await vscode.window.showQuickPick(rows, {
    title: say('topics.coverageTitle'),
    placeHolder: say('topics.coveragePlaceholder'),
    matchOnDescription: true,
  });
  if (!picked) return;
  const where = await vscode.window.showQuickPick(
    picked.found.map(({ document, quotations }) => ({
      label: documentName(document.path),
      description: [
        caseOf(document),
        quotations.length > 0
          ? say('documents.quotations', { count: quotations.length })
          : say('topics.notCoded'),
      ]
        .filter((text) => text !== undefined)
        .join(' · '),
      iconPath: new vscode.ThemeIcon(quotations.length > 0 ? 'pass' : 'circle-large-outline'),
      document,
      quotations,
    })),
    { title: say('topics.coverageOf', { topic: picked.topic.title }), matchOnDescription: true },
  );
  const [first] = where?.quotations ?? [];
  if (first) await revealQuotation(session, first.id);
  else if (where) await openAt(session, where.document, picked.topic);
}

/** Opens a transcript at the heading of a topic, or at its beginning. */
async function openAt(session: StudySession, document: StudyDocument, topic: Topic): Promise<void> {
  const editor = await vscode.window.showTextDocument(session.uriOf(document.path));
  const { transcript } = session.study.documents.get(document.path) ?? document;
  const sections = transcript ? sectionsOf(transcript) : [];
  const section = sections.find(({ title }) => topicKey(title) === topicKey(topic.title));
  if (section) selectRange(editor, section.heading);
}
