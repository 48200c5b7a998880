import { writeFile } from 'node:fs/promises';
import { Unusable } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Puts data in a file, or without one on the standard output; bytes not where somebody would have to read them. */
export async function put(
  data: string | Uint8Array,
  path: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (path !== undefined) await writeFile(path, data);
  else if (typeof data !== 'string' && process.stdout.isTTY) throw new Unusable('cli.bytesOnTerminal');
  else terminal.print(data);
}
