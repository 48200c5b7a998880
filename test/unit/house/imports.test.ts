import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Lints one planted file, in a folder of its own that is taken away again, and gives what the linter says. */
function lintPlanted(files: Record<string, string>): string {
  const folders = new Set<string>();
  try {
    for (const [path, text] of Object.entries(files)) {
      folders.add(dirname(path));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const linter = join('node_modules', '.bin', 'biome');
    const run = spawnSync(linter, ['lint', '--max-diagnostics=50', ...Object.keys(files)], {
      encoding: 'utf8',
    });
    return `${run.stdout}${run.stderr}`;
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

const planted = [
  ['src/core/study/planted/a.ts', `export * from 'vscode';`],
  ['src/core/study/planted/b.ts', `export * from 'node:fs';`],
  ['src/core/text/planted/a.ts', `export * from '../../tables/table.ts';`],
  ['src/core/anchoring/planted/a.ts', `export * from '../../chapters/blocks.ts';`],
  ['src/core/tables/planted/a.ts', `export * from '../../render/markdown.ts';`],
  ['src/core/privacy/planted/a.ts', `export * from '../../tables/table.ts';`],
  ['src/core/render/planted/a.ts', `export * from '../../../store/store.ts';`],
  ['src/store/planted/a.ts', `export * from '../../extension/session.ts';`],
  ['src/cli/planted/a.ts', `export * from '../../extension/session.ts';`],
  ['src/extension/planted/a.ts', `export * from '../../cli/codeboom.ts';`],
  ['src/extension/planted/b.ts', `export * from 'node:fs';`],
  ['src/webview/planted/a.ts', `export * from 'vscode';`],
  ['src/webview/planted/b.ts', `export * from '../../extension/session.ts';`],
  ['src/webview/planted/c.ts', `export * from '../../core/tables/table.ts';`],
  ['src/webview/planted/d.ts', `export * from '../../messages/english.ts';`],
] as const;

describe('the house', () => {
  for (const [path, text] of planted) {
    it(`the linter refuses ${text} in ${dirname(path)}`, () => {
      assert.match(lintPlanted({ [path]: text }), /noRestrictedImports/);
    });
  }

  it('the linter refuses a cycle of imports', () => {
    const output = lintPlanted({
      'src/core/study/planted/one.ts': `import { two } from './two.ts';\nexport const one = () => two;\n`,
      'src/core/study/planted/two.ts': `import { one } from './one.ts';\nexport const two = () => one;\n`,
    });
    assert.match(output, /noImportCycles/);
  });

  it('the linter lets pass what is allowed', () => {
    const output = lintPlanted({
      'src/core/tables/planted/a.ts': `export { positionAt } from '../../text/lines.ts';\n`,
      'src/webview/planted/a.ts': `export type { Code } from '../../core/study/model.ts';\n`,
    });
    assert.doesNotMatch(output, /noRestrictedImports/);
  });
});
