import * as vscode from 'vscode';
import { followEdits } from '../core/anchoring/followEdits.ts';
import { followRange, textAfter } from '../core/anchoring/followRange.ts';
import { type Followed, type LiveAnchors, liveAnchors, withFollowed } from '../core/anchoring/liveAnchors.ts';
import type { Reason } from '../core/anchoring/removedText.ts';
import type { TextEdit } from '../core/anchoring/textEdit.ts';
import type { Quotation, StudyDocument } from '../core/study/model.ts';
import type { TextRange } from '../core/study/problem.ts';
import { quotationsById } from '../core/study/quotations.ts';
import { placeOf } from '../core/text/place.ts';
import { normalForm } from '../core/text/transcript.ts';

interface Batch {
  readonly edits: readonly TextEdit[];
  readonly reason: Reason;
}

/** What became of a document when its edits were followed. */
export interface Settled {
  readonly text: string;
  readonly quotations: readonly Quotation[];
  /** Carries a range that a quotation had in the text before through the same edits. */
  readonly follow: (range: TextRange, quotation: string) => TextRange;
}

/**
 * A transcript that is open in an editor. A key press only queues its edit; the quotations are carried along when
 * somebody asks for them.
 */
export class LiveTranscript {
  readonly textDocument: vscode.TextDocument;
  #anchors: LiveAnchors;
  #text: string;
  #pending: Batch[] = [];

  /** @param document its transcript has the text that the editor shows at this moment */
  constructor(textDocument: vscode.TextDocument, document: StudyDocument) {
    this.textDocument = textDocument;
    this.#text = document.transcript?.text ?? '';
    this.#anchors = liveAnchors(document.quotations.map(followed));
  }

  get isSettled(): boolean {
    return this.#pending.length === 0;
  }

  /** Remembers one change event of the editor. Its positions count in the text before it. */
  queue(event: vscode.TextDocumentChangeEvent): void {
    // The line end of the document before the event: a change of it alone comes as an event without content changes.
    const crlf = event.document.eol === vscode.EndOfLine.CRLF;
    const edits = event.contentChanges.map(({ range, rangeOffset, rangeLength, text }) => {
      const start = rangeOffset - (crlf ? range.start.line : 0);
      const end = rangeOffset + rangeLength - (crlf ? range.end.line : 0);
      return { start, end, text: normalForm(text) };
    });
    if (edits.length > 0) this.#pending.push({ edits, reason: reasonOf(event) });
  }

  /**
   * Follows the edits that were queued.
   *
   * @returns undefined when the text that they lead to is not the one in the editor; nothing is sure then
   */
  settle(document: StudyDocument, now: string): Settled | undefined {
    const batches = this.#pending;
    this.#pending = [];
    for (const { edits, reason } of batches) {
      this.#anchors = followEdits(this.#anchors, edits, this.#text, reason);
      this.#text = textAfter(this.#text, edits);
    }
    if (this.#text !== normalForm(this.textDocument.getText())) return undefined;
    const live = new Map(this.#anchors.quotations.map((quotation) => [quotation.id, quotation]));
    const quotations = document.quotations.map((quotation) => {
      const place = live.get(quotation.id);
      if (!place) return quotation;
      return place.lost ? lost(quotation, now) : placed(quotation, this.#text, place);
    });
    return { text: this.#text, quotations, follow: following(document, quotations, batches) };
  }

  /** Follows the quotations as they are after coding. */
  follow(document: StudyDocument): void {
    this.#anchors = withFollowed(this.#anchors, document.quotations.map(followed));
  }
}

function followed(quotation: Quotation): Followed {
  const { id, start, end, exact, anchor } = quotation;
  return anchor?.state === 'lost' ? { id, start, end, lostText: exact } : { id, start, end };
}

/** A quotation whose words are gone keeps what is known of it. */
function lost(quotation: Quotation, now: string): Quotation {
  return quotation.anchor?.state === 'lost'
    ? quotation
    : { ...quotation, anchor: { state: 'lost', since: now } };
}

/** A quotation at its place in a text, with the words that stand there; found again, it is no longer lost. */
export function placed(quotation: Quotation, text: string, { start, end }: TextRange): Quotation {
  const place = placeOf(text, start, end);
  const same =
    quotation.start === start &&
    quotation.end === end &&
    quotation.exact === place.exact &&
    quotation.prefix === place.prefix &&
    quotation.suffix === place.suffix;
  if (quotation.anchor?.state !== 'lost') return same ? quotation : { ...quotation, ...place };
  const { anchor: _, ...found } = quotation;
  return { ...found, ...place };
}

/**
 * Where a quotation stands now its range went with it, moved and restored text included. Of any other range there is only
 * the arithmetic of the edits.
 */
function following(
  document: StudyDocument,
  quotations: readonly Quotation[],
  batches: readonly Batch[],
): Settled['follow'] {
  const before = quotationsById(document);
  const after = new Map(quotations.map((quotation) => [quotation.id, quotation]));
  return (range, id) => {
    const was = before.get(id);
    const is = after.get(id);
    if (was && is && was.start === range.start && was.end === range.end)
      return { start: is.start, end: is.end };
    return batches.reduce((carried, { edits }) => followRange(carried, edits), range);
  };
}

function reasonOf(event: vscode.TextDocumentChangeEvent): Reason {
  if (event.reason === vscode.TextDocumentChangeReason.Undo) return 'undo';
  return event.reason === vscode.TextDocumentChangeReason.Redo ? 'redo' : 'edit';
}
