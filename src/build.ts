/**
 * Bundles the extension for both hosts (Node and web worker), the command line, and the code of the panels.
 * `--production` minifies and leaves the source maps out; `--watch` rebuilds on change; `--quiet` says nothing on success.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, context } from 'esbuild';
import { dutch } from './messages/dutch.ts';
import { english } from './messages/english.ts';

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
    // What is first used later, such as tables, is in chunks of its own; modules are what can be split.
    entryPoints: { extension: 'src/extension/main.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    mainFields: ['module', 'main'],
    // Its build as modules, which its manifest keeps for browsers, leaves out what is not used.
    alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
    // Packages that are no modules ask for parts of Node by a `require` that modules do not have.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    external: ['vscode'],
  },
  {
    ...common,
    // The web worker host loads one file.
    entryPoints: { extension: 'src/extension/browser.ts' },
    outdir: 'dist/web',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    define: { global: 'globalThis' },
    // Builds for workers: those for pages ask for a document to read HTML entities with.
    conditions: ['worker'],
  },
  {
    ...common,
    entryPoints: { model: 'src/webview/model/main.ts' },
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'iife',
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

/** VS Code translates by the English sentence; the catalogue is by key, so that the command line can use it too. */
async function writeTranslations(): Promise<void> {
  const keys = Object.keys(english) as (keyof typeof english)[];
  const translations = Object.fromEntries(keys.map((key) => [english[key], dutch[key]]));
  await mkdir('dist/l10n', { recursive: true });
  await writeFile('dist/l10n/bundle.l10n.nl.json', `${JSON.stringify(translations, null, 2)}\n`);
}

// Chunks are named by what is in them: those of earlier builds would stay.
await rm(production ? 'dist' : 'dist/chunks', { recursive: true, force: true });
await writeTranslations();
if (flags.has('--watch')) {
  for (const bundle of present) await (await context(bundle)).watch();
} else {
  await Promise.all(present.map((bundle) => build(bundle)));
}
