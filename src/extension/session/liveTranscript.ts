import * as vscode from 'vscode';
import { followEdits } from '../../core/anchoring/followEdits.ts';
import { followRange, textAfter } from '../../core/anchoring/followRange.ts';
import { foundInBlocks, withDoubt } from '../../core/anchoring/foundInBlocks.ts';
import {
  type Followed,
  type LiveAnchors,
  liveAnchors,
  withFollowed,
} from '../../core/anchoring/liveAnchors.ts';
import type { DoubtReason } from '../../core/anchoring/outcome.ts';
import type { Reason } from '../../core/anchoring/removedText.ts';
import { type TakenOut, takenOutWith } from '../../core/anchoring/takenOver.ts';
import type { TextEdit } from '../../core/anchoring/textEdit.ts';
import { atPlaceOf } from '../../core/formats/merge.ts';
import type { Quotation, StudyDocument } from '../../core/study/model.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { quotationsById } from '../../core/study/quotations.ts';
import { wordsAsCoded } from '../../core/study/review.ts';
import { withQuotations } from '../../core/study/study.ts';
import { placeOf } from '../../core/text/place.ts';
import { normalForm } from '../../core/text/transcript.ts';

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
  /** Where text was put in that may come from another transcript. */
  readonly putIn: readonly TextRange[];
  /** What was taken out with quotations that are lost by it. */
  readonly takenOut: readonly TakenOut[];
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
  /** The document with the text of its file, as it was last when that text was in the editor. */
  #saved: StudyDocument | undefined;

  /**
   * @param document its transcript has the text that the editor shows at this moment
   * @param before the same transcript in an editor that was closed since the file was renamed
   */
  constructor(textDocument: vscode.TextDocument, document: StudyDocument, before?: LiveTranscript) {
    this.textDocument = textDocument;
    this.#text = document.transcript?.text ?? '';
    this.#anchors = liveAnchors(document.quotations.map(followed));
    if (before && before.#text === this.#text)
      this.#anchors = withFollowed(before.#anchors, document.quotations.map(followed));
    if (!textDocument.isDirty) this.#saved = document;
    else if (before) this.#saved = before.#saved;
  }

  /** The text that the file had when the editor last showed it. */
  get savedText(): string | undefined {
    return this.#saved?.transcript?.text;
  }

  /** Remembers a document that has the text of its file. */
  noteSaved(document: StudyDocument): void {
    this.#saved = document;
  }

  /**
   * A document that has its saved text again, with the quotations that were lost or in doubt in between where they were in
   * that text. The same object when nothing is different.
   */
  asSaved(document: StudyDocument): StudyDocument {
    if (!this.#saved || document.transcript?.text !== this.savedText) return document;
    const saved = quotationsById(this.#saved);
    let found = false;
    const quotations = document.quotations.map((quotation) => {
      const was = quotation.anchor && saved.get(quotation.id);
      if (!was || was.anchor?.state === quotation.anchor?.state) return quotation;
      found = true;
      return atPlaceOf(quotation, was);
    });
    return found ? withQuotations(document, quotations) : document;
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
    const doubts = new Map<string, DoubtReason>();
    let putIn: readonly TextRange[] = [];
    for (const { edits, reason } of batches) {
      const [anchors, text] = [this.#anchors, this.#text];
      this.#text = textAfter(text, edits);
      const followed = followEdits(anchors, edits, text, reason);
      const found = foundInBlocks(anchors, followed, edits, text, this.#text);
      this.#anchors = found.anchors;
      for (const [id, doubt] of found.doubts) doubts.set(id, doubt);
      putIn = [...putIn.map((range) => followRange(range, edits)), ...rangesPutIn(edits)];
    }
    if (this.#text !== normalForm(this.textDocument.getText())) return undefined;
    const live = new Map(this.#anchors.quotations.map((quotation) => [quotation.id, quotation]));
    const newlyLost = new Set<string>();
    const quotations = document.quotations.map((quotation) => {
      const place = live.get(quotation.id);
      if (!place) return quotation;
      if (!place.lost)
        return withDoubt(placed(quotation, this.#text, place), quotation, doubts.get(quotation.id));
      if (quotation.anchor?.state !== 'lost') newlyLost.add(quotation.id);
      return lost(quotation, now);
    });
    return {
      text: this.#text,
      quotations,
      follow: following(document, quotations, batches),
      putIn,
      takenOut: newlyLost.size > 0 ? takenOutWith(this.#anchors, newlyLost) : [],
    };
  }

  /** Follows the quotations as they are after coding. */
  follow(document: StudyDocument): void {
    this.#anchors = withFollowed(this.#anchors, document.quotations.map(followed));
  }
}

/** Where the texts of edits come to stand, in offsets after all of them; single characters are typed, not pasted. */
function rangesPutIn(edits: readonly TextEdit[]): readonly TextRange[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .flatMap(({ start, end, text }) => {
      const at = start + shift;
      shift += text.length - (end - start);
      return text.length > 1 ? [{ start: at, end: at + text.length }] : [];
    });
}

function followed(quotation: Quotation): Followed {
  const { id, start, end, exact, anchor } = quotation;
  return anchor?.state === 'lost' ? { id, start, end, lostText: exact } : { id, start, end };
}

/** A quotation whose words are gone keeps what is known of it; above all the words that were coded. */
function lost(quotation: Quotation, now: string): Quotation {
  return quotation.anchor?.state === 'lost'
    ? quotation
    : { ...quotation, exact: wordsAsCoded(quotation), anchor: { state: 'lost', since: now } };
}

/**
 * A quotation at its place in a text, with the words that stand there; found again, it is no longer lost. With the words
 * back that were coded, it is no longer in doubt because of these.
 */
export function placed(quotation: Quotation, text: string, { start, end }: TextRange): Quotation {
  const place = placeOf(text, start, end);
  const same =
    quotation.start === start &&
    quotation.end === end &&
    quotation.exact === place.exact &&
    quotation.prefix === place.prefix &&
    quotation.suffix === place.suffix;
  const { anchor } = quotation;
  const isRestored =
    anchor?.state === 'review' && quotation.exact !== anchor.was && place.exact === anchor.was;
  if (anchor?.state !== 'lost' && !isRestored) return same ? quotation : { ...quotation, ...place };
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
