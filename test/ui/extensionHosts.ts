import { execFileSync } from 'node:child_process';
import type { Server } from '../host/server.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The processes in which a server runs extensions: one for each window. */
export function extensionHosts({ pid }: Pick<Server, 'pid'>): readonly number[] {
  const all = processes();
  const isOfServer = (one: Process | undefined): boolean =>
    one !== undefined && (one.parent === pid || isOfServer(all.find((other) => other.pid === one.parent)));
  return all
    .filter((one) => one.command.includes('--type=extensionHost') && isOfServer(one))
    .map((one) => one.pid);
}

function processes(): readonly Process[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}
