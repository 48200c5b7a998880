import { isId } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import type { Codebook, CodeSet } from '../study/model.ts';
import { type Problem, problem } from '../study/problem.ts';
import { derivedId } from './derivedId.ts';
import { isObject, isTextList, itemRanges, unknownKeys } from './jsonRead.ts';
import { inline } from './jsonWrite.ts';

const known: ReadonlySet<string> = new Set(['id', 'name', 'codes', 'comment']);

/** Reads the sets of codebook.json, by the same rules as its codes. */
export function codeSetsOf(records: readonly Json[], text: string, path: string) {
  const sets = new Map<string, CodeSet>();
  const unreadableSets: Json[] = [];
  const problems: Problem[] = [];
  const rangeOf = itemRanges(text, 'sets');
  records.forEach((record, index) => {
    const set = codeSetOf(record);
    if (typeof set === 'string') {
      unreadableSets.push(record);
      problems.push(problem('error', path, 'codebook.setRecord', { file: path, key: set }, rangeOf(index)));
      return;
    }
    const id = sets.has(set.id) ? derivedId(set.id, (taken) => sets.has(taken)) : set.id;
    sets.set(id, { ...set, id });
    if (id === set.id) return;
    const values = { file: path, id: set.id, name: set.name, newId: id };
    problems.push(problem('warning', path, 'codebook.duplicateSet', values, rangeOf(index)));
  });
  return { sets, unreadableSets, problems };
}

/** A line for each set, sorted by id. */
export function codeSetLines({ sets, unreadableSets = [] }: Codebook): readonly string[] {
  const sorted = [...sets.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = sorted.map(({ id, name, codes, comment, unknown }) =>
    inline({ id, name, codes, ...(comment !== undefined && { comment }), ...unknown }),
  );
  return [...lines, ...unreadableSets.map(inline)];
}

/** A code set of a record, or the key that makes it none. */
function codeSetOf(record: Json): CodeSet | string {
  if (!isObject(record)) return 'id';
  const { id, name, codes = [], comment } = record;
  if (typeof id !== 'string' || !isId(id)) return 'id';
  if (typeof name !== 'string') return 'name';
  if (!isTextList(codes)) return 'codes';
  if (comment !== undefined && typeof comment !== 'string') return 'comment';
  const unknown = unknownKeys(record, known);
  return {
    id,
    name,
    codes: [...new Set(codes)],
    ...(comment !== undefined && { comment }),
    ...(unknown && { unknown }),
  };
}
