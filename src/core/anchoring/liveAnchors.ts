import { joined, type RemovedText } from './removedText.ts';

/** Where a quotation is in the text of an editor. UTF-16 offsets. */
export interface LiveQuotation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Nothing of it is left in the text; `start` and `end` are then the place where it stood. */
  readonly lost: boolean;
}

/**
 * The quotations of one document while its text is edited. Immutable: `followEdits` makes the next one. What was cut
 * off or deleted is kept here, so that undo and paste bring it back; it lives as long as the editor does.
 */
export interface LiveAnchors {
  /** Sorted by start, end, id. */
  readonly quotations: readonly LiveQuotation[];
  /** Text that was taken out, sorted by place. */
  readonly removed: readonly RemovedText[];
  /** How many batches of edits were followed. */
  readonly batch: number;
}

/** A quotation to follow; `lostText` is the text of one that is not in the document now, to know it when it is pasted. */
export interface Followed {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly lostText?: string;
}

/** Starts to follow quotations. */
export function liveAnchors(followed: readonly Followed[]): LiveAnchors {
  return withFollowed({ quotations: [], removed: [], batch: 0 }, followed);
}

/**
 * Puts the quotations of a document as they are after coding in the place of those that were followed. What is
 * remembered of one that the coder has since put elsewhere is forgotten.
 */
export function withFollowed(live: LiveAnchors, followed: readonly Followed[]): LiveAnchors {
  const before = new Map(live.quotations.map((quotation) => [quotation.id, quotation]));
  const unchanged = new Set<string>();
  const orphans: RemovedText[] = [];
  const quotations = followed.map(({ id, start, end, lostText }): LiveQuotation => {
    const old = before.get(id);
    if (lostText === undefined) {
      if (old && !old.lost && old.start === start && old.end === end) unchanged.add(id);
      return { id, start, end, lost: false };
    }
    if (old?.lost) {
      unchanged.add(id);
      return old;
    }
    orphans.push(orphan(id, lostText));
    return { id, start, end: start, lost: true };
  });
  const removed = live.removed.flatMap((gone): RemovedText[] => {
    if (gone.marks.every(({ id }) => unchanged.has(id))) return [gone];
    const marks = gone.marks.filter(({ id }) => unchanged.has(id));
    return gone.at < 0 && marks.length === 0 ? [] : [{ ...gone, marks }];
  });
  return { ...live, quotations: quotations.sort(byPlace), removed: [...orphans, ...removed] };
}

function orphan(id: string, text: string): RemovedText {
  const parts = [{ length: text.length, batch: 0, byUndo: false }];
  return joined(-1, [{ parts, text, marks: [{ id, from: 0, to: text.length }] }]);
}

/** The order of quotations in text: by start, end, id. */
export function byPlace(a: LiveQuotation, b: LiveQuotation): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
