/** Where things are: the checkout, what is downloaded for the tests, and fresh copies of the sample study. */
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, which is also the extension under development. */
export const projectDirectory = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** What the tests download; the same folder that test-electron uses. Not in git. */
export const cacheDirectory = join(projectDirectory, '.vscode-test');

/** The sample study as it is shipped. Only ever copied: playing or testing must not change the checkout. */
const sampleStudy = join(projectDirectory, 'media', 'sample');

/** Something that the person at the keyboard can put right: shown as a sentence, without a stack. */
export class UserError extends Error {}

/** A fresh temporary folder with a way to remove it. When this process ends it goes in any case. */
export async function temporaryDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'codeboom-'));
  temporary.add(path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      temporary.delete(path);
    },
  };
}

const temporary = new Set<string>();
process.once('exit', () => {
  for (const path of temporary) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
});

/** Copies a study folder (the sample, unless told otherwise) to `target`. */
export async function copyStudy(target: string, source = sampleStudy): Promise<void> {
  await cp(source, target, { recursive: true });
}

/** The id of the extension under development, as VS Code writes it: `publisher.name`. */
export async function extensionId(directory = projectDirectory): Promise<string> {
  const manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  return `${manifest.publisher}.${manifest.name}`;
}

export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Runs the main function of a script: a `UserError` is printed as a sentence, anything else with its stack. */
export async function runScript(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    process.exit(1);
  }
}
