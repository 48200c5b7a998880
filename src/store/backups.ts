import { isObject, isTextRecord, readJson } from '../core/formats/jsonRead.ts';
import type { Message } from '../core/study/problem.ts';
import { bytesOf, textOf } from './bytes.ts';

/** Where backups are kept, outside the study; all names are flat. */
export interface BackupStorage {
  list(): Promise<readonly string[]>;
  /** Undefined when there is none. */
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Files as they were before they were changed in bulk, by their study-relative paths. */
export type BackupFiles = Readonly<Record<string, string>>;

/** One set of files, as kept at one moment. */
export interface Backup {
  /** ISO 8601. */
  readonly at: string;
  readonly reason: Message;
  readonly files: BackupFiles;
}

/** So many sets are kept however old they are, and all that are not older than so many days. */
const mostSets = 20;
const mostDays = 30;

/** The backups of one study, newest first. */
export class Backups {
  readonly #storage: BackupStorage;

  constructor(storage: BackupStorage) {
    this.#storage = storage;
  }

  /** Keeps files, unless the last backup holds the same, and lets go of backups that are too many and too old. */
  async keep(backup: Backup): Promise<void> {
    const names = await this.#names();
    const [newest] = names;
    const last = newest === undefined ? undefined : await this.#read(newest);
    if (last && isSame(last.files, backup.files)) return;
    const name = nameFor(backup.at, new Set(names));
    await this.#storage.write(name, bytesOf(`${JSON.stringify({ version: 1, ...backup })}\n`));
    for (const old of toForget([name, ...names], backup.at)) await this.#storage.remove(old);
  }

  /** Every backup that is whole, newest first. */
  async all(): Promise<readonly Backup[]> {
    const found = await Promise.all((await this.#names()).map((name) => this.#read(name)));
    return found.filter((backup) => backup !== undefined);
  }

  async #names(): Promise<readonly string[]> {
    return (await this.#storage.list())
      .filter((name) => timeOf(name) !== undefined)
      .sort()
      .reverse();
  }

  async #read(name: string): Promise<Backup | undefined> {
    const bytes = await this.#storage.read(name);
    const text = bytes && textOf(bytes);
    return text === undefined ? undefined : backupIn(text, name);
  }
}

/** A backup as it was written; undefined when it is not whole. */
function backupIn(text: string, name: string): Backup | undefined {
  const file = readJson(text, name);
  if (!('object' in file)) return undefined;
  const { at, reason, files } = file.object;
  if (typeof at !== 'string' || !isObject(reason) || !isTextRecord(files)) return undefined;
  const { key, values } = reason;
  if (typeof key !== 'string' || !isObject(values)) return undefined;
  const plain = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  );
  return { at, reason: { key, values: Object.fromEntries(plain) }, files };
}

/** The name of a backup says when it was made, and sorts by that. */
export function nameFor(at: string, taken: ReadonlySet<string>): string {
  const stamp = at.replaceAll(':', '-');
  for (let number = 1; ; number++) {
    const name = `${stamp}.${String(number).padStart(3, '0')}.json`;
    if (!taken.has(name)) return name;
  }
}

function timeOf(name: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d(?:\.\d+)?Z)\.\d+\.json$/.exec(name);
  const time = match ? Date.parse(`${match[1]}${match[2]}:${match[3]}:${match[4]}`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The names of backups that are neither among the last nor recent. */
export function toForget(names: readonly string[], now: string): readonly string[] {
  const oldest = Date.parse(now) - mostDays * 24 * 3600 * 1000;
  return [...names]
    .sort()
    .reverse()
    .slice(mostSets)
    .filter((name) => (timeOf(name) ?? 0) < oldest);
}

function isSame(a: BackupFiles, b: BackupFiles): boolean {
  const paths = Object.keys(a);
  return paths.length === Object.keys(b).length && paths.every((path) => a[path] === b[path]);
}
