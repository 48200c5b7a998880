/**
 * Makes a VS Code available that runs in a browser, from the npm registry alone: the package `code-server` carries the
 * whole VS Code server and workbench. It cannot be an ordinary devDependency: its install scripts build modules that fail
 * and are not needed, while two others must be built. So it goes into the download cache, once.
 */
import { constants } from 'node:fs';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cacheDirectory, runScript, UserError, writeJson } from './paths.ts';
import { childEnvironment, runProcess } from './processes.ts';

const version = '4.139.1';
const stampName = 'installed.json';
const installDirectory = join(cacheDirectory, `code-server-${version}-${process.platform}-${process.arch}`);
const serverDirectory = (base: string) => join(base, 'node_modules', 'code-server', 'lib', 'vscode');
const exists = (path: string, mode = constants.F_OK) =>
  access(path, mode).then(
    () => true,
    () => false,
  );

/**
 * Returns the folder of the VS Code server, after installing it if need be (half a minute).
 * Several processes may call this at once: each installs into a folder of its own, the first to finish wins.
 */
export async function installServer(): Promise<string> {
  if (await exists(join(installDirectory, stampName))) return serverDirectory(installDirectory);
  await requireTools(['npm', 'python3', 'make', 'g++']);
  console.log('Installing the browser-hosted VS Code into .vscode-test (once, about half a minute)…');
  await mkdir(cacheDirectory, { recursive: true });
  await removeAbandoned();
  const staging = join(cacheDirectory, `installing-${process.pid}`);
  try {
    await install(staging);
    if (!(await exists(join(installDirectory, stampName)))) {
      await rm(installDirectory, { recursive: true, force: true });
    }
    await rename(staging, installDirectory).catch(async (error) => {
      if (!(await exists(join(installDirectory, stampName)))) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return serverDirectory(installDirectory);
}

async function install(staging: string): Promise<void> {
  await mkdir(staging, { recursive: true });
  await npm(staging, ['install', '--ignore-scripts', '--no-save', `code-server@${version}`]);
  const server = serverDirectory(staging);
  await npm(server, ['install', '--omit=dev', '--ignore-scripts']);
  // Without native-watchdog the extension host does not start; without spdlog the server has no log.
  await npm(server, ['rebuild', '@vscode/native-watchdog', '@vscode/spdlog', ...(await installedHeaders())]);
  await writeJson(join(staging, stampName), { version, node: process.version });
}

/** Node's headers on this machine, so that the compiler need not download any. Both modules use the stable Node-API. */
async function installedHeaders(): Promise<string[]> {
  return (await exists('/usr/include/node/node_api.h')) ? ['--nodedir=/usr'] : [];
}

async function npm(directory: string, args: readonly string[]): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const { code, output } = await runProcess('npm', [...args, '--prefix', directory, ...quiet], {
    cwd: directory,
    env: npmEnvironment(),
    timeout: 240_000,
  });
  if (code === 0) return;
  const network = /E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT)|network|registry/.test(output);
  const advice = network ? 'The npm registry could not be reached. Check the network, then try again.' : '';
  throw new UserError(
    `The browser-hosted VS Code could not be installed. ${advice}\nnpm ${args.join(' ')} said:\n${output.slice(-2000)}`,
  );
}

/**
 * npm hands its own settings to scripts as npm_config_*, and those of the outer `npm ci` or `npm test` (a prefix, omitted
 * kinds of dependencies, a global install) would change what is installed here. Only how to reach the registry is kept.
 */
function npmEnvironment(): NodeJS.ProcessEnv {
  const kept =
    /^npm_config_(\/\/|@|registry|.*proxy|cafile|ca$|cert|key|strict_ssl|userconfig|globalconfig|cache|fetch|python)/i;
  const entries = Object.entries(childEnvironment());
  return Object.fromEntries(entries.filter(([name]) => !/^npm_config_/i.test(name) || kept.test(name)));
}

async function requireTools(names: readonly string[]): Promise<void> {
  const missing: string[] = [];
  for (const name of names) {
    const places = (childEnvironment().PATH ?? '').split(delimiter).map((folder) => join(folder, name));
    const found = await Promise.all(places.map((place) => exists(place, constants.X_OK)));
    if (!found.includes(true)) missing.push(name);
  }
  if (missing.length === 0) return;
  throw new UserError(
    `The browser-hosted VS Code needs ${missing.join(', ')}, which this machine lacks. On Debian: apt-get install ${missing.join(' ')}`,
  );
}

/** Installations that were cut short, by their age: nobody takes a quarter of an hour. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cacheDirectory)) {
    const path = join(cacheDirectory, name);
    if (!name.startsWith('installing-')) continue;
    const changed = await stat(path).then(
      (found) => found.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - changed > 15 * 60_000) await rm(path, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await runScript(async () => {
    console.log(await installServer());
    return 0;
  });
}
