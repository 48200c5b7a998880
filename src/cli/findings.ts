import type { Problem } from '../core/study/problem.ts';
import { positionAt } from '../core/text/lines.ts';
import { type Transcript, transcriptOf } from '../core/text/transcript.ts';
import type { FileSystem } from '../store/fileSystem.ts';
import type { OpenStudy } from './openStudy.ts';
import type { Terminal } from './terminal.ts';

/** A problem with its place as editors count: lines and columns from 1. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Problem['severity'];
  readonly key: string;
  readonly message: string;
}

/** Problems with their places looked up in the files, sorted by file and place. */
export async function findingsOf(
  problems: readonly Problem[],
  files: Pick<FileSystem, 'read'>,
  terminal: Terminal,
): Promise<readonly Finding[]> {
  const texts = new Map<string, Transcript>();
  for (const { file, range } of problems) {
    if (range && !texts.has(file)) {
      texts.set(file, transcriptOf(new TextDecoder().decode(await files.read(file))));
    }
  }
  return problems
    .map((problem) => findingOf(problem, texts.get(problem.file), terminal))
    .sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);
}

/** @param text of the file; without it the place is its beginning */
export function findingOf(
  { file, range, severity, message }: Problem,
  text: Transcript | undefined,
  terminal: Terminal,
): Finding {
  const { line, character } = text && range ? positionAt(text, range.start) : { line: 0, character: 0 };
  return {
    file,
    line: line + 1,
    column: character + 1,
    severity,
    key: message.key,
    message: terminal.sentence(message),
  };
}

/** One line that editors and build tools can jump from. */
export function lineOf({ file, line, column, severity, message }: Finding): string {
  return `${file}:${line}:${column} ${severity} ${message}\n`;
}

/** Says on the side what is wrong with the files, where the rest of the study can still be used. */
export async function warnOfErrors({ files, problems, shown }: OpenStudy, terminal: Terminal): Promise<void> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const finding of await findingsOf(errors, files, terminal)) {
    process.stderr.write(lineOf({ ...finding, file: shown(finding.file) }));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
