import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printFigure } from '../measure.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** What is shipped: bundles as built for it, in a folder of their own, and the package if there is one. */
export function sizeRows(folder: string): void {
  mkdirSync(folder);
  symlinkSync(join(project, 'src'), join(folder, 'src'));
  execFileSync(process.execPath, [join(project, 'src/build.ts'), '--production', '--quiet'], { cwd: folder });
  const files = loadedAtOnce(join(folder, 'dist/extension.mjs'));
  const sum = [...files].reduce((all, file) => all + statSync(file).size, 0);
  sizeRow('bundle for the Node host without lazy parts, minified', sum, 500);
  // One file, lazy parts and all: the web worker host loads no other.
  sizeRow('bundle for the web worker host, minified', sizeOf(join(folder, 'dist/web/extension.js')));
  const vsix = join(project, 'dist/codeboom.vsix');
  if (existsSync(vsix)) sizeRow('the package, as last built', sizeOf(vsix), 2_000);
}

/** A module and those that it imports, directly or not, other than by `import()`. */
function loadedAtOnce(path: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const [, imported] of readFileSync(path, 'utf8').matchAll(/(?:from|import)"(\.[^"]+)"/g))
    loadedAtOnce(join(dirname(path), imported ?? ''), known);
  return known;
}

function sizeOf(path: string): number {
  return statSync(path).size;
}

function sizeRow(what: string, bytes: number, budget?: number): void {
  printFigure({ what, unit: 'KB', median: bytes / 1e3, ...(budget !== undefined && { budget }) });
}
