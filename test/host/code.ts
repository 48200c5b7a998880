#!/usr/bin/env node
/**
 * Speaks the part of the command line of `code` that `runTests` of test-electron uses, and runs the tests in the
 * browser-hosted VS Code. So one entry serves this host and desktop VS Code.
 *
 *     code.ts --extensionDevelopmentPath=… --extensionTestsPath=… --user-data-dir=… [--extensionDevelopmentKind=web] <folder>
 *
 * Ends with the exit code of the test run. `<user-data-dir>/User/settings.json` is honoured, as on the desktop.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { isNoise } from './noise.ts';
import { extensionId, projectDirectory, runScript, temporaryDirectory, UserError } from './paths.ts';
import { startServer, workbenchUrl } from './server.ts';

const patience = 5 * 60_000;

await runScript(async () => {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: text,
      extensionTestsPath: text,
      extensionDevelopmentKind: text,
      'user-data-dir': text,
      'extensions-dir': text,
    },
  });
  const given = (name: string): string => {
    const value = values[name];
    if (typeof value !== 'string') throw new UserError(`code.ts: --${name}=… is missing.`);
    return value;
  };
  const [folder] = positionals;
  if (folder === undefined) throw new UserError('code.ts: the folder to open is missing.');
  const extensionDevelopmentPath = given('extensionDevelopmentPath');
  const settings = JSON.parse(
    await readFile(join(given('user-data-dir'), 'User', 'settings.json'), 'utf8').catch(() => '{}'),
  );
  if (values.extensionDevelopmentKind === 'web') {
    settings['remote.extensionKind'] = { [await extensionId(extensionDevelopmentPath)]: ['web'] };
  }

  const data = await temporaryDirectory();
  const server = await startServer({
    dataDirectory: data.path,
    settings,
    development: true,
    endWhenIdle: true,
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const exitCode = new Promise<number>((resolve, reject) => {
      const fail = (reason: string) => reject(new UserError(`The test run did not end: ${reason}.`));
      setTimeout(() => fail(`nothing after ${patience / 60_000} minutes`), patience).unref();
      page.once('crash', () => fail('the page crashed'));
      browser.once('disconnected', () => fail('the browser ended'));
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    exitCode.catch(() => {});
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      const message = args.map(String).join(' ');
      if (!isNoise(message)) (type === 'error' ? console.error : console.log)(message);
    });
    const extensionTestsPath = given('extensionTestsPath');
    await page.goto(workbenchUrl(server, { folder, extensionDevelopmentPath, extensionTestsPath }));
    return await exitCode.catch(async (error) => {
      await mkdir(join(projectDirectory, 'test-results'), { recursive: true });
      await page
        .screenshot({ path: join(projectDirectory, 'test-results', 'host-tests.png') })
        .catch(() => {});
      throw error;
    });
  } finally {
    await browser.close();
    await server.stop();
    await data.remove();
  }
});
