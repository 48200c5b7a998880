import type { Parsed } from '../core/formats/parsed.ts';
import { type Problem, problem } from '../core/study/problem.ts';
import { bytesOf, type Fingerprint, fingerprintOf, noFile, piecesOf, textOf } from './bytes.ts';
import type { FileSystem } from './fileSystem.ts';

/** How a kind of file is read and written. */
export interface FileFormat<Value> {
  parse(text: string, path: string): Parsed<Value>;
  /** The same in less time, for large files that are as they should be; undefined for any other. */
  parseInPieces?(pieces: readonly string[]): Parsed<Value> | undefined;
  serialise(value: Value): string;
  /** What a file that is not there stands for. */
  readonly empty: Value;
}

/** What a file has to hold; or that there should be no file; or that the study says nothing about it. */
export type Content<Value> = { readonly value: Value } | 'no file' | 'no matter';

/** What was found on disk and is not yet part of the study. */
interface Found<Value> {
  readonly fingerprint: Fingerprint;
  readonly value: Value;
}

/**
 * One file of a study: what is known of it on disk, and whether the study in memory has changes for it.
 *
 * Invariants: what is on disk is only replaced when it is, byte for byte, what was last read or written here; and a file
 * that is not readable, or newer than this version, is never replaced. All reading and writing goes through one queue.
 */
export class KeptFile<Value> {
  readonly path: string;
  readonly #fs: FileSystem;
  readonly #format: FileFormat<Value>;
  #base: Value;
  #known: Fingerprint = noFile;
  #found: Found<Value> | undefined;
  #canWrite = true;
  #isReadable = true;
  #isPending = false;
  /** Counts what came in for the file, so that a write knows what came in since it began. */
  #touches = 0;
  #isWriting = false;
  #isMissing = false;
  /** The file was not there, and nobody but the study in memory wrote in it since. */
  #isMadeHere = false;
  #isQueued = false;
  #queue: Promise<void> = Promise.resolve();
  #problems: readonly Problem[] = [];
  #saveProblem: Problem | undefined;

  constructor(path: string, fs: FileSystem, format: FileFormat<Value>) {
    this.path = path;
    this.#fs = fs;
    this.#format = format;
    this.#base = format.empty;
  }

  /** What the file held when it was last read, adopted or written: the common base of what is in memory and on disk. */
  get base(): Value {
    return this.#base;
  }

  /** Whether the file is on disk, as far as known. */
  get isOnDisk(): boolean {
    return this.#known !== noFile;
  }

  /** What was found on disk and waits to be adopted. */
  get found(): { readonly value: Value; readonly isOnDisk: boolean } | undefined {
    return this.#found && { value: this.#found.value, isOnDisk: this.#found.fingerprint !== noFile };
  }

  /**
   * Whether the file was on disk and was not there at the last attempt to read or write it. Whether somebody deleted it or
   * moved it along with what it belongs to cannot be seen from here: `look` takes it as deleted.
   */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  /** Whether a write is under way: until it is done, nobody knows what is on disk. */
  get isWriting(): boolean {
    return this.#isWriting;
  }

  /** Whether the study has changes that are not on disk; those that are being written are not there yet. */
  get isPending(): boolean {
    return this.#isPending;
  }

  get problems(): readonly Problem[] {
    return this.#saveProblem ? [...this.#problems, this.#saveProblem] : this.#problems;
  }

  /** Notes that the study has changes for the file. */
  touch(): void {
    this.#isPending = true;
    this.#touches++;
  }

  /** Reads the file again. What is not as it was last read or written here waits to be adopted. */
  look(): Promise<void> {
    return this.#look(() => false);
  }

  /** As `look`, but of a file that is no longer there it is only noted that it `isMissing`. */
  lookUnlessMissing(): Promise<void> {
    return this.#look((bytes) => this.#isGone(bytes));
  }

  #isGone(bytes: Uint8Array | undefined): boolean {
    return bytes === undefined && this.isOnDisk;
  }

  #look(isLeft: (bytes: Uint8Array | undefined) => boolean): Promise<void> {
    return this.#enqueue(async () => {
      try {
        const bytes = await this.#fs.read(this.path);
        this.#isMissing = isLeft(bytes);
        if (!this.#isMissing) this.#compare(bytes);
      } catch (error) {
        this.#isMissing = false;
        this.#isReadable = false;
        this.#canWrite = false;
        this.#problems = [this.#failed('file.cannotRead', error)];
      }
    });
  }

  /** Counts what was found as the base from now on: the caller has merged it into the study. */
  adopted(): void {
    if (!this.#found) return;
    this.#base = this.#found.value;
    this.#known = this.#found.fingerprint;
    this.#isMadeHere = false;
    this.#found = undefined;
  }

  /**
   * Becomes the file that another was until it was renamed on disk.
   *
   * @param base what the other held, as it is said under the new name
   */
  takeOver(other: KeptFile<Value>, base: Value): void {
    this.#base = base;
    this.#known = other.#known;
    if (this.#found?.fingerprint === other.#known) this.#found = undefined;
    if (other.#isPending) this.touch();
    this.#canWrite &&= other.#canWrite;
    this.#isReadable &&= other.#isReadable;
  }

  /**
   * Writes the file when the study has changes for it; calls while one waits for its turn are one. What cannot be written
   * now stays pending: a problem says why, or there is something to adopt first.
   *
   * @param content asked at the moment of writing
   */
  save(content: () => Content<Value>): Promise<void> {
    if (!this.#isPending || this.#isQueued) return this.#queue;
    this.#isQueued = true;
    return this.#enqueue(async () => {
      this.#isQueued = false;
      if (!this.#isPending || this.#found) return;
      try {
        if (!this.#isReadable) this.#compare(await this.#fs.read(this.path));
        this.#isWriting = true;
        if (this.#canWrite && !this.#found) await this.#write(content());
        this.#saveProblem = undefined;
      } catch (error) {
        this.#saveProblem = this.#failed('file.cannotSave', error);
      } finally {
        this.#isWriting = false;
      }
    });
  }

  async #write(content: Content<Value>): Promise<void> {
    if (content === 'no matter') return;
    const value = content === 'no file' ? undefined : content.value;
    const [known, base, touches] = [this.#known, this.#base, this.#touches];
    const text = value === undefined ? undefined : this.#textOf(value);
    const bytes = text === undefined ? undefined : bytesOf(text);
    const fingerprint = fingerprintOf(bytes);
    if (fingerprint !== known) {
      const isDone = await this.#fs.write(this.path, bytes, (there) => fingerprintOf(there) === known);
      if (!isDone) {
        const there = await this.#fs.read(this.path);
        this.#isMissing = this.#isGone(there);
        if (!this.#isMissing) this.#compare(there);
        return;
      }
    }
    // Another was taken over in the meantime: what was written here is not the whole of it, and is merged by the next write.
    if (this.#base !== base) return;
    this.#isPending = this.#touches !== touches;
    if (known === noFile) this.#isMadeHere = text !== undefined;
    this.#known = fingerprint;
    this.#base = value ?? this.#format.empty;
    // Records that are no records of this version are still there, in other places.
    if (this.#problems.length > 0)
      this.#problems = text === undefined ? [] : this.#format.parse(text, this.path).problems;
  }

  /** What the file holds; undefined where the first record had made it, and that was taken back. */
  #textOf(value: Value): string | undefined {
    const text = this.#format.serialise(value);
    return this.#isMadeHere && text === this.#format.serialise(this.#format.empty) ? undefined : text;
  }

  #compare(bytes: Uint8Array | undefined): void {
    const fingerprint = fingerprintOf(bytes);
    if (fingerprint === this.#known && this.#isReadable) {
      this.#found = undefined;
      return;
    }
    if (fingerprint === this.#found?.fingerprint && this.#isReadable) return;
    const value = this.#read(bytes);
    this.#found = value === undefined || fingerprint === this.#known ? undefined : { fingerprint, value };
  }

  /** The content of the file; undefined when it is not readable. */
  #read(bytes: Uint8Array | undefined): Value | undefined {
    const { value, problems, readOnly } = bytes
      ? this.#parsed(bytes)
      : { value: this.#format.empty, problems: [], readOnly: false };
    this.#problems = problems;
    this.#isReadable = value !== undefined;
    this.#canWrite = value !== undefined && !readOnly;
    return value;
  }

  #parsed(bytes: Uint8Array): Parsed<Value> {
    const pieces = this.#format.parseInPieces && piecesOf(bytes);
    const quickly = pieces && this.#format.parseInPieces?.(pieces);
    if (quickly) return quickly;
    const text = textOf(bytes);
    if (text !== undefined) return this.#format.parse(text, this.path);
    const problems = [problem('error', this.path, 'file.notUtf8', { file: this.path })];
    return { value: undefined, problems, readOnly: false };
  }

  #failed(key: string, error: unknown): Problem {
    const reason = error instanceof Error ? error.message : String(error);
    return problem('error', this.path, key, { file: this.path, reason });
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(task);
    return this.#queue;
  }
}
