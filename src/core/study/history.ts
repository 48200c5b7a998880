import { derived } from './derived.ts';
import type { Json, UnknownKeys } from './json.ts';

/** What was done to the codebook. */
export type HistoryOperation =
  | 'create'
  | 'rename'
  | 'recolour'
  | 'define'
  | 'level'
  | 'move'
  | 'group'
  | 'ungroup'
  | 'merge'
  | 'split'
  | 'delete'
  | 'set';

export const historyOperations: readonly HistoryOperation[] = [
  'create',
  'rename',
  'recolour',
  'define',
  'level',
  'move',
  'group',
  'ungroup',
  'merge',
  'split',
  'delete',
  'set',
];

/** Texts by the id of a code; a code that is not in it had none. */
type ByCode = Readonly<Record<string, string>>;

/**
 * One line of the codebook's history: what a reader needs to follow how it grew, readable after the codes are gone.
 * Codes are named by their ids, and `names` says what each was called when it was done.
 */
export interface HistoryEntry {
  /** ISO 8601 in UTC, to the second. */
  readonly at: string;
  readonly coder?: string;
  readonly op: HistoryOperation;
  /** The codes that it was done to, where there is no `from` and `into`. */
  readonly codes?: readonly string[];
  /** The codes whose codings went to others: the merged ones, the one that was split. */
  readonly from?: readonly string[];
  /** The codes that got them. */
  readonly into?: readonly string[];
  /** The code under which others came to stand; absent for the top of the tree. */
  readonly parent?: string;
  /** The name of the code set. */
  readonly set?: string;
  readonly names?: ByCode;
  /** How many quotations were coded otherwise by it. */
  readonly quotations?: number;
  /** What was and what is, by code: names for `rename`, colours for `recolour`, levels for `level`, parents' ids for `move`. */
  readonly before?: ByCode;
  readonly after?: ByCode;
  readonly why?: string;
  readonly unknown?: UnknownKeys;
}

/** history.jsonl: entries in the order of the file. */
export interface History {
  /** By ids that are worked out from what the entries say, see `historyIdFor`. */
  readonly entries: ReadonlyMap<string, HistoryEntry>;
  /** The file is there, though it may hold nothing. */
  readonly hasFile?: true;
  /** Lines that are no entries as this version knows them: kept, and written back as they were, last. */
  readonly unreadable?: readonly string[];
}

/** The entries, oldest first; those of the same second in the order in which they came. */
export const entriesInOrder = derived(({ entries }: History): readonly HistoryEntry[] =>
  [...entries.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
);

/** The keys of a line, in their order. */
export const historyKeys = [
  'at',
  'coder',
  'op',
  'codes',
  'from',
  'into',
  'parent',
  'set',
  'names',
  'quotations',
  'before',
  'after',
  'why',
] as const;

/**
 * The id of an entry: what it says, and a number for the second that says the same. It is not in the file, where a line
 * speaks for itself; two processes that read the same line call it the same.
 */
export function historyIdFor(entry: HistoryEntry, isTaken: (id: string) => boolean): string {
  const fields = historyKeys.map((key) => canonical(entry[key]));
  const said = JSON.stringify([...fields, entry.unknown ?? null]);
  for (let number = 1; ; number++) {
    const id = number === 1 ? said : `${said}#${number}`;
    if (!isTaken(id)) return id;
  }
}

function canonical(value: HistoryEntry[(typeof historyKeys)[number]]): Json {
  if (value === undefined) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return value as Json;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
