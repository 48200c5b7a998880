import * as vscode from 'vscode';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import { linksTo } from '../../core/study/memoLinks.ts';
import type { Quotation } from '../../core/study/model.ts';
import { quotationsAt } from '../../core/study/quotations.ts';
import { appendMemos } from '../memos/memoNames.ts';
import { offsetOf, rangeOf } from '../positions.ts';
import { appendRelations } from '../relations/relationText.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { WrappingMarkdown } from '../wrappingMarkdown.ts';

/** The commands that a hover may run. What is shown of the study is text only, so that data cannot add links. */
const actions = [
  ['quotations.recode', 'hover.recode'],
  ['quotations.comment', 'hover.comment'],
  ['quotations.star', 'hover.star'],
  ['quotations.copy', 'hover.copy'],
  ['memos.show', 'hover.memos'],
  ['quotations.delete', 'hover.delete'],
] as const;

/** Shows the quotations under the pointer: codes with their path and definition, comment, coder, memos, and what can be done. */
export function registerHover(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: '**/*' },
    {
      provideHover(textDocument, position) {
        const session = sessions.of(textDocument.uri);
        const document = session?.documentOf(textDocument.uri);
        if (!session || !document) return undefined;
        const offset = offsetOf(textDocument, position);
        const quotations = quotationsAt(document, { start: offset, end: offset });
        const [first] = quotations;
        if (!first) return undefined;
        return new vscode.Hover(
          quotations.map((quotation) => describe(session, quotation)),
          rangeOf(textDocument, first),
        );
      },
    },
  );
}

function describe(session: StudySession, quotation: Quotation): vscode.MarkdownString {
  const { codebook, settings } = session.study;
  const tree = codeTreeOf(codebook);
  const text = new WrappingMarkdown('', true);
  text.isTrusted = { enabledCommands: actions.map(([command]) => `codeboom.${command}`) };
  if (quotation.star) text.appendMarkdown('$(star-full) ');
  if (quotation.codes.length === 0) text.appendText(say('quotation.noCodes'));
  for (const [index, id] of quotation.codes.entries()) {
    if (index > 0) text.appendMarkdown('\n\n');
    const path = tree.pathTo(id).map(({ name }) => name);
    text.appendMarkdown('$(tag) **');
    text.appendText(path.length > 0 ? path.join(' › ') : id);
    text.appendMarkdown('**');
    const definition = codebook.codes.get(id)?.definition;
    if (definition !== undefined) {
      text.appendMarkdown('  \n');
      text.appendText(definition);
    }
  }
  if (quotation.comment !== undefined) {
    text.appendMarkdown('\n\n$(comment) ');
    text.appendText(quotation.comment);
  }
  appendRelations(text, session.study, `quotation:${quotation.id}`);
  if (quotation.coder !== '') {
    const coder = settings.coders?.find(({ id }) => id === quotation.coder)?.name ?? quotation.coder;
    text.appendMarkdown('\n\n$(account) ');
    text.appendText(coder);
  }
  const about = { kind: 'quotation', id: quotation.id } as const;
  appendMemos(text, session.study, about);
  const argument = encodeURIComponent(JSON.stringify([{ quotation: quotation.id }]));
  const offered = actions.filter(
    ([command]) => command !== 'memos.show' || linksTo(session.study, about).length > 0,
  );
  const links = offered.map(([command, key]) => `[${say(key)}](command:codeboom.${command}?${argument})`);
  text.appendMarkdown(`\n\n${links.join(' · ')}`);
  return text;
}
