import type * as vscode from 'vscode';
import type { Memo } from '../../core/study/memo.ts';
import type { LinkTarget } from '../../core/study/memoLinks.ts';
import { findQuotation } from '../../core/study/quotations.ts';
import { rolledUpCounts } from '../../core/study/rolledUpCounts.ts';
import type { Study } from '../../core/study/study.ts';
import { codeTooltip } from '../views/codeItem.ts';
import { caseTooltip, documentTooltip } from '../views/documentItem.ts';
import { quotationTooltip } from '../views/quotationItem.ts';
import { WrappingMarkdown } from '../wrappingMarkdown.ts';
import { dateOf } from './memoItem.ts';
import { appendMemos, memoTypeName } from './memoNames.ts';

/** How much of a memo is enough to know it by, in UTF-16 code units. */
const beginning = 300;

/** What is known of something that a memo links to; data as text only, so that it cannot add links. */
export function targetTooltip(study: Study, target: LinkTarget): vscode.MarkdownString | undefined {
  const { kind, id } = target;
  switch (kind) {
    case 'code': {
      const code = study.codebook.codes.get(id);
      return code && codeTooltip(study, code, rolledUpCounts(study).get(id) ?? { codings: 0, documents: 0 });
    }
    case 'quotation': {
      const quotation = findQuotation(study, id);
      return quotation && quotationTooltip(study, quotation);
    }
    case 'document': {
      const document = study.documents.get(id);
      return document && documentTooltip(study, document);
    }
    case 'case':
      return caseTooltip(study, id);
    case 'memo': {
      const memo = study.memos.get(id);
      return memo && memoTooltip(study, memo);
    }
  }
}

/** The title, type and date of a memo, how it begins, and the memos that link to it. */
function memoTooltip(study: Study, memo: Memo): vscode.MarkdownString {
  const text = new WrappingMarkdown('**').appendText(memo.title).appendMarkdown('**\n\n');
  text.appendText(
    [memoTypeName(memo.type), ...[dateOf(memo)].filter((date) => date !== undefined)].join(' · '),
  );
  const body = memo.text
    .slice(memo.bodyStart)
    .replace(/^\s*#[^\n]*\n/, '')
    .trim();
  if (body !== '') {
    text.appendMarkdown('\n\n');
    const isCut = body.length > beginning;
    text.appendText(isCut ? `${body.slice(0, beginning).replace(/[\uD800-\uDBFF]$/, '')}…` : body);
  }
  appendMemos(text, study, { kind: 'memo', id: memo.path });
  return text;
}
