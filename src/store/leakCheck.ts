import { nameMatcher } from '../core/privacy/findNames.ts';
import { type Leak, leakProblem, leaksIn, registerPath } from '../core/privacy/leaks.ts';
import { problemsOfRegister } from '../core/privacy/registerProblems.ts';
import { type Problem, problem } from '../core/study/problem.ts';
import { normalForm } from '../core/text/transcript.ts';
import { bytesOf, type Fingerprint, fingerprintOf } from './bytes.ts';
import type { FileSystem } from './fileSystem.ts';
import { readRegister } from './registerFile.ts';
import { filesOfStudy } from './textFiles.ts';

interface Known {
  readonly fingerprint: Fingerprint;
  readonly leaks: readonly Leak[];
}

/** Checks a study for names, again and again: of a file that is as it was, what was found in it is remembered. */
export class LeakCheck {
  readonly #fs: FileSystem;
  readonly #isTracked: () => Promise<boolean>;
  #register = '';
  #known = new Map<string, Known>();

  /** @param isTracked whether git has the register */
  constructor(fs: FileSystem, isTracked: () => Promise<boolean>) {
    this.#fs = fs;
    this.#isTracked = isTracked;
  }

  /**
   * What is wrong with the register of pseudonyms, and every real name outside it: in transcripts, sidecars, memos, chapters and
   * whatever else is text in the folder, and in the path of any file. Nothing where there is no register.
   */
  async problems(): Promise<readonly Problem[]> {
    const register = await readRegister(this.#fs);
    if (!register) return [];
    const { value, problems } = register;
    const tracked = (await this.#isTracked()) ? [problem('warning', registerPath, 'privacy.tracked')] : [];
    if (!value) return [...problems, ...tracked];
    const key = JSON.stringify(value.pseudonyms);
    if (key !== this.#register) this.#known.clear();
    this.#register = key;
    const matcher = nameMatcher(value.pseudonyms);
    const { texts, others } = await filesOfStudy(this.#fs, true);
    const known = new Map<string, Known>();
    for (const { path, raw } of [...texts, ...others.map((path) => ({ path, raw: '' }))]) {
      const fingerprint = fingerprintOf(bytesOf(raw));
      const before = this.#known.get(path);
      if (before?.fingerprint === fingerprint) {
        known.set(path, before);
        continue;
      }
      known.set(path, { fingerprint, leaks: leaksIn(path, normalForm(raw), matcher) });
      // A large study takes a while, and the editor is not to wait for it.
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#known = known;
    return [
      ...problems,
      ...problemsOfRegister(value, registerPath),
      ...tracked,
      ...[...known.values()].flatMap(({ leaks }) => leaks.map(leakProblem)),
    ];
  }
}
