import { isId } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import type { Summaries, Summary } from '../study/model.ts';
import { type Problem, problem } from '../study/problem.ts';
import { summaryId } from '../study/summaries.ts';
import {
  isList,
  isObject,
  itemRanges,
  memberRange,
  notReadable,
  readJson,
  tooDeep,
  unknownKeys,
} from './jsonRead.ts';
import { inline, objectFile, recordLines, unknownMembers } from './jsonWrite.ts';
import type { Parsed } from './parsed.ts';

const list = 'summaries';
const known: ReadonlySet<string> = new Set(['case', 'code', 'text']);
const knownInFile: ReadonlySet<string> = new Set(['version', list]);

/**
 * Reads summaries.json. A cell has one summary: the second one of a case and code is kept as it is, and named. Whether the
 * case and the code are there, the file alone does not tell.
 */
export function parseSummaries(text: string, path: string): Parsed<Summaries> {
  const file = readJson(text, path);
  if (!('object' in file)) return notReadable(file.problems);
  const items = file.object[list] ?? [];
  if (!isList(items)) {
    const values = { file: path, key: list };
    return notReadable([problem('error', path, 'json.noList', values, memberRange(text, list))]);
  }
  const { summaries, unreadable, problems } = readItems(items, text, path);
  const unknown = unknownKeys(file.object, knownInFile);
  const kept = [...summaries.values()].map((summary) => summary.unknown);
  const deep = tooDeep(path, [unknown, ...unreadable, ...kept]);
  if (deep) return notReadable(deep);
  return {
    value: {
      summaries,
      hasFile: true,
      ...(unknown && { unknown }),
      ...(unreadable.length > 0 && { unreadable }),
    },
    problems: [...file.problems, ...problems],
    readOnly: file.readOnly,
  };
}

/** summaries.json: a summary a line, sorted by code and then by case. */
export function serialiseSummaries({ summaries, unreadable = [], unknown }: Summaries): string {
  const inOrder = [...summaries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, summary]) => summary);
  return objectFile([
    ['version', '1'],
    [list, recordLines([...inOrder.map(summaryLine), ...unreadable.map(inline)])],
    ...unknownMembers(unknown),
  ]);
}

/** Whether there is anything to keep in a file. */
export function hasSummaries({ summaries, hasFile, unknown, unreadable }: Summaries): boolean {
  return hasFile === true || summaries.size > 0 || unknown !== undefined || unreadable !== undefined;
}

function readItems(items: readonly Json[], text: string, path: string) {
  const summaries = new Map<string, Summary>();
  const unreadable: Json[] = [];
  const problems: Problem[] = [];
  const rangeAt = itemRanges(text, list);
  items.forEach((item, index) => {
    const summary = summaryFrom(item);
    if (typeof summary === 'string') {
      unreadable.push(item);
      const values = { file: path, key: summary };
      problems.push(problem('error', path, 'summaries.record', values, rangeAt(index)));
      return;
    }
    const id = summaryId(summary);
    if (summaries.has(id)) {
      unreadable.push(item);
      const values = { file: path, case: summary.case, code: summary.code };
      problems.push(problem('warning', path, 'summaries.duplicate', values, rangeAt(index)));
    } else summaries.set(id, summary);
  });
  return { summaries, unreadable, problems };
}

/** A summary, or the key that makes a record none. */
function summaryFrom(record: Json): Summary | string {
  if (!isObject(record)) return 'case';
  const { case: name, code, text } = record;
  if (typeof name !== 'string' || name === '') return 'case';
  if (typeof code !== 'string' || !isId(code)) return 'code';
  if (typeof text !== 'string') return 'text';
  const unknown = unknownKeys(record, known);
  return { case: name, code, text, ...(unknown && { unknown }) };
}

function summaryLine({ case: name, code, text, unknown }: Summary): string {
  return inline({ case: name, code, text, ...unknown });
}
