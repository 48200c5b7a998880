import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { nameMatcher } from '../core/privacy/findNames.ts';
import { leakProblem, leaksIn, registerPath } from '../core/privacy/leaks.ts';
import { parsePseudonyms } from '../core/privacy/register.ts';
import { problemsOfRegister } from '../core/privacy/registerProblems.ts';
import { type Problem, problem } from '../core/study/problem.ts';
import { normalForm } from '../core/text/transcript.ts';
import type { OpenStudy } from './openStudy.ts';

const textFile = /\.(?:md|jsonl?|csv|txt|html?|tex|svg|vtt|srt|ya?ml)$/i;

/** What is wrong with the register of pseudonyms, and every real name outside it; nothing where there is no register. */
export async function leakCheck({ files, root }: OpenStudy): Promise<readonly Problem[]> {
  const bytes = await files.read(registerPath);
  if (!bytes) return [];
  const { value, problems } = parsePseudonyms(new TextDecoder().decode(bytes), registerPath);
  const tracked = (await isTracked(root)) ? [problem('warning', registerPath, 'privacy.tracked')] : [];
  if (!value) return [...problems, ...tracked];
  const matcher = nameMatcher(value.pseudonyms);
  const found: Problem[] = [];
  for (const path of await files.list()) {
    const content = textFile.test(path) ? await files.read(path) : undefined;
    const text = content ? normalForm(new TextDecoder().decode(content)) : '';
    found.push(...leaksIn(path, text, matcher).map(leakProblem));
  }
  return [...problems, ...problemsOfRegister(value, registerPath), ...tracked, ...found];
}

/**
 * Whether git has the register. Where there is no git, or no repository, it has not. The settings of a repository may come from
 * a stranger: the program that they may name to watch its files is not run.
 */
async function isTracked(root: string): Promise<boolean> {
  const asked = ['-c', 'core.fsmonitor=false', 'ls-files', '--', registerPath];
  try {
    const { stdout } = await promisify(execFile)('git', asked, { cwd: root });
    return stdout !== '';
  } catch {
    return false;
  }
}
