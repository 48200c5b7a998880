import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('coder.ts', import.meta.url));

/** A process that codes in a study, and what it said it had saved. */
export class Coder {
  readonly acknowledged: string[] = [];
  readonly isOpen: Promise<void>;
  readonly exited: Promise<unknown>;
  readonly #child: ChildProcess;

  /** @param most how many quotations it codes; it goes on without end when this is not given */
  constructor(folder: string, name: string, most = Number.POSITIVE_INFINITY, path = 'a.md') {
    const args = ['--no-warnings', script, folder, name, String(most), path];
    this.#child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.exited = once(this.#child, 'close');
    const { stdout } = this.#child;
    if (!stdout) throw new Error('No output');
    const lines = createInterface(stdout);
    this.isOpen = once(lines, 'line').then(() => {});
    lines.on('line', (line) => {
      if (line !== 'open') this.acknowledged.push(line);
    });
  }

  async killAfter(milliseconds: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    this.#child.kill('SIGKILL');
    await this.exited;
  }

  get code(): number | null {
    return this.#child.exitCode;
  }
}
