import { type Problem, problem } from '../core/study/problem.ts';
import { type Transcript, transcriptOf } from '../core/text/transcript.ts';
import { textOf } from './bytes.ts';
import type { FileSystem } from './fileSystem.ts';

/** The text of a transcript on disk, or why it is not readable. */
export async function readTranscript(
  fs: FileSystem,
  path: string,
): Promise<Transcript | 'gone' | { readonly problem: Problem }> {
  try {
    const bytes = await fs.read(path);
    if (!bytes) return 'gone';
    const text = textOf(bytes);
    if (text !== undefined) return transcriptOf(text);
    return { problem: problem('error', path, 'file.notUtf8', { file: path }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: problem('error', path, 'file.cannotRead', { file: path, reason }) };
  }
}
