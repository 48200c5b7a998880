import type { HistoryEntry } from './history.ts';
import type { Case, Code, CodeSet, Quotation, Relation, Settings, Summary } from './model.ts';
import type { Message, TextRange } from './problem.ts';

/**
 * The one way in which a study changes: a list of changes of single records, as plain data. Commands, undo, the
 * command line, importers and tests all make and apply the same.
 */
export interface Operation {
  /** What the user did, for the status bar and "Undo …". */
  readonly label: Message;
  readonly changes: readonly RecordChange[];
  /**
   * Changes of files as they are on disk, in order. Whoever holds the files makes them, all or none; the study then reads again
   * what it has of them. Only a step that has to change texts is of this kind, and it changes records by their files too.
   */
  readonly files?: readonly FileStep[];
}

/** An edit of a text; the range is in the LF text before it. */
export interface ContentEdit extends TextRange {
  readonly text: string;
}

/** What a file holds on one side of a change. */
export interface FileSide {
  /** As it is on disk, with its own line ends. */
  readonly raw: string;
  /** The edits that make its LF text of the one on the other side: an editor that has the file open makes these. */
  readonly edits: readonly ContentEdit[];
}

export interface FileChange {
  readonly kind: 'content';
  /** Study-relative. */
  readonly path: string;
  readonly before: FileSide;
  readonly after: FileSide;
}

/** A file gets another path; what belongs to a transcript goes along with it. */
export interface FileRename {
  readonly kind: 'rename';
  readonly from: string;
  readonly to: string;
}

export type FileStep = FileChange | FileRename;

/**
 * `before` and `after` hold the fields that differ: a field in only one of them is absent on the other side. `null`
 * means that there is no record on that side, and then the other side is the whole record.
 */
interface Change<Fields> {
  readonly before: Partial<Fields> | null;
  readonly after: Partial<Fields> | null;
}

/** A change of one boundary names both, so that the journal can carry the range through edits of the text. */
export interface QuotationChange extends Change<Quotation> {
  readonly record: 'quotation';
  /** Study-relative path of the transcript. */
  readonly document: string;
  readonly id: string;
}

export interface CodeChange extends Change<Code> {
  readonly record: 'code';
  readonly id: string;
}

export interface CodeSetChange extends Change<CodeSet> {
  readonly record: 'codeSet';
  readonly id: string;
}

export interface RelationChange extends Change<Relation> {
  readonly record: 'relation';
  readonly id: string;
}

export interface SummaryChange extends Change<Summary> {
  readonly record: 'summary';
  /** See `summaryId`. */
  readonly id: string;
}

/** What was done is written down as part of doing it, so that taking it back takes its line away too. */
export interface HistoryChange extends Change<HistoryEntry> {
  readonly record: 'history';
  /** See `historyIdFor`. */
  readonly id: string;
}

/** The name of a case is its id: a change of the name moves the record, and `id` is the name before it. */
export interface CaseChange extends Change<Case> {
  readonly record: 'case';
  readonly id: string;
}

/** A key of the front matter of a transcript, with what stands behind its colon as it is written. */
interface WrittenAttribute {
  readonly written: string;
}

/**
 * A change of the front matter. It is made in the text of the transcript, where its editor, or else its file, has it; the
 * quotations are carried along as with any other edit.
 */
export interface AttributeChange extends Change<WrittenAttribute> {
  readonly record: 'attribute';
  /** Study-relative path of the transcript. */
  readonly document: string;
  /** The key. */
  readonly id: string;
}

export interface SettingsChange extends Change<Settings> {
  readonly record: 'settings';
  readonly id: 'settings';
}

export type RecordChange =
  | QuotationChange
  | CodeChange
  | CodeSetChange
  | RelationChange
  | SummaryChange
  | HistoryChange
  | CaseChange
  | AttributeChange
  | SettingsChange;

/** The operation that takes this one back. */
export function inverse(operation: Operation): Operation {
  return {
    label: operation.label,
    changes: operation.changes.map(swapSides).reverse(),
    ...(operation.files && { files: operation.files.map(swapStep).reverse() }),
  };
}

function swapStep(step: FileStep): FileStep {
  return step.kind === 'rename'
    ? { ...step, from: step.to, to: step.from }
    : { ...step, before: step.after, after: step.before };
}

function swapSides(change: RecordChange): RecordChange {
  switch (change.record) {
    case 'quotation':
      return { ...change, before: change.after, after: change.before };
    case 'code':
      return { ...change, before: change.after, after: change.before };
    case 'codeSet':
      return { ...change, before: change.after, after: change.before };
    case 'relation':
      return { ...change, before: change.after, after: change.before };
    case 'summary':
      return { ...change, before: change.after, after: change.before };
    case 'history':
      return { ...change, before: change.after, after: change.before };
    case 'case':
      return {
        ...change,
        id: change.after?.name ?? change.id,
        before: change.after,
        after: change.before,
      };
    case 'attribute':
      return { ...change, before: change.after, after: change.before };
    case 'settings':
      return { ...change, before: change.after, after: change.before };
  }
}

/**
 * The two sides of an update: of each field that differs, what it was and what it is. Undefined when nothing differs.
 *
 * @param set the fields to set; `undefined` takes a field away
 */
export function fieldsChanged<Fields extends object>(
  record: Fields,
  set: { readonly [Key in keyof Fields]?: Fields[Key] | undefined },
): { before: Partial<Fields>; after: Partial<Fields> } | undefined {
  const before: Partial<Fields> = {};
  const after: Partial<Fields> = {};
  for (const key of Object.keys(set) as (keyof Fields)[]) {
    if (sameValue(record[key], set[key])) continue;
    if (record[key] !== undefined) before[key] = record[key];
    const value = set[key];
    if (value !== undefined) after[key] = value;
  }
  return Object.keys(before).length + Object.keys(after).length > 0 ? { before, after } : undefined;
}

/** Whether two field values are the same by content. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
  );
}
