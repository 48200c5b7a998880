import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { large, small, writeLargeStudy } from '../bench/largeStudy.ts';
import { Desk, folderWith, removeFolders } from '../unit/store/folder.ts';
import { count, isFull, lostOf, times } from './figures.ts';
import { assertWhole, toldOnce } from './look.ts';
import { Coder } from './processes.ts';

describe('a large study', function () {
  this.timeout(20 * 60_000);
  afterEach(removeFolders);

  it('loses nothing when processes that code in it are killed and transcripts change meanwhile', async () => {
    const folder = await folderWith({});
    writeLargeStudy(folder, isFull ? large : small);
    const before = await Desk.at(folder);
    const all = everyId(before);
    const paths = [...before.study.documents.keys()];
    const acknowledged: string[] = [];
    for (let round = 0; round < times(3, 25); round++) {
      const path = paths[(round * 7) % paths.length] ?? '';
      const coder = new Coder(folder, `l${round}x`, Number.POSITIVE_INFINITY, path);
      await coder.isOpen;
      const other = join(folder, paths[(round * 7 + 1) % paths.length] ?? '');
      await writeFile(other, `${await readFile(other, 'utf8')}\nAnd then it was ${round}.\n`);
      await coder.killAfter(50 + Math.random() * 400);
      acknowledged.push(...coder.acknowledged);
      count('kill -9 in a large study');
    }
    await assertWhole(folder);
    const after = await Desk.at(folder);
    assert.deepEqual(lostOf([...all, ...acknowledged], everyId(after)), []);
    assert.deepEqual(toldOnce(after), []);
    for (const { transcript, quotations } of after.study.documents.values())
      for (const { start, end, exact, anchor } of quotations)
        assert.ok(anchor || transcript?.text.slice(start, end) === exact);
  });
});

function everyId(desk: Desk): readonly string[] {
  return [...desk.study.documents.values()].flatMap(({ quotations }) => quotations.map(({ id }) => id));
}
