import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The oldest Node that the command has to run on, where the system has it; else the one that runs the tests. */
const systemNode = '/usr/bin/node';
const node = existsSync(systemNode) ? systemNode : process.execPath;

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** The command line as users get it: one file, run by itself. */
export class Bundle {
  readonly #folder = mkdtempSync(join(tmpdir(), 'codeboom-cli-'));

  async build(): Promise<void> {
    await build({
      entryPoints: { codeboom: 'src/cli/codeboom.ts' },
      outdir: this.#folder,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
  }

  /** @param folder the working directory; paths in the arguments are relative to it */
  run(folder: string, args: readonly string[], input = '', environment: NodeJS.ProcessEnv = {}): Run {
    const run = spawnSync(node, [join(this.#folder, 'codeboom.js'), ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...environment },
    });
    return { code: run.status, out: run.stdout, said: run.stderr };
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
