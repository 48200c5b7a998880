import { nameMatcher } from '../core/privacy/findNames.ts';
import { leakProblem, leaksIn, registerPath } from '../core/privacy/leaks.ts';
import { problemsOfRegister } from '../core/privacy/registerProblems.ts';
import { type Problem, problem } from '../core/study/problem.ts';
import { normalForm } from '../core/text/transcript.ts';
import type { FileSystem } from './fileSystem.ts';
import { readRegister } from './registerFile.ts';
import { filesOfStudy } from './textFiles.ts';

/**
 * What is wrong with the register of pseudonyms, and every real name outside it: in transcripts, sidecars, memos, chapters and
 * whatever else is text in the folder, and in the path of any file. Nothing where there is no register.
 *
 * @param isTracked whether git has the register
 */
export async function leakCheck(
  fs: FileSystem,
  isTracked: () => Promise<boolean>,
): Promise<readonly Problem[]> {
  const register = await readRegister(fs);
  if (!register) return [];
  const { value, problems } = register;
  const tracked = (await isTracked()) ? [problem('warning', registerPath, 'privacy.tracked')] : [];
  if (!value) return [...problems, ...tracked];
  const matcher = nameMatcher(value.pseudonyms);
  const { texts, others } = await filesOfStudy(fs, true);
  return [
    ...problems,
    ...problemsOfRegister(value, registerPath),
    ...tracked,
    ...texts.flatMap(({ path, raw }) => leaksIn(path, normalForm(raw), matcher).map(leakProblem)),
    ...others.flatMap((path) => leaksIn(path, '', matcher).map(leakProblem)),
  ];
}
