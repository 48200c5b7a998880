import type { FileChange } from '../core/study/operation.ts';
import { bytesOf, fingerprintOf } from './bytes.ts';
import type { FileSystem } from './fileSystem.ts';

/** Files that are not as a change expects, because somebody changed them since. */
export interface Refused {
  readonly changed: readonly string[];
}

/** Which of the files are not, byte for byte, as a change expects them. */
export async function changedSince(
  fs: FileSystem,
  changes: readonly FileChange[],
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { path, before } of changes) {
    const bytes = await fs.read(path).catch(() => undefined);
    if (fingerprintOf(bytes) !== fingerprintOf(bytesOf(before.raw))) changed.push(path);
  }
  return changed;
}

/**
 * Writes files, all or none. When one is not as expected, or cannot be written, those that were written are as they were again.
 *
 * @returns what was not as expected; undefined when all is written
 */
export async function replaceFiles(
  fs: FileSystem,
  changes: readonly FileChange[],
): Promise<Refused | undefined> {
  const changed = await changedSince(fs, changes);
  if (changed.length > 0) return { changed };
  const done: FileChange[] = [];
  try {
    for (const change of changes) {
      if (!(await write(fs, change))) {
        await takeBack(fs, done);
        return { changed: [change.path] };
      }
      done.push(change);
    }
    return undefined;
  } catch (error) {
    await takeBack(fs, done);
    throw error;
  }
}

async function write(fs: FileSystem, { path, before, after }: FileChange): Promise<boolean> {
  const expected = fingerprintOf(bytesOf(before.raw));
  return fs.write(path, bytesOf(after.raw), (there) => fingerprintOf(there) === expected);
}

async function takeBack(fs: FileSystem, done: readonly FileChange[]): Promise<void> {
  for (const { path, before, after } of [...done].reverse())
    await write(fs, { kind: 'content', path, before: after, after: before });
}
