/**
 * Runs the suites of test/host/suite in a real VS Code: once in the Node extension host, once in the web worker one.
 * Desktop VS Code where it can be had, the browser-hosted one elsewhere; CODEBOOM_HOST=desktop|browser|web decides
 * (`web`: the web worker extension host only).
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleSuites } from './bundle.ts';
import { desktopCode } from './desktop.ts';
import type { ExtensionHost, Outcome } from './outcome.ts';
import { copyStudy, projectDirectory, runScript, temporaryDirectory, UserError, writeJson } from './paths.ts';
import { childEnvironment, runProcess } from './processes.ts';

const hostName = { node: 'Node extension host', web: 'web worker extension host' } as const;

await runScript(async () => {
  const built = await runProcess('node', ['src/build.ts', '--quiet'], { cwd: projectDirectory });
  if (built.code !== 0) throw new UserError(`The extension could not be built:\n${built.output}`);
  const extensionTestsPath = await bundleSuites();
  const desktop = await desktopCode();
  const hosts: ExtensionHost[] = process.env.CODEBOOM_HOST === 'web' ? ['web'] : ['node', 'web'];
  let failed = false;
  for (const host of hosts) {
    console.log(`\n${hostName[host]} of ${desktop ? 'desktop' : 'browser-hosted'} VS Code`);
    const { passed, failures } = await runSuites(host, extensionTestsPath, desktop);
    console.log(`  ${passed} passing (${hostName[host]})`);
    if (failures.length > 0) console.log(`  ${failures.length} failing:\n    ${failures.join('\n    ')}`);
    failed ||= failures.length > 0 || passed === 0;
  }
  return failed ? 1 : 0;
});

/** One run on a fresh copy of the sample study. A run that leaves no outcome crashed, which counts as one failure. */
async function runSuites(host: ExtensionHost, tests: string, desktop: string | undefined): Promise<Outcome> {
  const directory = await temporaryDirectory();
  const study = join(directory.path, 'study');
  const user = join(directory.path, 'user');
  try {
    await copyStudy(study);
    await mkdir(join(user, 'User'), { recursive: true });
    await writeJson(join(user, 'User', 'settings.json'), { 'files.autoSave': 'off' });
    const launchArgs = [
      study,
      `--user-data-dir=${user}`,
      `--extensions-dir=${join(directory.path, 'extensions')}`,
    ];
    if (host === 'web') launchArgs.push('--extensionDevelopmentKind=web');
    await runTests({
      vscodeExecutablePath: desktop ?? join(projectDirectory, 'test', 'host', 'code.ts'),
      extensionDevelopmentPath: projectDirectory,
      extensionTestsPath: tests,
      extensionTestsEnv: { PATH: childEnvironment().PATH },
      launchArgs,
    }).catch((error) => console.log(String(error)));
    const written = await readFile(join(directory.path, 'outcome.json'), 'utf8').catch(() => undefined);
    if (written === undefined)
      return { host, passed: 0, failures: [`the ${hostName[host]} crashed or did not start`] };
    const outcome: Outcome = JSON.parse(written);
    if (outcome.host === host) return outcome;
    return { host, passed: 0, failures: [`the suites ran in the ${hostName[outcome.host]} instead`] };
  } finally {
    await directory.remove();
  }
}
