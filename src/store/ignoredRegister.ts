import { bytesOf, fingerprintOf, textOf } from './bytes.ts';
import type { FileSystem } from './fileSystem.ts';

const path = '.gitignore';
const line = 'pseudonyms.json';

/** The ignore file of a study with the line that keeps the register out of git; the same text when it has it. */
function withRegister(text: string): string {
  if (/^[ \t]*(?:\/|\*\*\/)?pseudonyms\.json[ \t]*\r?$/m.test(text)) return text;
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const isOpen = text !== '' && !/[\r\n]$/.test(text);
  return `${text}${isOpen ? lineEnd : ''}${line}${lineEnd}`;
}

/**
 * Keeps the register of pseudonyms out of git; all else in the file stays as it is. An exception is thrown where that cannot be:
 * then there should be no register either.
 */
export async function ignoreRegister(fs: FileSystem): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const bytes = await fs.read(path);
    const text = bytes ? textOf(bytes) : '';
    if (text === undefined) throw new Error(`${path} is not UTF-8`);
    const wanted = withRegister(text);
    if (wanted === text) return;
    const known = fingerprintOf(bytes);
    if (await fs.write(path, bytesOf(wanted), (there) => fingerprintOf(there) === known)) return;
  }
  throw new Error(`${path} keeps changing`);
}
