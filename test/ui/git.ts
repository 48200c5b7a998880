import { execFileSync } from 'node:child_process';

const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];

/** Runs git in a folder, as in a terminal, and returns what it says. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', [...author, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

/** Puts all that is in a folder into a new repository, on the branch `main`. */
export function commitAll(folder: string, message: string): void {
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
}
