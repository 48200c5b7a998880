import { isInCycle } from '../study/codeTree.ts';
import { isId } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import { type Code, type Codebook, levels } from '../study/model.ts';
import { type Problem, problem, type TextRange } from '../study/problem.ts';
import { codeSetFormat, codeSetLines } from './codeSets.ts';
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
import { inline, type Member, objectFile, recordLines, unknownMembers } from './jsonWrite.ts';
import type { Parsed } from './parsed.ts';
import { inOrder, type RecordFormat, readRecords } from './records.ts';

const texts = [
  'parent',
  'color',
  'slot',
  'definition',
  'include',
  'exclude',
  'example',
  'created',
  'modified',
] as const;
const order = ['id', 'name', 'level', ...texts] as const;
const known: ReadonlySet<string> = new Set(order);
const knownInFile: ReadonlySet<string> = new Set(['version', 'codes', 'sets']);

const codeFormat: RecordFormat<Code> = {
  list: 'codes',
  read: codeOf,
  nameOf: ({ name }) => name,
  unreadable: 'codebook.record',
  duplicate: 'codebook.duplicateId',
};

/**
 * Reads codebook.json. A record that is no code is kept as it is among the unreadable ones; the second code of an id
 * gets an id of its own.
 */
export function parseCodebook(text: string, path: string): Parsed<Codebook> {
  const file = readJson(text, path);
  if (!('object' in file)) return notReadable(file.problems);
  const records = file.object.codes ?? [];
  const setRecords = file.object.sets ?? [];
  if (!isList(records) || !isList(setRecords)) {
    const key = isList(records) ? 'sets' : 'codes';
    return notReadable([problem('error', path, 'json.noList', { file: path, key }, memberRange(text, key))]);
  }
  const {
    records: codes,
    unreadable,
    problems: ofCodes,
    rangeOf,
  } = readRecords(records, text, path, codeFormat);
  const {
    records: sets,
    unreadable: unreadableSets,
    problems: ofSets,
  } = readRecords(setRecords, text, path, codeSetFormat);
  const problems: Problem[] = [...file.problems, ...ofCodes];
  for (const code of codes.values()) {
    const fault = faultOfParent(codes, code);
    const values = { id: code.id, name: code.name, parent: code.parent ?? '' };
    if (fault) problems.push(problem('warning', path, fault, values, rangeOf(code.id)));
  }
  problems.push(...ofSets);
  const unknown = unknownKeys(file.object, knownInFile);
  const kept = [...codes.values(), ...sets.values()].map((record) => record.unknown);
  const deep = tooDeep(path, [unknown, ...unreadable, ...unreadableSets, ...kept]);
  if (deep) return notReadable(deep);
  return {
    value: {
      codes,
      sets,
      ...(unknown && { unknown }),
      ...(unreadable.length > 0 && { unreadable }),
      ...(unreadableSets.length > 0 && { unreadableSets }),
    },
    problems,
    readOnly: file.readOnly,
  };
}

/** Where the record of a code stands in codebook.json, in its LF text; undefined when it is not there. */
export function rangeOfCode(text: string, id: string): TextRange | undefined {
  const file = readJson(text, '');
  if (!('object' in file) || !isList(file.object.codes)) return undefined;
  const index = file.object.codes.findIndex((record) => isObject(record) && record.id === id);
  return index < 0 ? undefined : itemRanges(text, 'codes')(index);
}

/** codebook.json of a codebook: a code a line, sorted by id, and so its sets; without sets these are left out. */
export function serialiseCodebook(codebook: Codebook): string {
  const sets = codeSetLines(codebook);
  return objectFile([
    ['version', '1'],
    [
      'codes',
      recordLines([...inOrder(codebook.codes).map(codeLine), ...(codebook.unreadable ?? []).map(inline)]),
    ],
    ...(sets.length > 0 ? [['sets', recordLines(sets)] satisfies Member] : []),
    ...unknownMembers(codebook.unknown),
  ]);
}

/** What is wrong with the parent of a code; such a code stands at the top of the tree. Nothing here makes one. */
function faultOfParent(codes: ReadonlyMap<string, Code>, code: Code): string | undefined {
  if (code.parent === undefined) return undefined;
  if (!codes.has(code.parent)) return 'codebook.unknownParent';
  return isInCycle(codes, code) ? 'codebook.parentCycle' : undefined;
}

/** A code of a record, or the key that makes it none. */
function codeOf(record: Json): Code | string {
  if (!isObject(record)) return 'id';
  const { id, name, level = 'code' } = record;
  if (typeof id !== 'string' || !isId(id)) return 'id';
  if (typeof name !== 'string') return 'name';
  const itsLevel = levels.find((known) => known === level);
  if (!itsLevel) return 'level';
  const wrong = texts.find((key) => record[key] !== undefined && typeof record[key] !== 'string');
  if (wrong) return wrong;
  const optional = Object.fromEntries(
    texts.flatMap((key) => (typeof record[key] === 'string' ? [[key, record[key]]] : [])),
  );
  const unknown = unknownKeys(record, known);
  return { id, name, level: itsLevel, ...optional, ...(unknown && { unknown }) };
}

function codeLine(code: Code): string {
  const members: Member[] = order.flatMap((key): Member[] => {
    const value = code[key];
    return value === undefined ? [] : [[key, JSON.stringify(value)]];
  });
  return `{${[...members, ...unknownMembers(code.unknown)].map(([key, json]) => `${JSON.stringify(key)}: ${json}`).join(', ')}}`;
}
