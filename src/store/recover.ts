import { type Problem, problem } from '../core/study/problem.ts';
import { textOf } from './bytes.ts';
import { type FileSystem, readTemporaryPath } from './fileSystem.ts';

/** A temporary file older than this belongs to no write that is still going on. */
const abandonedAfter = 60_000;

/** The files of a folder after what a crash left behind was dealt with. */
interface Recovered {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Deals with temporary files that a crash left. Where the file itself is there, it is the last that was surely saved, and
 * the temporary one goes. Where it is gone, which some file systems do between two steps of a rename, a complete temporary
 * file takes its place, and any other is left for the user to look at.
 */
export async function recover(fs: FileSystem, all: readonly string[], now: number): Promise<Recovered> {
  const files = new Set(all);
  const problems: Problem[] = [];
  for (const path of all) {
    const temporary = readTemporaryPath(path);
    if (!temporary) continue;
    files.delete(path);
    if (Math.abs(now - temporary.made) < abandonedAfter) continue;
    try {
      if (files.has(temporary.target)) await fs.remove(path);
      else if (isComplete(temporary.target, await fs.read(path))) {
        await fs.rename(path, temporary.target);
        files.add(temporary.target);
      } else
        problems.push(problem('warning', path, 'file.leftOver', { file: path, target: temporary.target }));
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
