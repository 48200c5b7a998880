import type { Quotation } from '../study/model.ts';
import { placeOf } from '../text/place.ts';
import { byPlace, type LiveAnchors, type LiveQuotation } from './liveAnchors.ts';
import type { DoubtReason } from './outcome.ts';
import { reanchorQuotations } from './reanchor.ts';
import { type TextEdit, trimmed } from './textEdit.ts';

/** The quotations after a batch of edits, and which of them are probably, not surely, where they are. */
interface FoundInBlocks {
  readonly anchors: LiveAnchors;
  /** By quotation: why it is in doubt. */
  readonly doubts: ReadonlyMap<string, DoubtReason>;
}

/** From this many characters on, taken out and put in at once, a text is not typed over but replaced as a block. */
const blockLength = 32;

/**
 * Finds quotations again in blocks of text that gave way to others at once. A formatter or a
 * script says only that a block was replaced, while most of its words may stand in the new one. Both texts are at
 * hand, so that the words can be found as after an edit made elsewhere. What cannot be found stays as `followEdits` left it.
 *
 * @param before the quotations before the batch
 * @param after the same after it, by `followEdits`
 * @param edits in any order, not overlapping, all offsets in `oldText`
 */
export function foundInBlocks(
  before: LiveAnchors,
  after: LiveAnchors,
  edits: readonly TextEdit[],
  oldText: string,
  newText: string,
): FoundInBlocks {
  const none: FoundInBlocks = { anchors: after, doubts: new Map() };
  const blocks = edits.map((edit) => trimmed(edit, oldText)).filter(isBlock);
  if (blocks.length === 0) return none;
  const now = new Map(after.quotations.map((quotation) => [quotation.id, quotation]));
  const broken = before.quotations.filter(
    (quotation) => isBroken(quotation, blocks) && !isSame(quotation, now.get(quotation.id), oldText, newText),
  );
  if (broken.length === 0) return none;
  const found = new Map<string, LiveQuotation>();
  const doubts = new Map<string, DoubtReason>();
  const anchored = broken.map(({ id, start, end }) => ({ id, ...placeOf(oldText, start, end) }));
  for (const outcome of reanchorQuotations(anchored, newText, oldText)) {
    const { id } = outcome;
    if (outcome.outcome === 'lost') continue;
    if (outcome.outcome === 'review') {
      // Other words in the same place are no reason to keep a quotation whose own words were taken out here.
      if (outcome.reason === 'reason.replaced') continue;
      doubts.set(id, outcome.reason);
    }
    found.set(id, { id, start: outcome.place.start, end: outcome.place.end, lost: false });
  }
  const quotations = after.quotations.map((quotation) => found.get(quotation.id) ?? quotation);
  return { anchors: { ...after, quotations: quotations.sort(byPlace) }, doubts };
}

function isBlock({ start, end, text }: TextEdit): boolean {
  return end - start >= blockLength && text.length >= blockLength;
}

/** Whether a block has a part of a quotation, and does not lie wholly inside it: then its text belongs to the quotation. */
function isBroken({ start, end, lost }: LiveQuotation, blocks: readonly TextEdit[]): boolean {
  return (
    !lost &&
    blocks.some(
      (block) => block.start < end && start < block.end && !(start < block.start && block.end < end),
    )
  );
}

/** Whether a quotation has its own words still, since they came back in the same batch. */
function isSame(
  before: LiveQuotation,
  after: LiveQuotation | undefined,
  oldText: string,
  newText: string,
): boolean {
  return (
    after !== undefined &&
    !after.lost &&
    newText.slice(after.start, after.end) === oldText.slice(before.start, before.end)
  );
}

/** A quotation that was found in doubt; it stays so until its words as they were coded are back. */
export function withDoubt(quotation: Quotation, was: Quotation, reason: DoubtReason | undefined): Quotation {
  const { anchor, ...rest } = quotation;
  if (anchor?.state === 'lost') return quotation;
  const coded = anchor?.state === 'review' ? anchor.was : was.exact;
  if (reason) return { ...rest, anchor: { state: 'review', was: coded, reason } };
  const isBack = anchor?.state === 'review' && was.exact !== coded && rest.exact === coded;
  return isBack ? rest : quotation;
}
