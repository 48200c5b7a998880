import assert from 'node:assert/strict';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Desk, folderWith, put, removeFolders, textIn } from '../unit/store/folder.ts';
import { codebook, settings, sidecarOf, transcript } from '../unit/store/samples.ts';
import { count, lostOf } from './figures.ts';
import { assertWhole, toldOnce } from './look.ts';

const ids = ['q1', 'q2'];
const words = { q1: 'We trusted each other from the first day', q2: 'counted the beds' };

const study = (more: Readonly<Record<string, string>> = {}) =>
  folderWith({
    'codeboom.json': settings,
    'codebook.json': codebook,
    'talks/a.md': transcript,
    'talks/a.codes.json': sidecarOf(words, transcript, 'talks/a.md'),
    ...more,
  });

type Change = (folder: string) => Promise<unknown>;
const move =
  (from: string, to: string): Change =>
  async (folder) => {
    await mkdir(join(folder, to, '..'), { recursive: true });
    await rename(join(folder, from), join(folder, to));
  };
const all =
  (...changes: readonly Change[]): Change =>
  async (folder) => {
    for (const change of changes) await change(folder);
  };
const copy =
  (from: string, to: string): Change =>
  async (folder) =>
    cp(join(folder, from), join(folder, to));

const both = [move('talks/a.md', 'talks/b.md'), move('talks/a.codes.json', 'talks/b.codes.json')];

/** What somebody does in the Explorer or a terminal, how it is undone, and where the quotations are in between. */
const changes: readonly { readonly what: string; readonly change: Change; readonly back: Change }[] = [
  {
    what: 'renamed with its sidecar',
    change: all(...both),
    back: all(move('talks/b.md', 'talks/a.md'), move('talks/b.codes.json', 'talks/a.codes.json')),
  },
  { what: 'renamed', change: move('talks/a.md', 'talks/b.md'), back: move('talks/b.md', 'talks/a.md') },
  { what: 'moved', change: move('talks/a.md', 'later/a.md'), back: move('later/a.md', 'talks/a.md') },
  {
    what: 'in a folder that is renamed',
    change: move('talks', 'interviews'),
    back: move('interviews', 'talks'),
  },
  {
    what: 'deleted',
    change: (folder) => rm(join(folder, 'talks/a.md')),
    back: (folder) => put(folder, 'talks/a.md', transcript),
  },
  {
    what: 'deleted with its sidecar',
    change: all(move('talks/a.md', '.trash/a.md'), move('talks/a.codes.json', '.trash/a.codes.json')),
    back: all(move('.trash/a.md', 'talks/a.md'), move('.trash/a.codes.json', 'talks/a.codes.json')),
  },
  {
    what: 'renamed to other case',
    change: all(move('talks/a.md', 'talks/A.md'), move('talks/a.codes.json', 'talks/A.codes.json')),
    back: all(move('talks/A.md', 'talks/a.md'), move('talks/A.codes.json', 'talks/a.codes.json')),
  },
];

describe('a transcript outside of VS Code', () => {
  afterEach(removeFolders);

  for (const { what, change, back } of changes) {
    it(`${what}, and back, while the study is closed`, async () => {
      const folder = await study();
      await change(folder);
      count('transcript renamed, moved, copied or deleted', 2);
      const between = await Desk.at(folder);
      toldOnce(between);
      if (!what.startsWith('deleted with')) assert.deepEqual(lostOf(ids, everyId(between)), []);
      await goBack(back, folder);
      await assertAtHome(folder);
    });

    it(`${what}, and back, while the study is open`, async () => {
      const folder = await study();
      const desk = await Desk.at(folder);
      const before = await fileNames(folder);
      await change(folder);
      count('transcript renamed, moved, copied or deleted', 2);
      await desk.refresh(...differing(before, await fileNames(folder)));
      toldOnce(desk);
      if (!what.startsWith('deleted with')) assert.deepEqual(lostOf(ids, everyId(desk)), []);
      const between = await fileNames(folder);
      await goBack(back, folder);
      await desk.refresh(...differing(between, await fileNames(folder)));
      assert.deepEqual(lostOf(ids, everyId(desk)), []);
      await assertWhole(folder);
      await assertAtHome(folder);
    });
  }

  it('copied with its sidecar: each has its own quotations, and neither takes from the other', async () => {
    const folder = await study();
    await all(copy('talks/a.md', 'talks/b.md'), copy('talks/a.codes.json', 'talks/b.codes.json'))(folder);
    count('transcript renamed, moved, copied or deleted');
    const desk = await Desk.at(folder);
    assert.deepEqual(toldOnce(desk), ['sidecar.idsElsewhere']);
    assert.deepEqual(desk.ids('talks/a.md').toSorted(), ids);
    assert.equal(desk.ids('talks/b.md').length, 2);
    assert.equal(new Set(everyId(desk)).size, 4);
    await desk.do(desk.code('counted the days', ['worry'], 'talks/b.md'));
    const again = await Desk.at(folder);
    assert.deepEqual(again.keys, []);
    assert.deepEqual(lostOf(everyId(desk), everyId(again)), []);
  });

  it('two whose names differ only in case are two, where the disk can hold both', async () => {
    const folder = await study({ 'talks/A.md': transcript.replace('day', 'week') });
    await put(
      folder,
      'talks/A.codes.json',
      sidecarOf({ q7: 'counted the days' }, transcript.replace('day', 'week')),
    );
    count('names that differ in case');
    if (!(await fileNames(folder)).includes('talks/a.md')) return;
    const desk = await Desk.at(folder);
    assert.deepEqual([desk.ids('talks/a.md'), desk.ids('talks/A.md')], [ids, ['q7']]);
    await desk.do(desk.code('worried about', ['worry'], 'talks/A.md'));
    assert.equal((await Desk.at(folder)).ids('talks/A.md').length, 2);
    assert.match(await textIn(folder, 'talks/a.codes.json'), /"q1"/);
  });
});

/** What was carried along is not where it was left. */
async function goBack(back: Change, folder: string): Promise<void> {
  await back(folder).catch((error) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
}

/** Asserts that the study opens without a problem and with its quotations on their words. */
async function assertAtHome(folder: string): Promise<void> {
  const desk = await Desk.at(folder);
  assert.ok(toldOnce(desk).every((key) => key === 'sidecar.carriedAlong'));
  assert.deepEqual(lostOf(ids, everyId(desk)), []);
  for (const { path, transcript: text, quotations } of desk.study.documents.values())
    for (const { id, start, end, exact, anchor } of quotations) {
      assert.equal(text?.text.slice(start, end), exact, `${id} in ${path}`);
      assert.equal(anchor, undefined);
    }
}

function everyId(desk: Desk): readonly string[] {
  return [...desk.study.documents.values()].flatMap(({ quotations }) => quotations.map(({ id }) => id));
}

async function fileNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((path) => !path.startsWith('.'));
}

function differing(before: readonly string[], after: readonly string[]): readonly string[] {
  return [
    ...before.filter((path) => !after.includes(path)),
    ...after.filter((path) => !before.includes(path)),
  ];
}
