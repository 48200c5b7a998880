import type { Parsed } from '../core/formats/parsed.ts';
import { registerPath } from '../core/privacy/leaks.ts';
import { type PseudonymRegister, parsePseudonyms, serialisePseudonyms } from '../core/privacy/register.ts';
import { problem } from '../core/study/problem.ts';
import { bytesOf, fingerprintOf, textOf } from './bytes.ts';
import type { FileSystem } from './fileSystem.ts';
import { ignoreRegister } from './ignoredRegister.ts';

/** The register of a study; undefined when it has none. */
export async function readRegister(fs: FileSystem): Promise<Parsed<PseudonymRegister> | undefined> {
  const bytes = await fs.read(registerPath);
  return bytes && parsed(bytes);
}

function parsed(bytes: Uint8Array): Parsed<PseudonymRegister> {
  const text = textOf(bytes);
  if (text !== undefined) return parsePseudonyms(text, registerPath);
  const problems = [problem('error', registerPath, 'file.notUtf8', { file: registerPath })];
  return { value: undefined, problems, readOnly: false };
}

/**
 * Changes the register as it is on disk at that moment. Before there is one, git is told to leave it alone.
 *
 * @returns false when it cannot be read, or a newer version wrote it: then nothing is done
 */
export async function changeRegister(
  fs: FileSystem,
  change: (register: PseudonymRegister) => PseudonymRegister,
): Promise<boolean> {
  for (let tries = 0; tries < 5; tries++) {
    const bytes = await fs.read(registerPath);
    const { value, readOnly } = bytes ? parsed(bytes) : { value: { pseudonyms: [] }, readOnly: false };
    if (!value || readOnly) return false;
    if (!bytes) await ignoreRegister(fs);
    const known = fingerprintOf(bytes);
    const wanted = bytesOf(serialisePseudonyms(change(value)));
    if (await fs.write(registerPath, wanted, (there) => fingerprintOf(there) === known)) return true;
  }
  return false;
}
