import type { Json, UnknownKeys } from '../study/json.ts';

/** A member of an object on one line: its key and its value as JSON. */
export type Member = readonly [key: string, json: string];

/** JSON on one line, with a space after each comma and colon. */
export function inline(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    return `[${items.map(inline).join(', ')}]`;
  }
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`)
    .join(', ')}}`;
}

/** An object on one line whose keys are sorted, so that the order in which they were set does not matter. */
export function inlineSorted(object: { readonly [key: string]: Json }): string {
  const entries = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return inline(Object.fromEntries(entries));
}

/** The members that a version does not know, after those that it does, as they were read. */
export function unknownMembers(unknown: UnknownKeys | undefined): readonly Member[] {
  return unknown ? Object.entries(unknown).map(([key, value]) => [key, inline(value)]) : [];
}

/** A list with a record a line, at the depth of a member of the file. */
export function recordLines(records: readonly string[]): string {
  return records.length > 0 ? `[\n    ${records.join(',\n    ')}\n  ]` : '[]';
}

/** A file of an object with a member a line; `$schema` comes first, where editors look for it. */
export function objectFile(members: readonly Member[]): string {
  const isSchema = ([key]: Member) => key === '$schema';
  const ordered = [...members.filter(isSchema), ...members.filter((member) => !isSchema(member))];
  return `{\n${ordered.map(([key, json]) => `  ${JSON.stringify(key)}: ${json}`).join(',\n')}\n}\n`;
}
