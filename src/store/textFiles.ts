import { registerPath } from '../core/privacy/leaks.ts';
import type { TextFile } from '../core/privacy/nameReplacements.ts';
import { textOf } from './bytes.ts';
import { concurrently } from './concurrently.ts';
import type { FileSystem } from './fileSystem.ts';

const textFile = /\.(?:md|jsonl?|csv|txt|html?|tex|svg|vtt|srt|ya?ml)$/i;

/** The files of a study by their paths: what is text with its content, the rest by its path only. The register is not among them. */
export interface FilesOfStudy {
  readonly texts: readonly TextFile[];
  readonly others: readonly string[];
}

/**
 * Reads all text in the folder of a study.
 *
 * @param withInner whether what is in a study of its own below it counts too
 */
export async function filesOfStudy(fs: FileSystem, withInner = false): Promise<FilesOfStudy> {
  const all = await fs.list();
  const inner = all.flatMap((path) =>
    path.endsWith('/codeboom.json') ? [path.slice(0, -'codeboom.json'.length)] : [],
  );
  const own = all.filter(
    (path) => path !== registerPath && (withInner || !inner.some((folder) => path.startsWith(folder))),
  );
  const texts = new Map<string, string>();
  await concurrently(own, async (path) => {
    const bytes = textFile.test(path) ? await fs.read(path) : undefined;
    const raw = bytes && textOf(bytes);
    if (raw !== undefined) texts.set(path, raw);
  });
  const sorted = [...own].sort();
  return {
    texts: sorted.flatMap((path) => {
      const raw = texts.get(path);
      return raw === undefined ? [] : [{ path, raw }];
    }),
    others: sorted.filter((path) => !texts.has(path)),
  };
}
