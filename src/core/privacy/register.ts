import {
  isList,
  isObject,
  isTextList,
  memberRange,
  notReadable,
  readJson,
  tooDeep,
  unknownKeys,
} from '../formats/jsonRead.ts';
import { inline, objectFile, recordLines, unknownMembers } from '../formats/jsonWrite.ts';
import type { Parsed } from '../formats/parsed.ts';
import type { Json, UnknownKeys } from '../study/json.ts';
import { type Problem, problem } from '../study/problem.ts';

export const pseudonymKinds = ['person', 'organisation', 'place', 'case'] as const;

/** A real name and the fictitious one that stands for it. */
export interface Pseudonym {
  readonly name: string;
  readonly pseudonym: string;
  readonly kind: (typeof pseudonymKinds)[number];
  /** Other ways in which the same is named. */
  readonly variants?: readonly string[];
  readonly unknown?: UnknownKeys;
}

/** pseudonyms.json. It is no part of a study in memory, so that nothing made of a study can hold a real name by it. */
export interface PseudonymRegister {
  readonly pseudonyms: readonly Pseudonym[];
  readonly unknown?: UnknownKeys;
  /** Records that are none as this version knows them: kept, and written back as they were. */
  readonly unreadable?: readonly Json[];
}

const known: ReadonlySet<string> = new Set(['name', 'pseudonym', 'kind', 'variants']);
const knownInFile: ReadonlySet<string> = new Set(['version', 'pseudonyms']);

/** Reads pseudonyms.json. What its records say together is not looked at, see `problemsOfRegister`. */
export function parsePseudonyms(text: string, path: string): Parsed<PseudonymRegister> {
  const file = readJson(text, path);
  if (!('object' in file)) return notReadable(file.problems);
  const items = file.object.pseudonyms ?? [];
  const range = memberRange(text, 'pseudonyms');
  if (!isList(items))
    return notReadable([problem('error', path, 'json.noList', { file: path, key: 'pseudonyms' }, range)]);
  const pseudonyms: Pseudonym[] = [];
  const unreadable: Json[] = [];
  const problems: Problem[] = [...file.problems];
  for (const item of items) {
    const record = pseudonymOf(item);
    if (typeof record !== 'string') pseudonyms.push(record);
    else {
      unreadable.push(item);
      problems.push(problem('error', path, 'pseudonyms.record', { file: path, key: record }, range));
    }
  }
  const unknown = unknownKeys(file.object, knownInFile);
  const deep = tooDeep(path, [unknown, ...unreadable, ...pseudonyms.map((one) => one.unknown)]);
  if (deep) return notReadable(deep);
  return {
    value: {
      pseudonyms,
      ...(unknown && { unknown }),
      ...(unreadable.length > 0 && { unreadable }),
    },
    problems,
    readOnly: file.readOnly,
  };
}

/** pseudonyms.json: a pseudonym a line, sorted by name. */
export function serialisePseudonyms({ pseudonyms, unreadable = [], unknown }: PseudonymRegister): string {
  const sorted = [...pseudonyms].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return objectFile([
    ['version', '1'],
    ['pseudonyms', recordLines([...sorted.map(pseudonymLine), ...unreadable.map(inline)])],
    ...unknownMembers(unknown),
  ]);
}

function pseudonymOf(record: Json): Pseudonym | string {
  if (!isObject(record)) return 'name';
  const { name, pseudonym, variants } = record;
  const kind = pseudonymKinds.find((one) => one === record.kind);
  if (typeof name !== 'string') return 'name';
  if (typeof pseudonym !== 'string') return 'pseudonym';
  if (kind === undefined) return 'kind';
  if (variants !== undefined && !isTextList(variants)) return 'variants';
  const unknown = unknownKeys(record, known);
  return { name, pseudonym, kind, ...(variants && { variants }), ...(unknown && { unknown }) };
}

function pseudonymLine({ name, pseudonym, kind, variants, unknown }: Pseudonym): string {
  return inline({ name, pseudonym, kind, ...(variants && { variants }), ...unknown });
}
