import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import glob from 'fast-glob';
import { projectDirectory, temporaryDirectory } from '../host/paths.ts';
import { runProcess } from '../host/processes.ts';
import { installExtension, type Server, startServer } from '../host/server.ts';
import { Workbench } from './workbench.ts';

describe('the package', () => {
  const vsix = join(projectDirectory, 'dist', 'codeboom.vsix');
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let server: Server | undefined;

  before(async function () {
    this.timeout(180_000);
    directory = await temporaryDirectory();
    const { code, output } = await runProcess('npm', ['run', 'package'], {
      cwd: projectDirectory,
      timeout: 120_000,
    });
    assert.equal(code, 0, output);
    await installExtension(vsix, join(directory.path, 'extensions'), join(directory.path, 'data'));
  });
  after(async () => {
    await server?.stop();
    await directory?.remove();
  });

  it('holds the bundles and the sample, no source and no test', async () => {
    const files = await glob('*/**', { cwd: join(directory.path, 'extensions'), dot: true });
    const own = files.map((name) => name.slice(name.indexOf('/') + 1));
    const needed = [
      'package.json',
      'dist/extension.mjs',
      'dist/web/extension.js',
      'dist/l10n/bundle.l10n.nl.json',
      'media/sample/codeboom.json',
    ];
    assert.deepEqual(
      needed.filter((name) => !own.includes(name)),
      [],
      'these files are missing',
    );
    const top = /^(\.vsixmanifest|package(\.nls(\.\w+)?)?\.json|(readme|changelog)\.md|license(\.\w+)?)$/i;
    const folder = /^(dist\/.*\.m?js|dist\/l10n\/.*\.json|media\/.*|docs\/codeboom\.png)$/;
    assert.deepEqual(
      own.filter((name) => !(top.test(name) || folder.test(name)) || /\.(ts|map)$/.test(name)),
      [],
      'these files do not belong in the package',
    );
    assert.ok((await stat(vsix)).size < 2_000_000, 'larger than 2 MB');
  });

  it('installs into a fresh VS Code and becomes active on the sample study', async function () {
    this.timeout(120_000);
    server = await startServer({
      dataDirectory: join(directory.path, 'data'),
      extensionsDirectory: join(directory.path, 'extensions'),
      endWhenIdle: true,
    });
    const workbench = await Workbench.open({ server });
    await workbench.focusView('Code Tree');
    await workbench.view('Code Tree').locator('.monaco-list-row').first().waitFor();
    await workbench.close();
  });
});
