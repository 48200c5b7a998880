import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Desk, folderWith, put, removeFolders, textIn } from '../unit/store/folder.ts';
import { codebook, settings, sidecarOf, transcript } from '../unit/store/samples.ts';
import { count, times } from './figures.ts';
import { assertNothingLost, assertWhole } from './look.ts';
import { Coder } from './processes.ts';

const talk = transcript.repeat(8);
const study = () => folderWith({ 'codeboom.json': settings, 'codebook.json': codebook, 'a.md': talk });

/** A sentence that is like no other. */
function saying(seed: number): string {
  const words = Array.from({ length: 9 }, (_, index) =>
    ((((seed + 7) * 7919 ** (index + 1)) % 1e6) | 0).toString(36),
  );
  return `We say ${words.join(' ')} at last.`;
}

describe('kill -9', function () {
  this.timeout(20 * 60_000);
  afterEach(removeFolders);

  it('at any instant leaves every quotation that was acknowledged', async () => {
    const kills = times(40, 500);
    let folder = await study();
    let acknowledged: string[] = [];
    for (let round = 0; round < kills; round++) {
      if (round % 25 === 24) {
        folder = await study();
        acknowledged = [];
      }
      const coder = new Coder(folder, `r${round}x`);
      await coder.isOpen;
      await coder.killAfter(Math.random() * 60);
      acknowledged.push(...coder.acknowledged);
      count('kill -9 while a quotation is coded');
      await assertNothingLost(folder, acknowledged);
    }
  });

  it('of two that code at once leaves what both acknowledged', async () => {
    const folder = await study();
    const acknowledged: string[] = [];
    for (let round = 0; round < times(5, 60); round++) {
      const coders = [new Coder(folder, `a${round}x`), new Coder(folder, `b${round}xx`)];
      await Promise.all(coders.map(({ isOpen }) => isOpen));
      await Promise.all(coders.map((coder) => coder.killAfter(Math.random() * 150)));
      acknowledged.push(...coders.flatMap((coder) => coder.acknowledged));
      count('kill -9 of two that code the same transcript', 2);
      await assertNothingLost(folder, acknowledged);
    }
  });

  describe('of the command line', () => {
    const bundle = mkdtempSync(join(tmpdir(), 'codeboom-cli-'));
    const command = join(bundle, 'codeboom.cjs');
    before(() =>
      build({
        entryPoints: ['src/cli/codeboom.ts'],
        outfile: command,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        logLevel: 'error',
      }),
    );
    after(() => rmSync(bundle, { recursive: true, force: true }));

    async function killed(args: readonly string[], milliseconds: number): Promise<void> {
      const child = spawn(process.execPath, [command, ...args], { stdio: 'ignore' });
      const exited = once(child, 'exit');
      const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
      await exited;
      clearTimeout(timer);
    }

    it('during reanchor leaves all quotations', async () => {
      const words = Array.from({ length: 300 }, (_, index) => saying(index));
      const text = words.join('\n\n');
      const ids = words.map((_, index) => `q${index}`);
      const sidecar = sidecarOf(Object.fromEntries(words.map((word, index) => [`q${index}`, word])), text);
      const folder = await folderWith({ 'codeboom.json': settings, 'codebook.json': codebook });
      for (let round = 0; round < times(10, 120); round++) {
        await put(folder, 'a.md', `Some words before. ${round}\n\n${text}`);
        await put(folder, 'a.codes.json', sidecar);
        await killed(['reanchor', folder], 100 + Math.random() * 200);
        count('kill -9 of codeboom reanchor');
        const desk = await assertNothingLost(folder, ids);
        assert.ok(desk.quotations().every(({ exact, anchor }, index) => exact === words[index] && !anchor));
      }
    });

    it('during render leaves a chapter as it was, or done', async () => {
      const folder = await study();
      await put(folder, 'a.codes.json', sidecarOf({ q1: 'counted the beds' }, talk));
      const before = `# Results\n\n${'<!-- codeboom\ntable: codebook\n-->\n<!-- /codeboom -->\n\n'.repeat(100)}`;
      const path = 'chapters/results.md';
      await put(folder, path, before);
      await killed(['render', folder], 60_000);
      const after = await textIn(folder, path);
      assert.notEqual(after, before);
      for (let round = 0; round < times(10, 120); round++) {
        await put(folder, path, before);
        await killed(['render', folder], 100 + Math.random() * 200);
        count('kill -9 of codeboom render');
        assert.ok([before, after].includes(await textIn(folder, path)));
        await assertWhole(folder);
      }
      assert.deepEqual((await Desk.at(folder)).ids(), ['q1']);
    });
  });
});
