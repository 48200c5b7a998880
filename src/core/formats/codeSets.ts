import { isId } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import type { Codebook, CodeSet } from '../study/model.ts';
import { isObject, isTextList, unknownKeys } from './jsonRead.ts';
import { inline } from './jsonWrite.ts';
import { inOrder, type RecordFormat } from './records.ts';

const known: ReadonlySet<string> = new Set(['id', 'name', 'codes', 'comment']);

/** The sets in codebook.json, read by the same rules as its codes. */
export const codeSetFormat: RecordFormat<CodeSet> = {
  list: 'sets',
  read: codeSetOf,
  nameOf: ({ name }) => name,
  unreadable: 'codebook.setRecord',
  duplicate: 'codebook.duplicateSet',
};

/** A line for each set, sorted by id. */
export function codeSetLines({ sets, unreadableSets = [] }: Codebook): readonly string[] {
  const lines = inOrder(sets).map(({ id, name, codes, comment, unknown }) =>
    inline({ id, name, codes, ...(comment !== undefined && { comment }), ...unknown }),
  );
  return [...lines, ...unreadableSets.map(inline)];
}

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
