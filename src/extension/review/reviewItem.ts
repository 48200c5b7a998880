import * as vscode from 'vscode';
import type { Quotation } from '../../core/study/model.ts';
import { quotationText } from '../../core/study/quoteStyle.ts';
import { wordsAsCoded } from '../../core/study/review.ts';
import { documentName } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import { positionAt } from '../../core/text/lines.ts';
import { type DiffPart, wordDiff } from '../../core/text/wordDiff.ts';
import { say, sentenceOf } from '../say.ts';
import { WrappingMarkdown } from '../wrappingMarkdown.ts';

/** A row for a quotation in doubt: its words, the line, and what is in doubt. Its tooltip is made when it is asked for. */
export function reviewItem(study: Study, quotation: Quotation, command: vscode.Command): vscode.TreeItem {
  const words = quotationText(study, quotation);
  const item = new vscode.TreeItem(shortWords(words));
  item.id = quotation.id;
  item.description = placeAndState(study, quotation);
  item.iconPath = iconOf(quotation);
  item.contextValue = stateOf(quotation);
  item.command = command;
  const coded = wordsAsCoded(quotation);
  item.accessibilityInformation = {
    label: [
      words,
      documentName(quotation.document),
      item.description,
      ...(coded === quotation.exact ? [] : [say('review.codedAs', { words: coded })]),
    ].join(' – '),
  };
  return item;
}

/** The line that a quotation is at, and what is in doubt. */
export function placeAndState(study: Study, quotation: Quotation): string {
  const transcript = study.documents.get(quotation.document)?.transcript;
  const line = transcript ? positionAt(transcript, quotation.start).line + 1 : 1;
  const state = doubtOf(quotation);
  return quotation.anchor?.state === 'lost' ? state : `${say('review.line', { line })} · ${state}`;
}

/** What the rows of the view are called in the `when` of a command. */
function stateOf({ anchor }: Quotation): 'review' | 'lost' | 'kept' {
  if (anchor?.state !== 'lost') return 'review';
  return anchor.kept ? 'kept' : 'lost';
}

function doubtOf(quotation: Quotation): string {
  const { anchor } = quotation;
  if (anchor?.state === 'review') return sentenceOf({ key: anchor.reason, values: {} });
  return say(stateOf(quotation) === 'kept' ? 'review.kept' : 'review.lost');
}

function iconOf(quotation: Quotation): vscode.ThemeIcon {
  switch (stateOf(quotation)) {
    case 'review':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'lost':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
    case 'kept':
      return new vscode.ThemeIcon('circle-slash');
  }
}

/** The words as coded and as they are now, what changed marked; data as text only, so that it cannot add links. */
export function reviewTooltip(study: Study, quotation: Quotation): vscode.MarkdownString {
  const text = new WrappingMarkdown();
  const coded = wordsAsCoded(quotation);
  const parts = wordDiff(coded, quotation.exact);
  text.appendText(placeAndState(study, quotation));
  text.appendMarkdown('\n\n---\n\n');
  text.appendText(say('review.asCoded'));
  text.appendMarkdown('\n\n');
  appendSide(text, parts, 'removed', '~~');
  if (quotation.anchor?.state === 'lost' || coded === quotation.exact) return text;
  text.appendMarkdown('\n\n---\n\n');
  text.appendText(say('review.asFound'));
  text.appendMarkdown('\n\n');
  appendSide(text, parts, 'added', '**');
  return text;
}

/** One side of a comparison, with a mark around what only this side has. */
function appendSide(
  text: vscode.MarkdownString,
  parts: readonly DiffPart[],
  own: 'removed' | 'added',
  mark: '~~' | '**',
): void {
  for (const { kind, text: words } of parts) {
    if (kind !== 'same' && kind !== own) continue;
    const [, before = '', inside = '', after = ''] =
      /^(\s*)(.*?)(\s*)$/s.exec(words.replace(/\s+/g, ' ')) ?? [];
    text.appendText(before);
    if (inside !== '' && kind === own) {
      // Markdown takes no mark between a letter and a mark of punctuation, but one beside an entity.
      text.appendMarkdown(`&#8203;${mark}`);
      text.appendText(inside);
      text.appendMarkdown(`${mark}&#8203;`);
    } else text.appendText(inside);
    text.appendText(after);
  }
}

/** Words as one line, cut off where they are long. */
export function shortWords(words: string, most = 60): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
