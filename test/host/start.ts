/**
 * `npm start`: Codeboom in a real VS Code, on a fresh copy of the sample study. A desktop VS Code where there is one or
 * one can be downloaded; elsewhere a server to visit with any browser. `npm start -- --port 8000` chooses its port.
 */
import { mkdir, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { desktopCode, installedCode } from './desktop.ts';
import { extensionId, projectDirectory, runScript, UserError } from './paths.ts';
import { newPlayground } from './playground.ts';
import { runProcess } from './processes.ts';
import { startServer } from './server.ts';

const usualPort = 8420;

await runScript(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const built = await runProcess('node', ['src/build.ts', '--quiet'], { cwd: projectDirectory });
  if (built.code !== 0) throw new UserError(`The extension could not be built:\n${built.output}`);
  const { directory, study } = await newPlayground();
  console.log(`A fresh copy of the sample study: ${study}`);
  const desktop = process.env.CODEBOOM_HOST
    ? await desktopCode()
    : ((await installedCode()) ?? (await desktopCode()));
  return desktop ? await openDesktop(desktop, study, directory) : await serve(study, directory, values.port);
});

/** Returns when the window is closed; with a `code` that hands over to a running VS Code, at once. */
async function openDesktop(code: string, study: string, directory: string): Promise<number> {
  console.log('Opening desktop VS Code.');
  const args = [
    study,
    `--extensionDevelopmentPath=${projectDirectory}`,
    '--new-window',
    '--disable-workspace-trust',
  ];
  args.push(
    `--user-data-dir=${join(directory, 'user')}`,
    `--extensions-dir=${join(directory, 'extensions')}`,
  );
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return (await runProcess(code, args, { show: true })).code;
}

/**
 * Serves VS Code until it is interrupted. The checkout counts as an installed extension there, by a link in a folder of
 * extensions, so that the plain address will do and reloading the page loads what was built since.
 */
async function serve(study: string, directory: string, wishedPort: string | undefined): Promise<number> {
  const extensionsDirectory = join(directory, 'extensions');
  await mkdir(extensionsDirectory);
  await symlink(projectDirectory, join(extensionsDirectory, `${await extensionId()}-0.0.0`), 'dir');
  const server = await startServer({
    dataDirectory: join(directory, 'server'),
    extensionsDirectory,
    defaultFolder: study,
    port: await freePort(wishedPort),
  });
  // An interrupt is how this is meant to end.
  process.exitCode = 0;
  console.log(`\nCodeboom runs at ${server.url}/ - open it in a browser; Ctrl+C here ends it.`);
  await server.ended;
  console.error(`The VS Code server ended. It said:\n${server.log()}`);
  return 1;
}

/** The wished port, which must then be free; otherwise the usual one, or 0 (any) when that is taken. */
async function freePort(wished: string | undefined): Promise<number> {
  const port = Number(wished ?? usualPort);
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  if (free) return port;
  if (wished !== undefined)
    throw new UserError(`Port ${wished} is taken. Leave --port out for any free one.`);
  return 0;
}
