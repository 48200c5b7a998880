import { bytesOf, fingerprintOf, textOf } from './bytes.ts';
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
      await this.#fs.write(path, bytesOf(wanted), (there) => fingerprintOf(there) === known);
    } catch {
      this.#isEnsured = false;
    }
  }
}
