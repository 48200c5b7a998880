import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { registerPath } from '../core/privacy/leaks.ts';

/**
 * Whether git has the register. Where there is no git, or no repository, it has not. The settings of a repository may come from
 * a stranger: the program that they may name to watch its files is not run.
 */
export async function isRegisterTracked(root: string): Promise<boolean> {
  const asked = ['-c', 'core.fsmonitor=false', 'ls-files', '--', registerPath];
  try {
    const { stdout } = await promisify(execFile)('git', asked, { cwd: root });
    return stdout !== '';
  } catch {
    return false;
  }
}
