import type { FileStep, Operation } from '../study/operation.ts';
import type { Problem, TextRange } from '../study/problem.ts';
import { contentChanges, problemsOfFiles, type Seal } from './contentChanges.ts';
import { type FileNameReplacement, fileNameReplacements } from './fileNames.ts';
import { nameMatcher } from './findNames.ts';
import { registerPath } from './leaks.ts';
import { type NameReplacement, replacementsIn, type TextFile } from './nameReplacements.ts';
import type { PseudonymRegister } from './register.ts';
import { problemsOfRegister } from './registerProblems.ts';

/** What pseudonymising would do, before the user has said which of it. */
export interface Pseudonymisation {
  /** As the files were when it was worked out. */
  readonly files: readonly TextFile[];
  readonly replacements: readonly NameReplacement[];
  readonly fileNames: readonly FileNameReplacement[];
}

/** The study as far as names are sought in it. */
export interface Searched {
  readonly texts: readonly TextFile[];
  /** The paths of files that are no text. */
  readonly others: readonly string[];
  /** The ids of the study's codes. */
  readonly codes: ReadonlySet<string>;
}

/**
 * Finds what pseudonyms can take the place of. A register that would leave a real name, and files that cannot be changed safely,
 * are errors: then nothing is offered.
 *
 * @param isMeant whether a file is among those that the user wants to change; a sidecar is with its transcript
 */
export function pseudonymisation(
  { texts, others, codes }: Searched,
  register: PseudonymRegister,
  isMeant: (path: string) => boolean = () => true,
): Pseudonymisation | { readonly errors: readonly Problem[] } {
  const errors = [...problemsOfRegister(register, registerPath), ...problemsOfFiles(texts)].filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) return { errors };
  const matcher = nameMatcher(register.pseudonyms);
  const meant = texts.filter(({ path }) => isMeant(path));
  // A sidecar goes along with its transcript and has no name of its own.
  const named = meant.flatMap(({ path }) => (/\.codes(?:\.[\w-]+)?\.json$/.test(path) ? [] : [path]));
  const taken = [...texts.map(({ path }) => path), ...others];
  return {
    files: texts,
    replacements: meant.flatMap((file) => replacementsIn(file, matcher, codes)),
    fileNames: fileNameReplacements(named, taken, matcher),
  };
}

/** An edit that follows from a file that gets another path: a link to it. */
interface LinkEdit {
  readonly path: string;
  readonly range: TextRange;
  readonly text: string;
}

/**
 * What the user wants of it, as one step: first what is in the files, then what they are called.
 *
 * @param links what has to link to the new paths; a name inside one is not replaced by itself
 */
export function pseudonymise(
  files: readonly TextFile[],
  replacements: readonly NameReplacement[],
  fileNames: readonly FileNameReplacement[],
  seal: Seal,
  links: readonly LinkEdit[] = [],
): Operation {
  const isLinked = ({ path, start, end }: NameReplacement) =>
    links.some(({ path: linked, range }) => path === linked && start < range.end && range.start < end);
  const edits = [
    ...replacements.filter((one) => !isLinked(one)),
    ...links.map(({ path, range, text }) => ({ path, ...range, text })),
  ].sort((a, b) => a.start - b.start);
  const steps: FileStep[] = [
    ...contentChanges(files, edits, seal),
    ...fileNames.map(({ from, to }) => ({ kind: 'rename', from, to }) as const),
  ];
  const values = {
    count: replacements.length,
    files: new Set([...replacements.map(({ path }) => path), ...fileNames.map(({ from }) => from)]).size,
  };
  return { label: { key: 'done.pseudonymise', values }, changes: [], files: steps };
}
