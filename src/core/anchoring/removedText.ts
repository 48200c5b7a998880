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
interface RemovedPart {
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

/** The batch of edits that took out the last of a removed text. */
export function latestBatch(removed: RemovedText): number {
  return removed.parts.reduce((latest, { batch }) => Math.max(latest, batch), 0);
}

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

/** A range of a removed text that came back. */
export interface Returned {
  readonly from: number;
  readonly to: number;
}

/**
 * The ranges of a removed text that an inserted text puts back, in order; together they spell it. Empty when the
 * inserted text is something else.
 *
 * An undo brings back the latest that edits or redos took out: all that went later is back by then. A redo likewise with
 * what undos took out. That makes the match exact, however often the same words occur. A plain edit must spell
 * one or more removals in full: whoever deletes "hello world" and types "how" has not brought anything back.
 *
 * @param now the batch in which the text is inserted
 */
export function returned(
  removed: RemovedText,
  text: string,
  reason: Reason,
  now: number,
): readonly Returned[] {
  if (reason === 'edit') return text.length < 2 ? [] : wholeRemovals(removed, text, now);
  const expected = removed.parts
    .map((part, index) => ({ ...part, from: startOf(removed, index) }))
    .filter(({ byUndo }) => byUndo === (reason === 'redo'));
  const batches = [...new Set(expected.map(({ batch }) => batch))].sort((a, b) => b - a);
  for (const oldest of batches) {
    const latest = expected.filter(({ batch }) => batch >= oldest);
    const length = latest.reduce((sum, part) => sum + part.length, 0);
    if (length > text.length) break;
    const ranges = latest.map((part) => ({ from: part.from, to: part.from + part.length }));
    if (
      length === text.length &&
      ranges.map(({ from, to }) => removed.text.slice(from, to)).join('') === text
    )
      return ranges;
  }
  return [];
}

function startOf(removed: RemovedText, index: number): number {
  return removed.parts.slice(0, index).reduce((sum, { length }) => sum + length, 0);
}

/** The latest run of whole removals that spells a text; what an edit takes out it does not itself put back. */
function wholeRemovals(removed: RemovedText, text: string, now: number): readonly Returned[] {
  const seams = new Set([0]);
  let length = 0;
  for (const part of removed.parts) {
    length += part.length;
    seams.add(length);
  }
  let best: { range: Returned; batch: number } | undefined;
  for (let from = removed.text.indexOf(text); from >= 0; from = removed.text.indexOf(text, from + 1)) {
    const to = from + text.length;
    if (!seams.has(from) || !seams.has(to)) continue;
    const batch = Math.max(...partOf(removed, 0, from, to).parts.map((part) => part.batch));
    if (batch < now && batch >= (best?.batch ?? 0)) best = { range: { from, to }, batch };
  }
  return best ? [best.range] : [];
}
