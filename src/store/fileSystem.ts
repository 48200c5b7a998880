/**
 * The files of one study, as the store sees them. Paths are relative to the study's folder, with `/`; a path that leads
 * out of it is refused by an exception, since no part of Codeboom makes one.
 */
export interface FileSystem {
  /** Every file, but those in `node_modules` and in folders whose name starts with a dot. */
  list(): Promise<readonly string[]>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * Puts bytes in a file, all or nothing: they go to a temporary file in the same folder, which then takes the place of
   * the other. Folders that are missing are made. Of all processes only one at a time writes a file, see `takeTurn`.
   *
   * @param bytes undefined to remove the file
   * @param isExpected asked at the last moment what it thinks of the bytes that are there (undefined: no file); when it
   * does not know them, nothing is written
   * @returns whether the bytes were written
   */
  write(path: string, bytes: Uint8Array | undefined, isExpected: IsExpected): Promise<boolean>;
  /** Removes a file; one that is gone already is fine. */
  remove(path: string): Promise<void>;
  /** Fails when there is a file at the new path already. */
  rename(from: string, to: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal, as fast as the host can. */
  sha256(text: string): string;
}

export type IsExpected = (bytes: Uint8Array | undefined) => boolean;

const ending = '.codeboom-tmp';

/** The temporary file beside a file. Its name says when it was made, so that one left by a crash is told from one in use. */
export function temporaryPathFor(path: string, now: number): string {
  const unique = Math.floor(Math.random() * 36 ** 6).toString(36);
  return `${path}.${now.toString(36)}-${unique}${ending}`;
}

/** What a temporary file was to become, and when it was made in milliseconds; undefined for any other file. */
export function readTemporaryPath(
  path: string,
): { readonly target: string; readonly made: number } | undefined {
  if (!path.endsWith(ending)) return undefined;
  const match = /^(.+)\.([0-9a-z]+)-[0-9a-z]+$/.exec(path.slice(0, -ending.length));
  const [, target, made] = match ?? [];
  return target === undefined || made === undefined ? undefined : { target, made: Number.parseInt(made, 36) };
}

/** The parts of a path inside the study. */
export function partsOf(path: string): readonly string[] {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\')))
    throw new Error(`Not a path inside the study: ${path}`);
  return parts;
}
