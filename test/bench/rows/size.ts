import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printFigure } from '../measure.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** What is shipped: bundles as built for it, in a folder of their own, and the package if there is one. */
export function sizeRows(folder: string): void {
  mkdirSync(folder);
  symlinkSync(join(project, 'src'), join(folder, 'src'));
  execFileSync(process.execPath, [join(project, 'src/build.ts'), '--production', '--quiet'], { cwd: folder });
  sizeRow('bundle for the Node host, minified', join(folder, 'dist/extension.js'), 500);
  sizeRow('bundle for the web worker host, minified', join(folder, 'dist/web/extension.js'), 500);
  const vsix = join(project, 'dist/codeboom.vsix');
  if (existsSync(vsix)) sizeRow('the package, as last built', vsix, 2_000);
}

function sizeRow(what: string, path: string, budget: number): void {
  printFigure({ what, unit: 'KB', median: statSync(path).size / 1e3, budget });
}
