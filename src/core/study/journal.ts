import type { Quotation } from './model.ts';
import { inverse, type Operation, type RecordChange } from './operation.ts';
import type { TextRange } from './problem.ts';

/** Undo and redo of a study, on any number of steps, across documents and the code tree. */
export class Journal {
  #done: Operation[] = [];
  #undone: Operation[] = [];

  /** Remembers an operation that was applied; what was undone before it can no longer be redone. */
  record(operation: Operation): void {
    this.#done.push(operation);
    this.#undone = [];
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** The operation that takes the last one back; it counts as undone from now on. */
  undo(): Operation | undefined {
    const operation = this.#done.pop();
    if (!operation) return undefined;
    this.#undone.push(operation);
    return inverse(operation);
  }

  /** The operation that was undone last; it counts as done from now on. */
  redo(): Operation | undefined {
    const operation = this.#undone.pop();
    if (operation) this.#done.push(operation);
    return operation;
  }

  /**
   * Carries the places that the journal remembers through an edit of a transcript, so that an undo after it puts
   * quotations on the same words.
   */
  followText(document: string, follow: (range: TextRange) => TextRange): void {
    const carry = (operation: Operation): Operation => {
      if (!operation.changes.some((change) => isPlacedIn(change, document))) return operation;
      return { ...operation, changes: operation.changes.map((change) => carried(change, document, follow)) };
    };
    this.#done = this.#done.map(carry);
    this.#undone = this.#undone.map(carry);
  }
}

function isPlacedIn(change: RecordChange, document: string): boolean {
  return (
    change.record === 'quotation' &&
    change.document === document &&
    (change.before?.start !== undefined || change.after?.start !== undefined)
  );
}

function carried(
  change: RecordChange,
  document: string,
  follow: (range: TextRange) => TextRange,
): RecordChange {
  if (change.record !== 'quotation' || !isPlacedIn(change, document)) return change;
  return { ...change, before: carriedSide(change.before, follow), after: carriedSide(change.after, follow) };
}

function carriedSide(
  side: Partial<Quotation> | null,
  follow: (range: TextRange) => TextRange,
): Partial<Quotation> | null {
  if (side?.start === undefined && side?.end === undefined) return side;
  // A change of one boundary names only that one; the other then stands for both.
  const start = side.start ?? side.end ?? 0;
  const end = side.end ?? start;
  const range = follow({ start, end });
  return {
    ...side,
    ...(side.start !== undefined && { start: range.start }),
    ...(side.end !== undefined && { end: range.end }),
  };
}
