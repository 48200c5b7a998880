import { isId } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import type { Relation, RelationEnd, Relations } from '../study/model.ts';
import { problem } from '../study/problem.ts';
import { isList, isObject, memberRange, notReadable, readJson, tooDeep, unknownKeys } from './jsonRead.ts';
import { inline, objectFile, recordLines, unknownMembers } from './jsonWrite.ts';
import type { Parsed } from './parsed.ts';
import { inOrder, type RecordFormat, readRecords } from './records.ts';

const known: ReadonlySet<string> = new Set(['id', 'from', 'to', 'type', 'comment', 'created']);
const knownInFile: ReadonlySet<string> = new Set(['version', 'relations']);

const format: RecordFormat<Relation> = {
  list: 'relations',
  read: relationOf,
  nameOf: ({ from, type, to }) => `${from} ${type} ${to}`,
  unreadable: 'relations.record',
  duplicate: 'relations.duplicateId',
};

/** Reads relations.json. Whether what a relation is between is there, the file alone does not tell. */
export function parseRelations(text: string, path: string): Parsed<Relations> {
  const file = readJson(text, path);
  if (!('object' in file)) return notReadable(file.problems);
  const items = file.object.relations ?? [];
  if (!isList(items)) {
    const values = { file: path, key: format.list };
    return notReadable([problem('error', path, 'json.noList', values, memberRange(text, format.list))]);
  }
  const { records, unreadable, problems } = readRecords(items, text, path, format);
  const unknown = unknownKeys(file.object, knownInFile);
  const kept = [...records.values()].map((relation) => relation.unknown);
  const deep = tooDeep(path, [unknown, ...unreadable, ...kept]);
  if (deep) return notReadable(deep);
  return {
    value: {
      relations: records,
      hasFile: true,
      ...(unknown && { unknown }),
      ...(unreadable.length > 0 && { unreadable }),
    },
    problems: [...file.problems, ...problems],
    readOnly: file.readOnly,
  };
}

/** relations.json: a relation a line, sorted by id. */
export function serialiseRelations({ relations, unreadable = [], unknown }: Relations): string {
  return objectFile([
    ['version', '1'],
    ['relations', recordLines([...inOrder(relations).map(relationLine), ...unreadable.map(inline)])],
    ...unknownMembers(unknown),
  ]);
}

/** Whether there is anything to keep in a file. */
export function hasRelations({ relations, hasFile, unknown, unreadable }: Relations): boolean {
  return hasFile === true || relations.size > 0 || unknown !== undefined || unreadable !== undefined;
}

function relationOf(record: Json): Relation | string {
  if (!isObject(record)) return 'id';
  const { id, from, to, type, comment, created } = record;
  if (typeof id !== 'string' || !isId(id)) return 'id';
  if (!isEnd(from)) return 'from';
  if (!isEnd(to)) return 'to';
  if (typeof type !== 'string') return 'type';
  if (comment !== undefined && typeof comment !== 'string') return 'comment';
  if (created !== undefined && typeof created !== 'string') return 'created';
  const unknown = unknownKeys(record, known);
  return {
    id,
    from,
    to,
    type,
    ...(comment !== undefined && { comment }),
    ...(created !== undefined && { created }),
    ...(unknown && { unknown }),
  };
}

function isEnd(value: Json | undefined): value is RelationEnd {
  return typeof value === 'string' && /^(?:code|quotation):[A-Za-z0-9_-]{1,64}$/.test(value);
}

function relationLine({ id, from, to, type, comment, created, unknown }: Relation): string {
  return inline({
    id,
    from,
    to,
    type,
    ...(comment !== undefined && { comment }),
    ...(created !== undefined && { created }),
    ...unknown,
  });
}
