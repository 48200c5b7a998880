/** Text that was taken out at a place, with what of it belonged to which quotation, until it comes back. */
export interface RemovedText {
  /** The offset in the text of today where it stood; -1 when that is unknown. */
  readonly at: number;
  /** In the order in which they would stand in the text. */
  readonly parts: readonly RemovedPart[];
  /** All parts, joined. */
  readonly text: string;
  /** Ranges of `text` that belonged to quotations; several of one quotation do not overlap. */
  readonly marks: readonly Mark[];
}

/** What one edit took out. */
export interface RemovedPart {
  readonly length: number;
  /** Counts up with every batch of edits. */
  readonly batch: number;
  /** Whether an undo took it out: then a redo puts it back; otherwise an undo does. */
  readonly byUndo: boolean;
}

export interface Mark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Why text changes: the editor says so of undo and redo; all else is a plain edit. */
export type Reason = 'edit' | 'undo' | 'redo';

/** Joins what was taken out at one place, in text order. */
export function joined(at: number, pieces: readonly Omit<RemovedText, 'at'>[]): RemovedText {
  const [only] = pieces;
  if (only && pieces.length === 1) return { ...only, at };
  const parts: RemovedPart[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (const piece of pieces) {
    for (const { id, from, to } of piece.marks) {
      const start = from + text.length;
      const last = marks.at(-1);
      if (last && last.id === id && last.to === start) marks.pop();
      marks.push({
        id,
        from: last?.id === id && last.to === start ? last.from : start,
        to: to + text.length,
      });
    }
    parts.push(...piece.parts);
    text += piece.text;
  }
  return { at, parts, text, marks };
}

/** A range of removed text as removed text of its own. */
export function partOf(removed: RemovedText, at: number, from: number, to: number): RemovedText {
  const parts: RemovedPart[] = [];
  let offset = 0;
  for (const part of removed.parts) {
    const length = Math.min(offset + part.length, to) - Math.max(offset, from);
    if (length > 0) parts.push({ ...part, length });
    offset += part.length;
  }
  return { at, parts, text: removed.text.slice(from, to), marks: marksIn(removed, from, to) };
}

/** The marks that a range of removed text has a share in, cut to that range and relative to its start. */
export function marksIn(removed: RemovedText, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (const mark of removed.marks) {
    const start = Math.max(mark.from, from);
    const end = Math.min(mark.to, to);
    if (start < end) marks.push({ id: mark.id, from: start - from, to: end - from });
  }
  return marks;
}

/**
 * Where in removed text an inserted text is the very text that was taken out: -1 when it is not.
 *
 * An undo brings back the latest that an edit or a redo took out; all later ones are back by then. A redo likewise with
 * what undo took out. So the latest match of the right kind is the true one, however often the same words occur. A
 * plain edit must spell one or more removals in full: whoever deletes "hello world" and types "how" has not
 * brought anything back.
 */
export function findInserted(removed: RemovedText, text: string, reason: Reason): number {
  if (text.length === 0 || (reason === 'edit' && text.length < 2)) return -1;
  let best = -1;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (let at = removed.text.indexOf(text); at >= 0; at = removed.text.indexOf(text, at + 1)) {
    const { rank, whole } = rankOf(removed, at, at + text.length, reason);
    if (reason === 'edit' && !whole) continue;
    if (rank > bestRank) {
      best = at;
      bestRank = rank;
    }
  }
  return best;
}

/** How recent the oldest removal is that a range has a share in, and whether the range consists of whole removals. */
function rankOf(removed: RemovedText, from: number, to: number, reason: Reason) {
  let oldest = Number.POSITIVE_INFINITY;
  let startsAtSeam = false;
  let endsAtSeam = false;
  let offset = 0;
  for (const part of removed.parts) {
    const end = offset + part.length;
    startsAtSeam ||= offset === from;
    endsAtSeam ||= end === to;
    if (offset < to && from < end) {
      const expected = reason === 'redo' ? part.byUndo : !part.byUndo;
      oldest = Math.min(oldest, expected ? part.batch : part.batch - unexpected);
    }
    offset = end;
  }
  const whole = startsAtSeam && endsAtSeam;
  return { rank: oldest + (whole ? 0.5 : 0), whole };
}

/** More than there are batches of edits in a session. */
const unexpected = 2 ** 40;
