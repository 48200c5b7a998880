/** The VS Code server: the workbench for a browser, and the extension host that runs in Node. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { installServer } from './install.ts';
import { UserError, writeJson } from './paths.ts';
import { runProcess, startProcess, stopProcess } from './processes.ts';

/** A workbench without the things that would stand in the way: welcome pages, offers, updates, telemetry. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface ServerOptions {
  /** Everything that the server writes. One folder per server: two servers in one disturb each other. */
  readonly dataDirectory: string;
  /** On top of the quiet settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Extensions that count as installed; by default an empty folder in the data folder. */
  readonly extensionsDirectory?: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Let the address say which extension is under development. */
  readonly development?: boolean;
  /** Leave Restricted Mode on for folders that nobody has trusted yet. */
  readonly workspaceTrust?: boolean;
  /** The folder that opens when the address names none. */
  readonly defaultFolder?: string;
  /** End by itself when for some minutes nobody was connected: for tests, should their own end not be reached. */
  readonly endWhenIdle?: boolean;
}

export interface Server {
  readonly port: number;
  /** The process that the extension hosts are children of. */
  readonly pid: number;
  readonly url: string;
  /** What the server has written to its output so far. */
  log(): string;
  /** Settles when the server is no more, for whatever reason. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts a server and returns when it listens. It ends with `stop()`, and with this process at the latest. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const directory = await installServer();
  const extensions = options.extensionsDirectory ?? join(options.dataDirectory, 'extensions');
  const machine = join(options.dataDirectory, 'data', 'Machine');
  await mkdir(machine, { recursive: true });
  await mkdir(extensions, { recursive: true });
  await writeJson(join(machine, 'settings.json'), { ...quietSettings, ...options.settings });
  const args = ['out/server-main.js', '--host', '127.0.0.1', '--port', String(options.port ?? 0)];
  args.push('--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off');
  args.push('--server-data-dir', options.dataDirectory, '--extensions-dir', extensions);
  if (options.development) args.push('--enable-smoke-test-driver');
  if (!options.workspaceTrust) args.push('--disable-workspace-trust');
  if (options.defaultFolder) args.push('--default-folder', options.defaultFolder);
  if (options.endWhenIdle) args.push('--enable-remote-auto-shutdown');

  const child = startProcess(process.execPath, args, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let log = '';
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (reason: string) => reject(new UserError(`The VS Code server ${reason}. It said:\n${log}`));
    const timer = setTimeout(() => fail('did not start within 30 seconds'), 30_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        const listening = /agent host listening on (\d+)|listening on (\d+)/i.exec(log);
        if (!listening) return;
        clearTimeout(timer);
        resolve(Number(listening[1] ?? listening[2]));
      });
    }
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => fail(`ended at once with code ${code}`));
  }).catch(async (error) => {
    await stopProcess(child);
    throw error;
  });
  const url = `http://127.0.0.1:${port}`;
  return { port, pid: child.pid ?? 0, url, log: () => log, ended, stop: () => stopProcess(child) };
}

/** Installs a .vsix into an extensions folder, as a user would. */
export async function installExtension(
  vsix: string,
  extensionsDirectory: string,
  dataDirectory: string,
): Promise<void> {
  const args = ['out/server-main.js', '--install-extension', vsix, '--extensions-dir', extensionsDirectory];
  args.push('--server-data-dir', dataDirectory, '--accept-server-license-terms', '--telemetry-level', 'off');
  const { code, output } = await runProcess(process.execPath, args, {
    cwd: await installServer(),
    timeout: 60_000,
  });
  if (code !== 0) throw new Error(`${vsix} could not be installed:\n${output}`);
}

/** The address of the workbench on a folder, with an extension under development and the tests to run in it, if any. */
export function workbenchUrl(
  server: Pick<Server, 'url' | 'port'>,
  where: { folder: string; extensionDevelopmentPath?: string; extensionTestsPath?: string },
): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (where.extensionDevelopmentPath) {
    payload.push(['extensionDevelopmentPath', remote(where.extensionDevelopmentPath)]);
  }
  if (where.extensionTestsPath) payload.push(['extensionTestsPath', remote(where.extensionTestsPath)]);
  return `${server.url}/?${new URLSearchParams({ folder: where.folder, payload: JSON.stringify(payload) })}`;
}
