import * as vscode from 'vscode';
import { type Coverage, coverageOf } from '../../core/analysis/coverage.ts';
import { listOfTexts } from '../../core/study/attributes.ts';
import { isPlaced } from '../../core/study/counts.ts';
import type { AttributeValue, StudyDocument } from '../../core/study/model.ts';
import { attributesOf, caseOf, documentName } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import { percentOf } from '../coverage/percent.ts';
import { appendMemos } from '../memos/memoNames.ts';
import { say } from '../say.ts';
import { WrappingMarkdown } from '../wrappingMarkdown.ts';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** The quotations of some documents that count. */
export function countIn(documents: readonly StudyDocument[]): number {
  return documents.reduce((sum, { quotations }) => sum + quotations.filter(isPlaced).length, 0);
}

/**
 * A row for a document: its quotations, how much of it is coded as far as that is known, and, in short, which interview it is. A
 * click opens it; of a transcript that is gone it shows what is left.
 */
export function documentItem(
  document: StudyDocument,
  {
    uri,
    coverage,
    showQuotations,
  }: {
    readonly uri: vscode.Uri;
    readonly coverage: Coverage | undefined;
    readonly showQuotations: vscode.Command;
  },
): vscode.TreeItem {
  const item = new vscode.TreeItem(documentName(document.path));
  const count = countIn([document]);
  const isMissing = document.transcript === undefined;
  const brief = isMissing ? [say('documents.missing')] : briefly(attributesOf(document));
  item.id = `document/${document.path}`;
  const share = coverage && !isMissing ? percentOf(coverage.respondents) : undefined;
  item.description = [String(count), ...(share === undefined ? [] : [share]), ...brief].join(' · ');
  item.contextValue = 'document';
  item.accessibilityInformation = {
    label: [
      documentName(document.path),
      say('documents.quotations', { count }),
      ...(share === undefined ? [] : [say('documents.coverage', { share })]),
      ...brief,
    ].join(', '),
  };
  if (isMissing) {
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    item.command = showQuotations;
  } else {
    item.iconPath = vscode.ThemeIcon.File;
    item.resourceUri = uri;
    item.command = { command: 'vscode.open', title: say('documents.openTranscript'), arguments: [uri] };
  }
  return item;
}

/** A row for a case; without a name for the documents that have none. */
export function caseItem(name: string | undefined, documents: readonly StudyDocument[]): vscode.TreeItem {
  const label = name ?? say('subject.noCase');
  const item = new vscode.TreeItem(
    label,
    documents.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
  );
  const count = countIn(documents);
  item.id = name === undefined ? 'no case' : `case/${name}`;
  item.description = String(count);
  item.contextValue = 'case';
  item.iconPath = new vscode.ThemeIcon('briefcase');
  item.accessibilityInformation = {
    label: [label, say('documents.case', { documents: documents.length, count })].join(', '),
  };
  return item;
}

/** All attributes of a document, how much is coded of what each says, and its memos; data as text only, so that it cannot add links. */
export function documentTooltip(study: Study, document: StudyDocument): vscode.MarkdownString {
  if (!document.transcript) {
    const { path, quotations } = document;
    return new WrappingMarkdown().appendText(
      say('documents.missingDetail', { path, count: quotations.length }),
    );
  }
  const name = caseOf(document);
  const text = attributesTooltip(document.path, {
    ...(name !== undefined && { case: name }),
    ...attributesOf(document),
  });
  const { respondents, speakers } = coverageOf(study, document);
  text.appendMarkdown('\n\n').appendText(say('documents.coverageDetail', { share: percentOf(respondents) }));
  for (const speaker of speakers) {
    const row = [speaker.name ?? say('coverage.unnamed'), percentOf(speaker)].join(': ');
    text.appendMarkdown('\n\n$(account) ').appendText(row);
  }
  appendMemos(text, study, { kind: 'document', id: document.path });
  return text;
}

/** All attributes of a case and the memos that link to it. */
export function caseTooltip(study: Study, name: string): vscode.MarkdownString {
  const text = attributesTooltip(name, study.cases.cases.get(name)?.attributes ?? {});
  appendMemos(text, study, { kind: 'case', id: name });
  return text;
}

function attributesTooltip(title: string, attributes: Attributes): vscode.MarkdownString {
  const text = new WrappingMarkdown('**', true).appendText(title).appendMarkdown('**');
  for (const [name, value] of Object.entries(attributes)) {
    text.appendMarkdown('\n\n*').appendText(name).appendMarkdown(':* ');
    text.appendText(listOfTexts(value).join(', '));
  }
  return text;
}

const longestBrief = 24;

/** The first attribute, such as the organisation, and the first date, where they are short. */
function briefly(attributes: Attributes): readonly string[] {
  const texts = Object.entries(attributes)
    .filter(([name]) => name !== 'type')
    .map(([, value]) => listOfTexts(value).join(', '))
    .filter((text) => text !== '' && text.length <= longestBrief);
  const first = texts.find((text) => !isDate(text));
  const date = texts.find(isDate);
  return [first, date].filter((text) => text !== undefined);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}(-\d{2})?$/.test(text);
}
