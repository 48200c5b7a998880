import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { renderTable } from '../../../src/core/render/formats.ts';
import { everything } from './tables.ts';

describe('in a web worker', () => {
  it('Word and Excel files are made without Node and without a page, and have the same bytes', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          export { chapterToDocx } from './src/core/chapters/word/export.ts';
          export { renderTable } from './src/core/render/formats.ts';
          export { emptyStudy } from './src/core/study/study.ts';`,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      bundle: true,
      write: false,
      platform: 'browser',
      conditions: ['worker'],
      format: 'iife',
      globalName: 'core',
      define: { global: 'globalThis' },
    });
    // What a worker has of its own; neither process, Buffer and require nor window and document.
    const worker = createContext({
      TextEncoder,
      TextDecoder,
      Blob,
      Uint8Array,
      ArrayBuffer,
      setTimeout,
      clearTimeout,
    });
    runInContext(outputFiles[0]?.text ?? '', worker);
    for (const format of ['docx', 'xlsx'] as const) {
      worker.table = everything;
      const made = await runInContext(`core.renderTable(table, '${format}')`, worker);
      assert.deepEqual(Buffer.from(made), Buffer.from(await renderTable(everything, format)), format);
    }
    const chapter = await runInContext(
      "core.chapterToDocx(core.emptyStudy, '# A\\n\\nB &amp; *c*\\n')",
      worker,
    );
    assert.ok(chapter.bytes.length > 1000);
  });
});
