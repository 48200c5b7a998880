import type * as vscode from 'vscode';
import type { CheckedPassage } from '../../core/chapters/quoted/lintQuotations.ts';
import { normalForm } from '../../core/text/transcript.ts';
import type { StudySession } from '../session.ts';

/** A fresh look at a chapter makes one that still goes on needless. */
interface Cancellation {
  readonly isCancelled: () => boolean;
}

/**
 * Looks for the quotations of a chapter in the transcripts. Reading the words of a transcript for the first time takes some
 * milliseconds, so the editor has its turn between two of them.
 *
 * @returns undefined when it was cancelled
 */
export async function checkQuotations(
  session: StudySession,
  document: vscode.TextDocument,
  { isCancelled }: Cancellation,
): Promise<readonly CheckedPassage[] | undefined> {
  const { lintQuotations } = await import('../../core/chapters/quoted/lintQuotations.ts');
  const { saidWords } = await import('../../core/chapters/quoted/saidWords.ts');
  const { study } = session;
  for (const { transcript } of study.documents.values()) {
    if (!transcript) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (isCancelled()) return undefined;
    saidWords(study.settings, transcript);
  }
  return lintQuotations(study, normalForm(document.getText()));
}
