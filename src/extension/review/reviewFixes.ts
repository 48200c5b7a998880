import * as vscode from 'vscode';
import type { Quotation } from '../../core/study/model.ts';
import { quotationsInDoubt } from '../../core/study/review.ts';
import type { MessageKey } from '../../messages/english.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import type { ReviewElement } from './reviewView.ts';

const fixes = {
  review: [
    ['review.fixAccept', 'review.accept'],
    ['review.fixAlike', 'review.acceptAlike'],
    ['review.fixCompare', 'review.compare'],
    ['review.fixChoose', 'review.choosePlace'],
    ['review.fixKeep', 'review.keepLost'],
  ],
  lost: [
    ['review.fixChoose', 'review.choosePlace'],
    ['review.fixCompare', 'review.compare'],
    ['review.fixKeep', 'review.keepLost'],
  ],
} as const;

/** Offers the commands of the review as quick fixes of what the Problems panel says of quotations in doubt. */
export function registerReviewFixes(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**/*' },
    {
      provideCodeActions(textDocument, range, { diagnostics }) {
        const document = sessions.of(textDocument.uri)?.documentOf(textDocument.uri);
        if (!document) return [];
        const offered = new Set<Quotation>();
        return diagnostics.flatMap((found) => {
          const state = stateOf(found);
          if (!state) return [];
          const meant = quotationsInDoubt(document).filter((quotation) => {
            const own = rangeOf(textDocument, quotation);
            const isThere =
              state === 'lost' ? own.start.isEqual(found.range.start) : own.isEqual(found.range);
            return quotation.anchor?.state === state && isThere && !offered.has(quotation);
          });
          // Two may be in doubt at one place; each has a problem of its own.
          const [quotation] = meant;
          if (!quotation) return [];
          offered.add(quotation);
          const chosen = range.isEmpty ? [] : ([['review.fixReattach', 'review.reattach']] as const);
          return [...fixes[state], ...chosen].map(([title, command]) =>
            fix(title, command, quotation, found),
          );
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function stateOf({ source, code }: vscode.Diagnostic): 'review' | 'lost' | undefined {
  if (source !== 'Codeboom') return undefined;
  if (code === 'quotation.review') return 'review';
  return code === 'quotation.lost' ? 'lost' : undefined;
}

function fix(
  title: MessageKey,
  command: string,
  { id, document }: Quotation,
  found: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(say(title), vscode.CodeActionKind.QuickFix);
  const element: ReviewElement = { kind: 'quotation', document, quotation: id };
  action.command = { title: say(title), command: `codeboom.${command}`, arguments: [element] };
  action.diagnostics = [found];
  return action;
}
