import type * as vscode from 'vscode';
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
import { reloaded } from '../../core/anchoring/reloaded.ts';
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
import { type Batch, batchOf } from './textEvents.ts';

/** So many texts are remembered that gave way to what was read from the file. */
const mostReloads = 8;

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
  /** The document as it was each time before its file was read anew: undo, or another checkout, leads back there. */
  #beforeReloads: readonly StudyDocument[] = [];

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
    return this.#saved ? asBefore(document, this.#saved) : document;
  }

  get isSettled(): boolean {
    return this.#pending.length === 0;
  }

  /** Remembers one change event of the editor. Its positions count in the text before it. */
  queue(event: vscode.TextDocumentChangeEvent): void {
    const batch = batchOf(event);
    if (batch.edits.length > 0) this.#pending.push(batch);
    else if (event.document.isDirty) this.#noteDirty();
  }

  /** The first edit of a saved text is reported before the editor says that the text is no longer saved. */
  #noteDirty(): void {
    const last = this.#pending.pop();
    if (last) this.#pending.push({ ...last, isReload: false });
  }

  /**
   * Follows the edits that were queued.
   *
   * @returns undefined when the text that they lead to is not the one in the editor; nothing is sure then
   */
  settle(document: StudyDocument, now: string): Settled | undefined {
    const batches = this.#pending;
    this.#pending = [];
    let { quotations } = document;
    let doubts: ReadonlyMap<string, DoubtReason> = new Map();
    let putIn: readonly TextRange[] = [];
    for (const { edits, reason, isReload } of batches) {
      const [anchors, text] = [this.#anchors, this.#text];
      this.#text = textAfter(text, edits);
      if (isReload) {
        quotations = this.#placed(quotations, text, doubts, now);
        this.#beforeReloads = [
          ...this.#beforeReloads.slice(1 - mostReloads),
          withQuotations({ ...document, transcript: { text } }, quotations),
        ];
        doubts = new Map();
        const found = reloaded(anchors, quotations, edits, text, this.#text, now);
        this.#anchors = found.anchors;
        quotations = found.quotations;
      } else {
        const followed = followEdits(anchors, edits, text, reason);
        const found = foundInBlocks(anchors, followed, edits, text, this.#text);
        this.#anchors = found.anchors;
        doubts = new Map([...doubts, ...found.doubts]);
      }
      putIn = [...putIn.map((range) => followRange(range, edits)), ...rangesPutIn(edits)];
    }
    if (this.#text !== normalForm(this.textDocument.getText())) return undefined;
    quotations = this.#placed(quotations, this.#text, doubts, now);
    const last = batches.at(-1);
    if (last?.isReload || last?.reason === 'undo') quotations = this.#asBeforeReload(document, quotations);
    if (last?.isReload && this.savedText !== this.#text)
      this.#saved = withQuotations({ ...document, transcript: { text: this.#text } }, quotations);
    const newlyLost = newlyLostOf(document.quotations, quotations);
    return {
      text: this.#text,
      quotations,
      follow: following(document, quotations, batches),
      putIn,
      takenOut: newlyLost.size > 0 ? takenOutWith(this.#anchors, newlyLost) : [],
    };
  }

  /** Quotations where they were followed to, in the text that they were followed in. */
  #placed(
    quotations: readonly Quotation[],
    text: string,
    doubts: ReadonlyMap<string, DoubtReason>,
    now: string,
  ): readonly Quotation[] {
    const live = new Map(this.#anchors.quotations.map((quotation) => [quotation.id, quotation]));
    return quotations.map((quotation) => {
      const place = live.get(quotation.id);
      if (!place) return quotation;
      if (place.lost) return lost(quotation, now);
      return withDoubt(placed(quotation, text, place), quotation, doubts.get(quotation.id));
    });
  }

  #asBeforeReload(document: StudyDocument, quotations: readonly Quotation[]): readonly Quotation[] {
    const now = withQuotations({ ...document, transcript: { text: this.#text } }, quotations);
    const before = this.#beforeReloads.reduce(asBefore, now);
    if (before === now) return quotations;
    this.follow(before);
    return before.quotations;
  }

  /** Follows the quotations as they are after coding. */
  follow(document: StudyDocument): void {
    this.#anchors = withFollowed(this.#anchors, document.quotations.map(followed));
  }
}

/**
 * A document that has the text again that it had before, with the quotations that were lost or in doubt in between where they
 * were in that text. The same object when nothing is different.
 */
function asBefore(document: StudyDocument, before: StudyDocument): StudyDocument {
  if (document.transcript?.text !== before.transcript?.text) return document;
  const byId = quotationsById(before);
  let found = false;
  const quotations = document.quotations.map((quotation) => {
    const was = quotation.anchor && byId.get(quotation.id);
    if (!was || was.anchor?.state === quotation.anchor?.state) return quotation;
    found = true;
    return atPlaceOf(quotation, was);
  });
  return found ? withQuotations(document, quotations) : document;
}

function newlyLostOf(before: readonly Quotation[], after: readonly Quotation[]): ReadonlySet<string> {
  const lostBefore = new Set(before.flatMap(({ id, anchor }) => (anchor?.state === 'lost' ? [id] : [])));
  return new Set(
    after.flatMap(({ id, anchor }) => (anchor?.state === 'lost' && !lostBefore.has(id) ? [id] : [])),
  );
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
