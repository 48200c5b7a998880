import { type Problem, problem } from '../core/study/problem.ts';
import { isBeginning, textOf } from './bytes.ts';
import { type FileSystem, readTemporaryPath } from './fileSystem.ts';

/** A temporary file older than this belongs to no write that is still going on. */
const abandonedAfter = 60_000;

/** The files of a folder after what a crash left behind was dealt with. */
interface Recovered {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** No write leaves its file half written for so long. */
const stalledAfter = 2_000;

/**
 * Deals with temporary files that a crash left. Where the file itself is whole, it is the last that was surely saved, and
 * the temporary one goes; so does one with nothing in it. Where it is gone or is a mere beginning of the temporary one,
 * that takes its place. Any other is left for the user to look at: a file that is broken in another way was not broken by us.
 */
export async function recover(fs: FileSystem, all: readonly string[], now: number): Promise<Recovered> {
  const files = new Set(all);
  const problems: Problem[] = [];
  for (const path of all) {
    const temporary = readTemporaryPath(path);
    if (!temporary) continue;
    files.delete(path);
    const { target } = temporary;
    const age = Math.abs(now - temporary.made);
    if (age < stalledAfter) continue;
    try {
      const bytes = await fs.read(path);
      const there = await fs.read(target);
      if (isComplete(target, there) || bytes?.length === 0) {
        if (age >= abandonedAfter) await fs.remove(path);
      } else if (bytes && isComplete(target, bytes) && isBeginning(there, bytes)) {
        const isDone = await fs.write(target, bytes, (now) => isBeginning(now, bytes));
        if (isDone) await fs.remove(path);
        files.add(target);
      } else problems.push(problem('warning', path, 'file.leftOver', { file: path, target }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(problem('warning', path, 'file.leftOverStays', { file: path, reason }));
    }
  }
  return { files: [...files], problems };
}

function isComplete(target: string, bytes: Uint8Array | undefined): boolean {
  const text = bytes && textOf(bytes);
  if (text === undefined) return false;
  if (!target.endsWith('.json')) return text.endsWith('\n');
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
