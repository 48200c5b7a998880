/**
 * Bundles the extension for both hosts (Node and web worker), the command line, and the code of the panels.
 * `--production` minifies and leaves the source maps out; `--watch` rebuilds on change; `--quiet` says nothing on success.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type BuildOptions, build, context } from 'esbuild';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

const common: BuildOptions = {
  bundle: true,
  sourcemap: !production,
  minify: production,
  logLevel: flags.has('--quiet') ? 'error' : 'info',
  legalComments: 'none',
  target: 'es2022',
};

const bundles: BuildOptions[] = [
  {
    ...common,
    entryPoints: { extension: 'src/extension/main.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: { extension: 'src/extension/browser.ts' },
    outdir: 'dist/web',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    define: { global: 'globalThis' },
  },
  {
    ...common,
    entryPoints: { codeboom: 'src/cli/codeboom.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  },
];

const present = bundles.filter((bundle) =>
  Object.values(bundle.entryPoints as Record<string, string>).every((entry) => existsSync(entry)),
);

if (production) await rm('dist', { recursive: true, force: true });
if (flags.has('--watch')) {
  for (const bundle of present) await (await context(bundle)).watch();
} else {
  await Promise.all(present.map((bundle) => build(bundle)));
}
