import {
  entriesInOrder,
  type History,
  type HistoryEntry,
  historyIdFor,
  historyKeys,
  historyOperations,
} from '../study/history.ts';
import type { Json } from '../study/json.ts';
import { type Problem, problem } from '../study/problem.ts';
import { normalForm } from '../text/transcript.ts';
import {
  conflictIn,
  isObject,
  isTextList,
  isTextRecord,
  lineAt,
  notReadable,
  tooDeep,
  unknownKeys,
} from './jsonRead.ts';
import { inline, inlineSorted, type Member, unknownMembers } from './jsonWrite.ts';
import type { Parsed } from './parsed.ts';

const known: ReadonlySet<string> = new Set(historyKeys);

/**
 * Reads history.jsonl: an entry a line. A line that is none is kept as it is and reported; only where git left both sides
 * of a merge is the file left alone as a whole.
 */
export function parseHistory(written: string, path: string): Parsed<History> {
  const text = normalForm(written);
  const conflict = conflictIn(text);
  if (conflict) {
    const values = { file: path, line: lineAt(text, conflict.start) };
    return notReadable([problem('error', path, 'file.mergeConflict', values, conflict)]);
  }
  const entries = new Map<string, HistoryEntry>();
  const unreadable: string[] = [];
  const problems: Problem[] = [];
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const range = { start, end: start + line.length };
    start = range.end + 1;
    if (line.trim() === '') continue;
    const entry = entryOf(line);
    if (typeof entry === 'object') {
      entries.set(
        historyIdFor(entry, (id) => entries.has(id)),
        entry,
      );
      continue;
    }
    unreadable.push(line);
    const values = { file: path, line: index + 1, key: entry };
    problems.push(problem('error', path, entry === '' ? 'history.notJson' : 'history.record', values, range));
  }
  const deep = tooDeep(
    path,
    [...entries.values()].map((entry) => entry.unknown),
  );
  if (deep) return notReadable(deep);
  return {
    value: { entries, hasFile: true, ...(unreadable.length > 0 && { unreadable }) },
    problems,
    readOnly: false,
  };
}

/** history.jsonl: an entry a line, oldest first; those of the same second in the order in which they came. */
export function serialiseHistory(history: History): string {
  const lines = entriesInOrder(history).map(entryLine);
  return [...lines, ...(history.unreadable ?? [])].map((line) => `${line}\n`).join('');
}

/** Whether there is anything to keep in a file. */
export function hasHistory({ entries, hasFile, unreadable }: History): boolean {
  return hasFile === true || entries.size > 0 || unreadable !== undefined;
}

/** The entry of a line, or the key that makes it none; an empty key when the line is not even JSON. */
function entryOf(line: string): HistoryEntry | string {
  let record: Json;
  try {
    record = JSON.parse(line);
  } catch {
    return '';
  }
  if (!isObject(record)) return '';
  const { at, op: name, quotations } = record;
  if (typeof at !== 'string') return 'at';
  const op = historyOperations.find((one) => one === name);
  if (!op) return 'op';
  if (quotations !== undefined && !(typeof quotations === 'number' && Number.isSafeInteger(quotations)))
    return 'quotations';
  const wrong = [
    ...texts.filter((key) => record[key] !== undefined && typeof record[key] !== 'string'),
    ...lists.filter((key) => record[key] !== undefined && !listOf(record[key])),
    ...byCode.filter((key) => record[key] !== undefined && !isTextRecord(record[key])),
  ][0];
  if (wrong) return wrong;
  const optional = [...texts, ...byCode].flatMap((key) =>
    record[key] === undefined ? [] : [[key, record[key]]],
  );
  const ids = lists.flatMap((key) => (record[key] === undefined ? [] : [[key, listOf(record[key])]]));
  const unknown = unknownKeys(record, known);
  return {
    at,
    op,
    ...Object.fromEntries([...optional, ...ids]),
    ...(quotations !== undefined && { quotations }),
    ...(unknown && { unknown }),
  };
}

const texts = ['coder', 'parent', 'set', 'why'] as const;
const lists = ['codes', 'from', 'into'] as const;
const byCode = ['names', 'before', 'after'] as const;

/** One code may be written without brackets. */
function listOf(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  return isTextList(value) ? value : undefined;
}

function entryLine(entry: HistoryEntry): string {
  const members = historyKeys.flatMap((key): Member[] => {
    const value = entry[key];
    if (value === undefined) return [];
    return [[key, isByCode(value) ? inlineSorted(value) : inline(unbracketed(key, value))]];
  });
  const all = [...members, ...unknownMembers(entry.unknown)];
  return `{${all.map(([key, json]) => `${JSON.stringify(key)}: ${json}`).join(', ')}}`;
}

function isByCode(value: Json): value is { readonly [key: string]: string } {
  return isObject(value);
}

/** What others went into is nearly always one, and reads best without brackets. */
function unbracketed(key: string, value: Json): Json {
  return key === 'into' && isTextList(value) && value.length === 1 ? (value[0] ?? null) : value;
}
