import * as vscode from 'vscode';
import type { Quotation, StudyDocument } from '../core/study/model.ts';
import type { TextRange } from '../core/study/problem.ts';
import { quotationsAt } from '../core/study/quotations.ts';
import { pickOne } from './picker/pickOne.ts';
import { textRangeOf } from './positions.ts';
import { say } from './say.ts';
import type { StudySession } from './session.ts';
import type { Sessions } from './sessions.ts';

/** The transcript in the active editor, with the study that it belongs to. */
export interface InTranscript {
  readonly session: StudySession;
  readonly editor: vscode.TextEditor;
  readonly document: StudyDocument;
}

/** The transcript in the active editor; when there is none, says so and gives `undefined`. */
export function inTranscript(sessions: Sessions): InTranscript | undefined {
  const found = transcriptIn(sessions, vscode.window.activeTextEditor);
  if (!found) void vscode.window.showInformationMessage(say('coding.noTranscript'));
  return found;
}

/** The transcript in an editor. */
export function transcriptIn(
  sessions: Sessions,
  editor: vscode.TextEditor | undefined,
): InTranscript | undefined {
  const session = editor && sessions.of(editor.document.uri);
  const document = editor && session?.documentOf(editor.document.uri);
  return session && document?.transcript ? { session, editor, document } : undefined;
}

/** What is selected, in LF offsets; carets left out. */
export function selectedRanges(editor: vscode.TextEditor): readonly TextRange[] {
  return editor.selections
    .filter((selection) => !selection.isEmpty)
    .map((selection) => textRangeOf(editor.document, selection));
}

/**
 * The quotations that a command is about: those of exactly the selected ranges, else the shortest one at each caret or
 * selection.
 */
export function quotationsMeant({ editor, document }: InTranscript): readonly Quotation[] {
  const meant = editor.selections.flatMap((selection) => {
    const range = textRangeOf(editor.document, selection);
    const touching = quotationsAt(document, range);
    const exact = touching.filter(({ start, end }) => start === range.start && end === range.end);
    return exact.length > 0 ? exact : touching.slice(0, 1);
  });
  return [...new Set(meant)];
}

/**
 * The one quotation that a command is about. Several at the caret: the user chooses, shortest first. None: says so.
 */
export async function chooseQuotation(where: InTranscript): Promise<Quotation | undefined> {
  const range = textRangeOf(where.editor.document, where.editor.selection);
  const [first, ...more] = quotationsAt(where.document, range);
  if (!first) {
    void vscode.window.showInformationMessage(say('coding.noQuotation'));
    return undefined;
  }
  if (more.length === 0) return first;
  const names = where.session.study.codebook.codes;
  const picked = await pickOne(
    [first, ...more].map((quotation) => ({
      label:
        quotation.codes.map((code) => names.get(code)?.name ?? code).join(', ') || say('quotation.noCodes'),
      detail: quotation.exact.replace(/\s+/g, ' '),
      quotation,
    })),
    { title: say('coding.whichQuotation'), matchOnDetail: true },
  );
  return picked?.quotation;
}
