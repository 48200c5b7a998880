import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCode } from '../../src/core/study/codebook/create.ts';
import { operation, setComment } from '../../src/core/study/coding.ts';
import { contentOf, Desk, put, textIn } from '../unit/store/folder.ts';
import { codebook, settings, sidecarOf, transcript } from '../unit/store/samples.ts';
import { count, times } from './figures.ts';
import { assertNothingLost, toldOnce } from './look.ts';

/** A disk of its own in memory; undefined where only root may make one, and this is not root. */
function mounted(size: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'codeboom-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

function unmount(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true });
}

async function fill(folder: string): Promise<void> {
  await put(folder, 'codeboom.json', settings);
  await put(folder, 'codebook.json', codebook);
  await put(folder, 'a.md', transcript);
  await put(folder, 'a.codes.json', sidecarOf({ q1: 'counted the beds' }));
}

describe('a disk', function () {
  this.timeout(120_000);

  it('that is full: what was saved stays whole, what was not is told once and saved when there is room', async function () {
    const folder = mounted('128k');
    if (!folder) {
      console.log('Skipped: a full disk needs a tmpfs, which only root may mount here.');
      return this.skip();
    }
    try {
      await fill(folder);
      let full = 0;
      for (let round = 0; round < times(7, 70); round++) {
        const desk = await Desk.at(folder, `r${round}x`);
        const before = await textIn(folder, 'a.codes.json');
        const saved = desk.ids();
        const ballast = join(folder, 'ballast');
        const { bavail, bsize } = statfsSync(folder);
        // Then a file fits in part, or not at all, or just so.
        writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail - (round % 7)) * bsize));
        const long = 'A long comment. '.repeat(2_000);
        const [quotation] = desk.quotations();
        assert.ok(quotation);
        await desk.do(desk.code('counted the days', ['worry']));
        await desk.do(setComment(quotation, long, desk.author));
        await desk.do(setComment({ ...quotation, comment: long }, `${long}${round}`, desk.author));
        count('saved on a full disk', 3);
        if (desk.store.isPending) {
          full++;
          assert.deepEqual(toldOnce(desk), ['file.cannotSave']);
          assert.equal(await textIn(folder, 'a.codes.json'), before);
          assert.deepEqual((await Desk.at(folder, 'other')).ids(), saved);
        }
        rmSync(ballast);
        await desk.do(
          setComment({ ...quotation, comment: `${long}${round}` }, `round ${round}`, desk.author),
        );
        assert.deepEqual([desk.keys, desk.store.isPending], [[], false]);
        await assertNothingLost(folder, desk.ids());
      }
      assert.notEqual(full, 0);
      assert.deepEqual(
        Object.keys(await contentOf(folder)).filter((path) => path.includes('tmp')),
        [],
      );
    } finally {
      unmount(folder);
    }
  });

  it('that is read-only: opens, tells once per file, and keeps the changes until it can be written', async function () {
    // Root may write whatever the permissions say; a disk that is mounted for reading only stops root, too.
    const folder = mounted('1m');
    if (!folder) {
      console.log('Skipped: a read-only folder needs a tmpfs, which only root may mount here.');
      return this.skip();
    }
    try {
      await fill(folder);
      mkdirSync(join(folder, 'chapters'));
      execFileSync('mount', ['-o', 'remount,ro', folder]);
      const before = await contentOf(folder);
      const desk = await Desk.at(folder);
      assert.deepEqual([desk.ids(), desk.keys], [['q1'], []]);
      await desk.do(desk.code('counted the days', ['worry']));
      await desk.do(desk.code('trusted each other', ['trust']));
      const { change } = newCode(desk.study.codebook, { name: 'Beds' }, desk.author);
      await desk.do(operation('done.newCode', {}, [change]));
      count('saved in a read-only folder', 3);
      assert.deepEqual(toldOnce(desk), ['file.cannotSave', 'file.cannotSave']);
      assert.deepEqual(await contentOf(folder), before);
      execFileSync('mount', ['-o', 'remount,rw', folder]);
      await desk.do(desk.code('the contract', ['worry']));
      assert.deepEqual([desk.keys, desk.store.isPending], [[], false]);
      const after = await assertNothingLost(folder, desk.ids());
      assert.ok(after.study.codebook.codes.has('beds'));
    } finally {
      unmount(folder);
    }
  });
});
