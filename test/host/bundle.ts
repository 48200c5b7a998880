/** Bundles all suites into one file that runs in the Node extension host and in the web worker one alike. */
import { join } from 'node:path';
import { build } from 'esbuild';
import glob from 'fast-glob';
import { projectDirectory } from './paths.ts';

/** Returns the path of the bundle. Every `*.test.ts` below test/host/suite is in it: there is no list to forget one in. */
export async function bundleSuites(): Promise<string> {
  const suites = (await glob('test/host/suite/**/*.test.ts', { cwd: projectDirectory })).sort();
  const imports = ['test/host/suite/setup.ts', ...suites].map((file) => `import './${file}';`);
  const outfile = join(projectDirectory, 'out', 'test', 'suite.js');
  await build({
    stdin: {
      contents: [...imports, "export { run } from './test/host/suite/execute.ts';"].join('\n'),
      resolveDir: projectDirectory,
    },
    outfile,
    bundle: true,
    platform: 'browser',
    // mocha.js takes `module.exports` of the whole bundle for itself; the footer has the last word.
    format: 'iife',
    globalName: 'suites',
    footer: { js: 'module.exports = suites;' },
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/host/suite/assert.ts', 'node:assert': 'assert/build/assert.js' },
    // Libraries ask for these; web workers lack them.
    banner: { js: 'var global = globalThis, process = globalThis.process ?? { env: {} };' },
    absWorkingDir: projectDirectory,
    logLevel: 'error',
  });
  return outfile;
}
