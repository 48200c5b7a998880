import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { access, link, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type FileSystem, type IsExpected, partsOf } from '../fileSystem.ts';
import { takeTurn } from '../turns.ts';

/** The files of a study in a folder on disk, but for how they are listed: the extension has VS Code for that. */
export abstract class NodeFiles implements FileSystem {
  readonly #folder: string;
  /** Where the folder was, links followed, when that was last asked. */
  #realFolder: string | undefined;

  /** @param folder absolute path of the study's folder */
  constructor(folder: string) {
    this.#folder = folder;
  }

  abstract list(): Promise<readonly string[]>;

  async read(path: string): Promise<Uint8Array | undefined> {
    return readFile(await this.#inside(path)).catch(undefinedWhenMissing);
  }

  /**
   * The last look at the file and the rename follow each other without a pause, so that a program that takes no turns has
   * next to no time to write in between. A link is followed, and the file keeps its permissions.
   */
  async write(path: string, bytes: Uint8Array | undefined, isExpected: IsExpected): Promise<boolean> {
    const target = await this.#inside(path);
    await mkdir(dirname(target), { recursive: true });
    const temporary = await takeTurn(target, {
      create: async (path) => (await open(path, 'wx')).close(),
      remove: (path) => rm(path, { force: true }),
      names: () => readdir(dirname(target)),
    });
    try {
      if (bytes) await writeThrough(temporary, bytes, (await stat(target).catch(undefinedWhenMissing))?.mode);
      const mayWrite = isExpected(readNow(target));
      if (mayWrite && bytes) renameSync(temporary, target);
      else if (mayWrite) rmSync(target, { force: true });
      await rm(temporary, { force: true });
      return mayWrite;
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw error;
    }
  }

  async remove(path: string): Promise<void> {
    await this.#inside(path);
    await rm(this.#at(path), { force: true });
  }

  async rename(from: string, to: string): Promise<void> {
    await Promise.all([this.#inside(from), this.#inside(to)]);
    // A link fails when the name is taken, a rename does not; where there are no links, a look has to do.
    try {
      await link(this.#at(from), this.#at(to));
      await rm(this.#at(from));
    } catch (error) {
      if (await this.exists(to)) throw error;
      await rename(this.#at(from), this.#at(to));
    }
  }

  async exists(path: string): Promise<boolean> {
    return access(this.#at(path)).then(
      () => true,
      () => false,
    );
  }

  sha256(text: string): string {
    return createHash('sha256').update(text, 'utf8').digest('hex');
  }

  /**
   * Where a file really is, links followed. A study from somebody else may hold a link to any file of the user's: what
   * is outside the study's folder is neither read nor written.
   */
  async #inside(path: string): Promise<string> {
    const real = await realOf(this.#at(path));
    if (this.#realFolder !== undefined && isWithin(this.#realFolder, real)) return real;
    this.#realFolder = await realOf(this.#folder);
    if (!isWithin(this.#realFolder, real)) throw new Error(`Not inside the study: ${path}`);
    return real;
  }

  #at(path: string): string {
    return join(this.#folder, ...partsOf(path));
  }
}

function isWithin(folder: string, path: string): boolean {
  const steps = relative(folder, path);
  return steps !== '..' && !steps.startsWith(`..${sep}`) && !isAbsolute(steps);
}

/** A path with its links followed; of what is not there, the folder that is. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (dirname(path) === path) throw error;
    undefinedWhenMissing(error);
    return join(await realOf(dirname(path)), basename(path));
  }
}

/** Writes a file, and waits until the disk has it. */
async function writeThrough(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, 'w');
  try {
    // Not every file system has permissions.
    if (mode !== undefined) await file.chmod(mode).catch(() => {});
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function readNow(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    return undefinedWhenMissing(error);
  }
}

function undefinedWhenMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return;
  throw error;
}
