import { createHash } from 'node:crypto';
import type { FileSystem, IsExpected } from '../../../src/store/fileSystem.ts';

/** Gives the event loop a number of turns. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Files in memory, each call to which takes as many turns before and after what it does as it is told. So two calls that are
 * under way at once come about in every order.
 */
export class SlowFiles implements FileSystem {
  readonly #files = new Map<string, Uint8Array>();
  readonly #delay: () => number;
  readonly #onChange: (path: string) => void;
  #outstanding = 0;

  /**
   * @param delay the turns that the next half of a call takes
   * @param onChange is told, as a watcher is, of each file that came, went or changed
   */
  constructor(
    files: Readonly<Record<string, string>>,
    delay: () => number,
    onChange: (path: string) => void,
  ) {
    for (const [path, text] of Object.entries(files)) this.#files.set(path, new TextEncoder().encode(text));
    this.#delay = delay;
    this.#onChange = onChange;
  }

  /** How many calls are under way. */
  get outstanding(): number {
    return this.#outstanding;
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  text(path: string): string | undefined {
    const bytes = this.#files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** Writes a file at once. */
  put(path: string, text: string): void {
    this.#put(path, new TextEncoder().encode(text));
  }

  list(): Promise<readonly string[]> {
    return this.#slowly(() => this.paths);
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return this.#slowly(() => this.#files.get(path));
  }

  write(path: string, bytes: Uint8Array | undefined, isExpected: IsExpected): Promise<boolean> {
    return this.#slowly(() => {
      if (!isExpected(this.#files.get(path))) return false;
      this.#put(path, bytes);
      return true;
    });
  }

  remove(path: string): Promise<void> {
    return this.#slowly(() => this.#put(path, undefined));
  }

  rename(from: string, to: string): Promise<void> {
    return this.#slowly(() => {
      const bytes = this.#files.get(from);
      if (!bytes || this.#files.has(to)) throw new Error(`${from} cannot become ${to}`);
      this.#put(to, bytes);
      this.#put(from, undefined);
    });
  }

  exists(path: string): Promise<boolean> {
    return this.#slowly(() => this.#files.has(path));
  }

  sha256(text: string): string {
    return createHash('sha256').update(text, 'utf8').digest('hex');
  }

  #put(path: string, bytes: Uint8Array | undefined): void {
    if (bytes) this.#files.set(path, bytes);
    else this.#files.delete(path);
    this.#onChange(path);
  }

  async #slowly<Result>(effect: () => Result): Promise<Result> {
    this.#outstanding++;
    try {
      await turns(this.#delay());
      const result = effect();
      await turns(this.#delay());
      return result;
    } finally {
      this.#outstanding--;
    }
  }
}
