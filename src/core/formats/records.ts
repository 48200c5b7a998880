import type { Json } from '../study/json.ts';
import { type Problem, problem, type TextRange } from '../study/problem.ts';
import { derivedId } from './derivedId.ts';
import { itemRanges } from './jsonRead.ts';

/** How the records of a list in a JSON file are read. */
export interface RecordFormat<Fields> {
  /** The key of the list in the file. */
  readonly list: string;
  /** The record, or the key that makes it none. */
  read(record: Json): Fields | string;
  /** What a reader calls a record. */
  nameOf(record: Fields): string;
  /** Keys of the sentences for a record that is none, and for the second one of an id. */
  readonly unreadable: string;
  readonly duplicate: string;
}

export interface ReadRecords<Fields> {
  readonly records: ReadonlyMap<string, Fields>;
  /** Records that are none as this version knows them, as they were. */
  readonly unreadable: readonly Json[];
  readonly problems: readonly Problem[];
  /** Where a record stands in the LF text of the file. */
  readonly rangeOf: (id: string) => TextRange;
}

/**
 * Reads a list of records with ids. What is no record is kept as it is; the second record of an id gets an id of its own,
 * always the same.
 */
export function readRecords<Fields extends { readonly id: string }>(
  items: readonly Json[],
  text: string,
  path: string,
  format: RecordFormat<Fields>,
): ReadRecords<Fields> {
  const records = new Map<string, Fields>();
  const indexes = new Map<string, number>();
  const unreadable: Json[] = [];
  const problems: Problem[] = [];
  const rangeAt = itemRanges(text, format.list);
  items.forEach((item, index) => {
    const record = format.read(item);
    if (typeof record === 'string') {
      unreadable.push(item);
      problems.push(problem('error', path, format.unreadable, { file: path, key: record }, rangeAt(index)));
      return;
    }
    const id = records.has(record.id) ? derivedId(record.id, (taken) => records.has(taken)) : record.id;
    records.set(id, { ...record, id });
    indexes.set(id, index);
    if (id === record.id) return;
    const values = { file: path, id: record.id, name: format.nameOf(record), newId: id };
    problems.push(problem('warning', path, format.duplicate, values, rangeAt(index)));
  });
  return { records, unreadable, problems, rangeOf: (id) => rangeAt(indexes.get(id) ?? 0) };
}

/** Records in the order of their ids. */
export function inOrder<Fields extends { readonly id: string }>(
  records: ReadonlyMap<string, Fields>,
): readonly Fields[] {
  return [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
