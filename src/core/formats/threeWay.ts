import { sameValue } from '../study/operation.ts';

/** What two sides changed, each without knowing of the other, and how it was settled. */
export interface MergeConflict {
  /** Both changed a field: mine is kept. One deleted what the other changed: the change is kept. */
  readonly kind: 'bothChanged' | 'deletedThere' | 'deletedHere';
  readonly id: string;
  readonly field?: string;
  readonly mine?: unknown;
  readonly theirs?: unknown;
}

/** Merges one record; `base` is empty when both sides added it. */
export type MergeRecord<Fields> = (
  base: Partial<Fields>,
  mine: Fields,
  theirs: Fields,
  report: (field: string, mine: unknown, theirs: unknown) => void,
) => Fields;

/**
 * Merges two versions of records that come from the same base: what one side added, changed or deleted is so in the
 * result. The order is theirs, then what only mine has.
 */
export function mergeRecords<Fields extends object>(
  base: ReadonlyMap<string, Fields>,
  mine: ReadonlyMap<string, Fields>,
  theirs: ReadonlyMap<string, Fields>,
  mergeRecord: MergeRecord<Fields>,
): { readonly records: ReadonlyMap<string, Fields>; readonly conflicts: readonly MergeConflict[] } {
  const records = new Map<string, Fields>();
  const conflicts: MergeConflict[] = [];
  for (const [id, their] of theirs) {
    const my = mine.get(id);
    const before = base.get(id);
    if (my) {
      const merged = mergeRecord(before ?? {}, my, their, (field, mine, theirs) =>
        conflicts.push({ kind: 'bothChanged', id, field, mine, theirs }),
      );
      records.set(id, merged);
    } else if (!before) {
      records.set(id, their);
    } else if (!sameValue(before, their)) {
      records.set(id, their);
      conflicts.push({ kind: 'deletedHere', id });
    }
  }
  for (const [id, my] of mine) {
    if (theirs.has(id)) continue;
    const before = base.get(id);
    if (before && sameValue(before, my)) continue;
    records.set(id, my);
    if (before) conflicts.push({ kind: 'deletedThere', id });
  }
  return { records, conflicts };
}

/** How the fields of a record are merged that are not just one value. */
export type Rules<Fields> = { readonly [Key in keyof Fields]?: 'members' | 'items' | 'latest' | 'skip' };

/**
 * Merges the fields of one record, each on its own. Where both sides changed a field to different values, mine is kept
 * and theirs reported. `members` merges an object by its keys, `items` a list as a set, `latest` takes the greater text, `skip`
 * keeps mine for the caller to settle.
 */
export function mergeFields<Fields extends object>(
  base: Partial<Fields>,
  mine: Fields,
  theirs: Fields,
  report: (field: string, mine: unknown, theirs: unknown) => void,
  rules: Rules<Fields> = {},
): Fields {
  const own = (side: Partial<Fields>, field: keyof Fields) =>
    Object.hasOwn(side, field) ? side[field] : undefined;
  const fields = Object.keys({ ...theirs, ...mine }) as (keyof Fields & string)[];
  const merged = fields.flatMap((field): [string, unknown][] => {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
    const value = settle(own(base, field), own(mine, field), own(theirs, field), rule, (path, my, their) =>
      report(path === '' ? field : `${field}.${path}`, my, their),
    );
    return value === undefined ? [] : [[field, value]];
  });
  // Keys may be names of the user's, `__proto__` among them: they are never set one by one.
  return Object.fromEntries(merged) as Fields;
}

function settle(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  rule: 'members' | 'items' | 'latest' | 'skip' | undefined,
  report: (path: string, mine: unknown, theirs: unknown) => void,
): unknown {
  if (rule === 'skip' || sameValue(theirs, base) || sameValue(mine, theirs)) return mine;
  if (sameValue(mine, base)) return theirs;
  if (rule === 'items' && Array.isArray(mine) && Array.isArray(theirs))
    return mergeItems(Array.isArray(base) ? base : [], mine, theirs);
  if (rule === 'latest' && typeof mine === 'string' && typeof theirs === 'string')
    return mine > theirs ? mine : theirs;
  if (rule === 'members') {
    const merged = mergeFields<Readonly<Record<string, unknown>>>(
      isObject(base) ? base : {},
      isObject(mine) ? mine : {},
      isObject(theirs) ? theirs : {},
      report,
    );
    return Object.keys(merged).length > 0 ? merged : undefined;
  }
  report('', mine, theirs);
  return mine;
}

/** Their items without those that mine took out, then those that mine added. */
export function mergeItems<Item>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
): readonly Item[] {
  const kept = theirs.filter((item) => mine.includes(item) || !base.includes(item));
  return [...kept, ...mine.filter((item) => !theirs.includes(item) && !base.includes(item))];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
