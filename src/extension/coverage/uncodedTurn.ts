import * as vscode from 'vscode';
import { nextUncodedTurn } from '../../core/analysis/uncodedTurns.ts';
import { documentName } from '../../core/study/sources.ts';
import { inTranscript } from '../inTranscript.ts';
import { offsetOf } from '../positions.ts';
import { say } from '../say.ts';
import { selectRange } from '../selectRange.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';

/**
 * Selects the next turn of a respondent, or the one before, of which nothing is coded. When this transcript has no more, goes
 * on in another one, and says so.
 */
export async function goToUncodedTurn(sessions: Sessions, direction: 1 | -1): Promise<void> {
  const where = inTranscript(sessions);
  if (!where) return;
  const { session, editor, document } = where;
  const caret = offsetOf(editor.document, editor.selection.start);
  const next = nextUncodedTurn(session.study, document.path, caret, direction);
  if (!next) {
    showDone(say('uncoded.none'));
    return;
  }
  if (next.document === document.path) {
    const isAround = direction === 1 ? next.turn.start <= caret : next.turn.start >= caret;
    if (isAround) showDone(say('uncoded.around', { document: documentName(document.path) }));
    selectRange(editor, next.turn);
    return;
  }
  const other = await vscode.window.showTextDocument(session.uriOf(next.document));
  // Opening a transcript may find that it was edited elsewhere: its turns are read anew.
  const edge = direction === 1 ? -1 : Number.POSITIVE_INFINITY;
  const there = nextUncodedTurn(session.study, next.document, edge, direction);
  if (there?.document !== next.document) return;
  selectRange(other, there.turn);
  const [from, to] = [documentName(document.path), documentName(next.document)];
  showDone(say(direction === 1 ? 'uncoded.onward' : 'uncoded.back', { from, to }));
}
