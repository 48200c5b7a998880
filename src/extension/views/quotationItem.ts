import * as vscode from 'vscode';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import type { Quotation } from '../../core/study/model.ts';
import { quotationText } from '../../core/study/quoteStyle.ts';
import { documentName } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import { positionAt } from '../../core/text/lines.ts';
import { codeIcon } from '../codeIcon.ts';
import { appendMemos } from '../memos/memoNames.ts';
import { appendRelations } from '../relations/relationText.ts';
import { say } from '../say.ts';
import { WrappingMarkdown } from '../wrappingMarkdown.ts';

/** A row for one quotation; VS Code shows no more of a label than fits. */
const longestLabel = 300;

/**
 * A row of the quotations view: the words as speech and where they stand. Its tooltip is made when it is asked for.
 *
 * @param compared codes by which quotations are compared; where these are more than one, the row names those that it has
 */
export function quotationItem(
  study: Study,
  quotation: Quotation,
  command: vscode.Command,
  compared: readonly string[] = [],
): vscode.TreeItem {
  const text = quotationText(study, quotation);
  const item = new vscode.TreeItem(text.length > longestLabel ? `${text.slice(0, longestLabel)}…` : text);
  const place = sourceName(study, quotation);
  item.id = quotation.id;
  const shared = compared.length > 1 ? quotation.codes.filter((code) => compared.includes(code)) : [];
  item.description = [place, ...namesOf(study, shared)].join(' · ');
  item.iconPath = iconOf(study, quotation);
  item.contextValue = quotation.star ? 'quotation.starred' : 'quotation';
  item.command = command;
  item.accessibilityInformation = {
    label: [
      text,
      place,
      namesOf(study, quotation.codes).join(', ') || say('quotation.noCodes'),
      ...(quotation.star ? [say('quotations.starred')] : []),
      ...(quotation.comment === undefined ? [] : [say('quotations.commented')]),
    ].join(' – '),
  };
  return item;
}

/** All the words of a quotation, its codes, comment and the memos that link to it; data as text only, so that it cannot add links. */
export function quotationTooltip(study: Study, quotation: Quotation): vscode.MarkdownString {
  const tree = codeTreeOf(study.codebook);
  const text = new WrappingMarkdown('', true);
  text.appendText(quotationText(study, quotation));
  text.appendMarkdown('\n\n');
  text.appendText(sourceName(study, quotation));
  for (const id of quotation.codes) {
    text.appendMarkdown('\n\n$(tag) ');
    text.appendText(
      tree
        .pathTo(id)
        .map(({ name }) => name)
        .join(' › ') || id,
    );
  }
  if (quotation.comment !== undefined) {
    text.appendMarkdown('\n\n$(comment) ');
    text.appendText(quotation.comment);
  }
  appendRelations(text, study, `quotation:${quotation.id}`);
  appendMemos(text, study, { kind: 'quotation', id: quotation.id });
  return text;
}

function namesOf(study: Study, codes: readonly string[]): readonly string[] {
  return codes.map((id) => study.codebook.codes.get(id)?.name ?? id);
}

/** Where a quotation stands, and whose it is. */
export function sourceName(study: Study, quotation: Quotation): string {
  return [placeName(study, quotation), ...coderName(study, quotation)].join(' · ');
}

/** The coder, where one is named: two may have quoted the same words. */
function coderName({ settings }: Study, { coder }: Quotation): readonly string[] {
  return coder === '' ? [] : [settings.coders?.find(({ id }) => id === coder)?.name ?? coder];
}

function placeName(study: Study, quotation: Quotation): string {
  const document = documentName(quotation.document);
  if (quotation.anchor?.state === 'lost') return say('quotations.lost', { document });
  const transcript = study.documents.get(quotation.document)?.transcript;
  if (!transcript) return document;
  const line = positionAt(transcript, quotation.start).line + 1;
  const place = say('quotations.place', { document, line });
  return quotation.anchor?.state === 'review' ? say('quotations.review', { place }) : place;
}

function iconOf({ codebook }: Study, { anchor, star, codes }: Quotation): vscode.ThemeIcon | vscode.Uri {
  if (anchor) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  if (star) return new vscode.ThemeIcon('star-full');
  const [code] = codes.flatMap((id) => codebook.codes.get(id) ?? []);
  return code ? codeIcon(codebook, code) : new vscode.ThemeIcon('circle-outline');
}
