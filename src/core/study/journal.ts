import type { Quotation } from './model.ts';
import { type FileStep, inverse, type Operation, type RecordChange } from './operation.ts';
import type { TextRange } from './problem.ts';

type Follow = (range: TextRange, quotation: string) => TextRange;

/** Undo and redo of a study, on any number of steps, across documents and the code tree. */
export class Journal {
  #done: Operation[] = [];
  #undone: Operation[] = [];
  /**
   * What was done before a step that changed files. Once that step is taken back, the texts are as they were to the letter, and
   * so are all places in them: better than to carry the places there and back again.
   */
  readonly #below = new WeakMap<readonly FileStep[], readonly Operation[]>();

  /**
   * Remembers an operation that was applied; what was undone before it can no longer be redone. One of which nothing could
   * be applied is no step.
   */
  record(operation: Operation): void {
    if (operation.changes.length === 0 && !operation.files) return;
    if (operation.files) this.#below.set(operation.files, this.#done);
    this.#done = [...this.#done, operation];
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
    const operation = this.#done.at(-1);
    if (!operation) return undefined;
    this.#done = this.#done.slice(0, -1);
    this.#undone.push(operation);
    return inverse(operation);
  }

  /** The operation that was undone last; it counts as done from now on. */
  redo(): Operation | undefined {
    const operation = this.#undone.pop();
    if (!operation) return undefined;
    if (operation.files) this.#below.set(operation.files, this.#done);
    this.#done = [...this.#done, operation];
    return operation;
  }

  /** The last step that was undone changed files, and they are as they were before it. */
  filesAreBack(): void {
    const files = this.#undone.at(-1)?.files;
    this.#done = [...((files && this.#below.get(files)) ?? this.#done)];
  }

  /** Documents have other paths from now on; what the journal remembers is of those. */
  renameDocuments(moves: ReadonlyMap<string, string>): void {
    this.#done = this.#done.map((operation) => renamed(operation, moves));
    this.#undone = this.#undone.map((operation) => renamed(operation, moves));
  }

  /**
   * Carries the places that the journal remembers through an edit of a transcript, so that an undo after it puts
   * quotations on the same words.
   *
   * @param follow where a range that a quotation had in the text before the edit is in the text after it
   */
  followText(document: string, follow: Follow): void {
    const carry = (operation: Operation): Operation => {
      if (!operation.changes.some((change) => isPlacedIn(change, document))) return operation;
      return { ...operation, changes: operation.changes.map((change) => carried(change, document, follow)) };
    };
    this.#done = this.#done.map(carry);
    this.#undone = this.#undone.map(carry);
  }
}

/** An operation on documents as they are called after a move. */
function renamed(operation: Operation, moves: ReadonlyMap<string, string>): Operation {
  const changes = operation.changes.map((change): RecordChange => {
    const isInDocument = change.record === 'quotation' || change.record === 'attribute';
    const document = isInDocument ? moves.get(change.document) : undefined;
    if (!isInDocument || document === undefined) return change;
    if (change.record === 'attribute') return { ...change, document };
    const { before, after } = change;
    return { ...change, document, before: inDocument(before, document), after: inDocument(after, document) };
  });
  return { ...operation, changes };
}

function inDocument(side: Partial<Quotation> | null, document: string): Partial<Quotation> | null {
  return side?.document === undefined ? side : { ...side, document };
}

function isPlacedIn(change: RecordChange, document: string): boolean {
  return (
    change.record === 'quotation' &&
    change.document === document &&
    (change.before?.start !== undefined || change.after?.start !== undefined)
  );
}

function carried(change: RecordChange, document: string, follow: Follow): RecordChange {
  if (change.record !== 'quotation' || !isPlacedIn(change, document)) return change;
  const { id, before, after } = change;
  return { ...change, before: carriedSide(before, id, follow), after: carriedSide(after, id, follow) };
}

function carriedSide(side: Partial<Quotation> | null, id: string, follow: Follow): Partial<Quotation> | null {
  if (side?.start === undefined || side.end === undefined) return side;
  const { start, end } = follow({ start: side.start, end: side.end }, id);
  return { ...side, start, end };
}
