import { bytesOf, type Fingerprint, fingerprintOf, textOf } from './bytes.ts';
import type { FileSystem } from './fileSystem.ts';

const path = '.gitattributes';
const line = 'history.jsonl merge=union';

/** The attributes file of a study with the line that has git keep the lines of both sides; the same text when it has it. */
function withUnionMerge(text: string): string {
  if (/^[ \t]*(?:\/|\*\*\/)?history\.jsonl[ \t].*\bmerge\b/m.test(text)) return text;
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const isOpen = text !== '' && !/[\r\n]$/.test(text);
  return `${text}${isOpen ? lineEnd : ''}${line}${lineEnd}`;
}

/**
 * Has git merge the history of two coders by itself. What the user says of the file in `.gitattributes` holds; all else in it
 * stays as it is.
 */
export class UnionMerge {
  readonly #fs: FileSystem;
  #isEnsured = false;
  /** What was there before the line was written here, and what is since. */
  #written: { readonly before: Uint8Array | undefined; readonly after: Fingerprint } | undefined;

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  /** Writes the line when it is missing. Where that cannot be, git will ask who merges; the history itself is safe. */
  async ensure(): Promise<void> {
    if (this.#isEnsured) return;
    this.#isEnsured = true;
    try {
      const bytes = await this.#fs.read(path);
      const text = bytes ? textOf(bytes) : '';
      if (text === undefined) return;
      const wanted = withUnionMerge(text);
      if (wanted === text) return;
      const known = fingerprintOf(bytes);
      const after = bytesOf(wanted);
      if (await this.#fs.write(path, after, (there) => fingerprintOf(there) === known))
        this.#written = { before: bytes, after: fingerprintOf(after) };
    } catch {
      this.#isEnsured = false;
    }
  }

  /** Takes the line back that was written here, when there is no history any more; not from a file that changed since. */
  async takeBack(): Promise<void> {
    const written = this.#written;
    if (!written) return;
    this.#written = undefined;
    this.#isEnsured = false;
    const isOurs = (there: Uint8Array | undefined) => fingerprintOf(there) === written.after;
    await this.#fs.write(path, written.before, isOurs).catch(() => false);
  }
}
