import * as vscode from 'vscode';
import {
  deleteQuotations,
  operation,
  recodingChanges,
  setBoundaries,
  setComment,
  toggleStar,
} from '../../core/study/coding.ts';
import { isPlaced } from '../../core/study/counts.ts';
import type { Quotation } from '../../core/study/model.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { quotationsAt } from '../../core/study/quotations.ts';
import { wordsIn } from '../../core/text/words.ts';
import { chooseQuotation, inTranscript, quotationsMeant } from '../inTranscript.ts';
import { askText } from '../picker/askText.ts';
import { pickMany } from '../picker/pickMany.ts';
import { pickOne } from '../picker/pickOne.ts';
import { offsetOf, rangeOf, textRangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** Commands about the quotations at the caret of the active transcript. */
export class QuotationCommands {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async removeCode(): Promise<void> {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const range = textRangeOf(where.editor.document, where.editor.selection);
    const { codes } = where.session.study.codebook;
    const codings = quotationsAt(where.document, range).flatMap((quotation) =>
      quotation.codes.map((code) => ({
        label: codes.get(code)?.name ?? code,
        detail: quotation.exact.replace(/\s+/g, ' '),
        quotation,
        code,
      })),
    );
    if (codings.length === 0) {
      void vscode.window.showInformationMessage(say('coding.noQuotation'));
      return;
    }
    const picked =
      codings.length === 1
        ? codings
        : await pickMany(codings, {
            title: say('coding.whichCodes'),
            matchOnDetail: true,
          });
    if (!picked || picked.length === 0) return;
    where.session.apply(
      operation(
        'done.removeCode',
        { codes: picked.map(({ label }) => label).join(', ') },
        removals(where.session, picked),
      ),
    );
  }

  deleteQuotation(): void {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const meant = quotationsMeant(where);
    if (meant.length === 0) void vscode.window.showInformationMessage(say('coding.noQuotation'));
    else where.session.apply(deleteQuotations(where.session.study, meant));
  }

  /** Makes a quotation that touches the selection reach over all of it. */
  async extendToSelection(): Promise<void> {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    if (where.editor.selection.isEmpty) {
      void vscode.window.showInformationMessage(say('coding.selectWords'));
      return;
    }
    const range = textRangeOf(where.editor.document, where.editor.selection);
    const quotation = await chooseQuotation(where);
    if (!quotation) return;
    this.#setBoundaries(where.session, quotation, {
      start: Math.min(quotation.start, range.start),
      end: Math.max(quotation.end, range.end),
    });
  }

  /** Moves a boundary of the quotation at the caret by a word. The caret goes along, so that the key can be repeated. */
  moveBoundary(boundary: 'start' | 'end', direction: 1 | -1): void {
    const where = inTranscript(this.#sessions);
    const text = where?.document.transcript?.text;
    if (!where || text === undefined) return;
    const [quotation] = quotationsMeant(where);
    if (!quotation) {
      void vscode.window.showInformationMessage(say('coding.noQuotation'));
      return;
    }
    const moved = { ...quotation, [boundary]: nextBoundary(text, quotation[boundary], boundary, direction) };
    if (moved.start >= moved.end) return;
    this.#setBoundaries(where.session, quotation, moved);
    const caret = Math.min(
      Math.max(offsetOf(where.editor.document, where.editor.selection.active), moved.start),
      moved.end,
    );
    const position = rangeOf(where.editor.document, { start: caret, end: caret }).start;
    where.editor.selection = new vscode.Selection(position, position);
    where.editor.revealRange(rangeOf(where.editor.document, moved), vscode.TextEditorRevealType.Default);
  }

  #setBoundaries(session: StudySession, quotation: Quotation, range: TextRange): void {
    const document = session.study.documents.get(quotation.document);
    if (document) session.apply(setBoundaries(document, quotation, range, session.author));
  }

  async commentQuotation(): Promise<void> {
    const where = inTranscript(this.#sessions);
    const quotation = where && (await chooseQuotation(where));
    if (quotation) await commentOn(where.session, quotation);
  }

  toggleStar(): void {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const meant = quotationsMeant(where);
    if (meant.length === 0) void vscode.window.showInformationMessage(say('coding.noQuotation'));
    else where.session.apply(toggleStar(meant, where.session.author));
  }

  /** Goes to the next or previous quotation after or before the caret, around the end of the transcript. */
  goTo(direction: 1 | -1): void {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const caret = offsetOf(where.editor.document, where.editor.selection.start);
    const placed = where.document.quotations.filter(isPlaced);
    const next =
      direction === 1
        ? (placed.find(({ start }) => start > caret) ?? placed[0])
        : (placed.findLast(({ start }) => start < caret) ?? placed.at(-1));
    if (!next) {
      void vscode.window.showInformationMessage(
        say('coding.noneInDocument', { document: where.document.path }),
      );
      return;
    }
    const range = rangeOf(where.editor.document, next);
    where.editor.selection = new vscode.Selection(range.start, range.end);
    where.editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Lists the quotations at the caret with all their codes, in words: what highlights show, for everyone. */
  async codesAtCursor(): Promise<void> {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const caret = textRangeOf(where.editor.document, where.editor.selection);
    const at = quotationsAt(where.document, caret);
    const { codes } = where.session.study.codebook;
    if (at.length === 0) {
      void vscode.window.showInformationMessage(say('coding.noQuotation'));
      return;
    }
    const picked = await pickOne(
      at.map((quotation) => ({
        label:
          quotation.codes.map((code) => codes.get(code)?.name ?? code).join(', ') || say('quotation.noCodes'),
        ...(quotation.comment !== undefined && { description: quotation.comment }),
        detail: quotation.exact.replace(/\s+/g, ' '),
        quotation,
      })),
      { title: say('coding.atCursor', { count: at.length }), matchOnDetail: true, matchOnDescription: true },
    );
    if (!picked) return;
    const range = rangeOf(where.editor.document, picked.quotation);
    where.editor.selection = new vscode.Selection(range.start, range.end);
    where.editor.revealRange(range);
  }
}

/** Asks for the comment on a quotation; an empty one takes it away. */
export async function commentOn(session: StudySession, quotation: Quotation): Promise<void> {
  const comment = await askText({
    title: say('coding.commentTitle'),
    prompt: quotation.exact.replace(/\s+/g, ' ').slice(0, 200),
    value: quotation.comment ?? '',
  });
  const [current] = session.quotations([quotation.id]);
  if (comment !== undefined && current) session.apply(setComment(current, comment, session.author));
}

function removals(
  session: StudySession,
  codings: readonly { readonly quotation: Quotation; readonly code: string }[],
) {
  const byQuotation = new Map<string, string[]>();
  for (const { quotation, code } of codings) {
    byQuotation.set(quotation.id, [...(byQuotation.get(quotation.id) ?? []), code]);
  }
  return [...byQuotation].flatMap(([id, remove]) =>
    recodingChanges(session.quotations([id]), { add: [], remove }, session.author),
  );
}

/** The next place for a boundary: the end of a word for an end, the start of one for a start. */
function nextBoundary(text: string, from: number, boundary: 'start' | 'end', direction: 1 | -1): number {
  const reach = 2000;
  const windowStart = Math.max(0, from - reach);
  const places = wordsIn(text.slice(windowStart, from + reach)).map((word) => word[boundary] + windowStart);
  const next =
    direction === 1 ? places.find((place) => place > from) : places.findLast((place) => place < from);
  return next ?? from;
}
