import * as vscode from 'vscode';
import type { CommandRow } from '../commands/register.ts';
import { inTranscript, quotationsMeant } from '../inTranscript.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { elementsMeant, type TreeArguments } from '../views/elementsMeant.ts';
import type { QuotationsElement, QuotationsView } from '../views/quotationsView.ts';
import type { CodesSideBySide } from './codesSideBySide.ts';
import type { FollowCursor } from './followCursor.ts';

/** The commands of constant comparison. */
export function comparisonCommands(
  sessions: Sessions,
  quotations: QuotationsView,
  follow: FollowCursor,
  codes: CodesSideBySide,
): readonly CommandRow[] {
  return [
    {
      id: 'compareQuotations',
      run: (...args: TreeArguments<QuotationsElement>) => compareQuotations(sessions, quotations, args),
    },
    { id: 'quotations.followCursor', run: () => follow.set(true) },
    { id: 'quotations.stopFollowing', run: () => follow.set(false) },
    { id: 'compareCodes', run: codes.command },
  ];
}

/** Shows the other quotations with the codes of the one in the list that is meant, else of the one at the cursor. */
function compareQuotations(
  sessions: Sessions,
  quotations: QuotationsView,
  args: TreeArguments<QuotationsElement>,
): void {
  const listed = elementsMeant(quotations.view, args)?.find(({ kind }) => kind === 'quotation');
  if (listed?.kind === 'quotation') {
    quotations.compareWith({ id: listed.quotation }, { focus: true });
    return;
  }
  const where = inTranscript(sessions);
  if (!where) return;
  const [meant] = quotationsMeant(where);
  if (meant) quotations.compareWith(meant, { focus: true });
  else void vscode.window.showInformationMessage(say('coding.noQuotation'));
}
