import type { TextRange } from '../study/problem.ts';
import { type Problem, problem } from '../study/problem.ts';
import { findNames, type NameMatcher } from './findNames.ts';
import { unescaped } from './jsonTexts.ts';

/** The study-relative path of the register, the one file that may hold real names. */
export const registerPath = 'pseudonyms.json';

/** A real name that still stands in a file. */
export interface Leak {
  readonly file: string;
  /** In UTF-16 code units of its LF text; absent when the name is in the path of the file. */
  readonly range?: TextRange;
  /** The name as the register has it. */
  readonly name: string;
}

/** The real names in the path and the text of a file, whatever it is; the register itself has none. */
export function leaksIn(file: string, text: string, matcher: NameMatcher): readonly Leak[] {
  if (file === registerPath) return [];
  const inPath = findNames(file, matcher).map(({ record }) => ({ file, name: record.name }));
  const { plain, offsets } = /\.jsonl?$/i.test(file) ? unescaped(text) : { plain: text, offsets: undefined };
  const inText = findNames(plain, matcher).map(({ start, end, record }) => {
    const range = offsets ? { start: offsets[start] ?? start, end: offsets[end] ?? end } : { start, end };
    return { file, range, name: record.name };
  });
  return [...inPath, ...inText];
}

/** What is said of a leak. */
export function leakProblem({ file, range, name }: Leak): Problem {
  return problem('warning', file, range ? 'privacy.leak' : 'privacy.leakInPath', { name, file }, range);
}
