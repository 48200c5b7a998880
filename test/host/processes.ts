/** Child processes that never outlive the script that started them, however it ends. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname } from 'node:path';

const running = new Set<ChildProcess>();

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => process.exit(process.exitCode ?? code));
}

/** The environment for children: this script's own Node comes first in PATH, whatever the system has. */
export function childEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...extra,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  };
}

/** Starts a program in a process group of its own. */
export function startProcess(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const child = spawn(command, args, { env: childEnvironment(), ...options, detached: true });
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('exit', () => {
    // The leader may leave others of its group behind; they go with it.
    signalGroup(child, 'SIGKILL');
    running.delete(child);
  });
  return child;
}

/** Ends the whole process group of `child`: politely, and after `patience` milliseconds by force. */
export async function stopProcess(child: ChildProcess, patience = 2000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
  await exited;
  clearTimeout(force);
}

export interface Finished {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a program to its end. Standard output and error are returned together, and with `show` also printed as they come.
 * A program that does not exist, or takes longer than `timeout` milliseconds, ends with a code other than 0.
 */
export function runProcess(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { show?: boolean; timeout?: number } = {},
): Promise<Finished> {
  const { show = false, timeout, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const child = startProcess(command, args, {
      ...spawnOptions,
      timeout: undefined,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const timer =
      timeout &&
      setTimeout(() => {
        output += `\nStopped after ${timeout / 1000} s.\n`;
        void stopProcess(child);
      }, timeout);
    for (const [source, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      source?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (show) target.write(text);
      });
    }
    child.once('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.once('close', (code) => {
      clearTimeout(timer || undefined);
      resolve({ code: code ?? 1, output });
    });
  });
}
