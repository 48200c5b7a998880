import { joined, type Mark, type Reason, type RemovedText, returned } from './removedText.ts';
import { type TextEdit, type TrimmedEdit, trimmed } from './textEdit.ts';

/** One edit of a batch: what it takes out, what was taken out there before, and where its text lands. */
export interface Step extends TrimmedEdit {
  /** Where the edit starts in the text after the whole batch. */
  readonly landsAt: number;
  /** How far text behind this edit moves, by this edit and those before it. */
  readonly shift: number;
  /** What quotations lose to it, in offsets of the text before. */
  readonly marks: Mark[];
  /** Removed text that stood at a place in it, in text order. */
  readonly earlier: RemovedText[];
}

/** The edits of a batch in text order, each cut down to what it changes. */
export function stepsOf(
  edits: readonly TextEdit[],
  before: string,
  removed: readonly RemovedText[],
  reason: Reason,
): readonly Step[] {
  const steps: Step[] = [];
  let shift = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const cut = cutDown(edit, before, removed, reason);
    if (cut.start === cut.end && cut.text.length === 0) continue;
    const landsAt = cut.start + shift;
    shift += cut.text.length - (cut.end - cut.start);
    steps.push({ ...cut, landsAt, shift, marks: [], earlier: [] });
  }
  return steps;
}

/**
 * The edit as it is followed. An undo that puts back just what had been taken out there says itself which quotations its
 * text belongs to; then nothing is concluded from what it replaces.
 */
function cutDown(
  edit: TextEdit,
  before: string,
  removed: readonly RemovedText[],
  reason: Reason,
): TrimmedEdit {
  const cut = trimmed(edit, before);
  if (reason === 'edit' || cut.text.length === 0) return cut;
  for (const whole of [cut, edit])
    if (restores(whole, before, removed, reason))
      return {
        start: whole.start,
        end: whole.end,
        text: whole.text,
        whole: { start: cut.start, end: cut.start },
      };
  return cut;
}

function restores(edit: TextEdit, before: string, removed: readonly RemovedText[], reason: Reason): boolean {
  const earlier = removed.filter(({ at }) => edit.start <= at && at <= edit.end);
  const gone = takenOut({ ...edit, marks: [], earlier }, 0, before, 0, reason);
  return gone !== undefined && returned(gone, edit.text, reason, 0).length > 0;
}

/** What stands at an edit's place when its range is taken out, joined with what had been taken out there before. */
export function takenOut(
  edit: Pick<Step, 'start' | 'end' | 'marks' | 'earlier'>,
  at: number,
  before: string,
  batch: number,
  reason: Reason,
): RemovedText | undefined {
  const pieces: Omit<RemovedText, 'at'>[] = [];
  let position = edit.start;
  const takeUpTo = (end: number) => {
    if (end <= position) return;
    const start = position;
    position = end;
    const marks = edit.marks.flatMap(({ id, from, to }): Mark[] => {
      const part = { id, from: Math.max(from, start) - start, to: Math.min(to, end) - start };
      return part.from < part.to ? [part] : [];
    });
    const parts = [{ length: end - start, batch, byUndo: reason === 'undo' }];
    pieces.push({ parts, text: copyOf(before.slice(start, end)), marks });
  };
  for (const gone of edit.earlier) {
    takeUpTo(gone.at);
    pieces.push(gone);
  }
  takeUpTo(edit.end);
  return pieces.length === 0 ? undefined : joined(at, pieces);
}

/** A slice keeps all of the text that it was cut from in memory; this one does not. */
function copyOf(slice: string): string {
  return slice.length < 16 ? slice : ` ${slice}`.slice(1);
}

/** The index of the first step that ends at or behind an offset; steps do not overlap, so their ends ascend. */
export function firstEndingFrom(steps: readonly Step[], offset: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a place without width comes to be: before text that is inserted just there. */
export function placeAfter(steps: readonly Step[], offset: number): number {
  const index = firstEndingFrom(steps, offset);
  const step = steps[index];
  return step && step.start <= offset ? step.landsAt : offset + shiftBefore(steps, index);
}

/** How far text in front of a step, and behind the one before it, moves. */
export function shiftBefore(steps: readonly Step[], index: number): number {
  return steps[index - 1]?.shift ?? 0;
}
