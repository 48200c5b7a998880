import { readTemporaryPath, temporaryPathFor } from './fileSystem.ts';

/** What taking turns needs of a host. */
interface Host {
  /** Makes a file that is not there yet. */
  create(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** The names of the files in the folder of the file that is to be written. */
  names(): Promise<readonly string[]>;
}

/** A temporary file older than this is of a process that was killed or hangs: nobody waits for it. */
const hangsAfter = 2_000;

/**
 * Waits until no other process writes a file, and keeps the others waiting until the temporary file that it made is gone.
 * Without this, two that look at the file in the same moment would both find it as they know it, and the second write
 * would take the first with it.
 *
 * Who makes a temporary file first and looks for others after that cannot miss one who does the same: of two, at least
 * one sees the other, and nobody goes on who sees one. When each sees the other, the later in the alphabet steps back.
 *
 * @returns the path of the temporary file
 */
export async function takeTurn(path: string, host: Host): Promise<string> {
  for (;;) {
    const made = Date.now();
    const temporary = temporaryPathFor(path, made);
    try {
      await host.create(temporary);
      while (Date.now() - made < hangsAfter / 2) {
        const others = writing(nameOf(path), await host.names()).filter((name) => name !== nameOf(temporary));
        if (others.length === 0) return temporary;
        if (others.some((name) => name < nameOf(temporary))) break;
        await pause();
      }
    } catch (error) {
      await host.remove(temporary).catch(() => {});
      throw error;
    }
    await host.remove(temporary);
    await pause();
  }
}

function writing(target: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const temporary = readTemporaryPath(name);
    return temporary?.target === target && Math.abs(Date.now() - temporary.made) < hangsAfter;
  });
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 9));
}
