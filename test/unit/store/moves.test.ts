import assert from 'node:assert/strict';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setComment } from '../../../src/core/study/coding.ts';
import { contentOf, Desk, folderWith, put, removeFolders, textIn } from './folder.ts';
import { codebook, settings, sidecarOf, transcript } from './samples.ts';

const trusted = 'We trusted each other from the first day';

const study = (more: Readonly<Record<string, string>> = {}) =>
  folderWith({
    'codeboom.json': settings,
    'codebook.json': codebook,
    'a.md': transcript,
    'a.codes.json': sidecarOf({ q1: trusted }),
    'a.codes.ldb.json': sidecarOf({ q2: 'counted the beds' }),
    ...more,
  });

const isSidecar = (path: string) => path.includes('.codes.');

/** The study as it is in memory, and as it is for whoever opens it anew. */
async function idsIn(desk: Desk, folder: string, path: string): Promise<readonly (readonly string[])[]> {
  return [desk.ids(path), (await Desk.at(folder)).ids(path)];
}

describe('a transcript that somebody renames or moves', () => {
  afterEach(removeFolders);

  for (const to of ['b.md', 'more/a.md']) {
    it(`takes the sidecars along that stayed behind: ${to}`, async () => {
      const folder = await study();
      const desk = await Desk.at(folder);
      await mkdir(join(folder, 'more'));
      await rename(join(folder, 'a.md'), join(folder, to));
      const adoption = await desk.refresh('a.md', to);
      assert.deepEqual([...(adoption?.moves ?? [])], [['a.md', to]]);
      assert.deepEqual(await idsIn(desk, folder, to), [
        ['q1', 'q2'],
        ['q1', 'q2'],
      ]);
      const stem = to.replace('.md', '');
      assert.deepEqual(Object.keys(await contentOf(folder)).filter(isSidecar), [
        `${stem}.codes.json`,
        `${stem}.codes.ldb.json`,
      ]);
      assert.equal(
        await textIn(folder, `${stem}.codes.json`),
        sidecarOf({ q1: trusted }).replace('"a.md"', `"${to.replace('more/', '')}"`),
      );
      assert.equal(desk.study.documents.has('a.md'), false);
      assert.deepEqual(desk.keys, ['sidecar.carriedAlong']);
    });
  }

  it('is found when it goes first and comes later', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await rm(join(folder, 'a.md'));
    await desk.refresh('a.md');
    await put(folder, 'b.md', transcript);
    await desk.refresh('b.md');
    assert.deepEqual(await idsIn(desk, folder, 'b.md'), [
      ['q1', 'q2'],
      ['q1', 'q2'],
    ]);
  });

  it('is found when the study is opened', async () => {
    const folder = await study();
    await rename(join(folder, 'a.md'), join(folder, 'b.md'));
    const before = await contentOf(folder);
    const desk = await Desk.at(folder);
    assert.deepEqual(desk.keys, ['sidecar.carriedAlong']);
    assert.deepEqual(await contentOf(folder), before);
    assert.deepEqual(await idsIn(desk, folder, 'b.md'), [
      ['q1', 'q2'],
      ['q1', 'q2'],
    ]);
    await desk.do(desk.code('counted the days', ['worry'], 'b.md'));
    assert.deepEqual(Object.keys(await contentOf(folder)).filter(isSidecar), [
      'b.codes.json',
      'b.codes.ldb.json',
    ]);
  });

  it('with its sidecars keeps all ids, in whatever order it is told, and no file is written for it', async () => {
    for (const order of [
      ['a.md', 'a.codes.json', 'a.codes.ldb.json', 'b.md', 'b.codes.json', 'b.codes.ldb.json'],
      ['b.codes.ldb.json', 'b.codes.json', 'b.md', 'a.codes.json', 'a.md', 'a.codes.ldb.json'],
    ]) {
      const folder = await study();
      const desk = await Desk.at(folder);
      for (const ending of ['.md', '.codes.json', '.codes.ldb.json'])
        await rename(join(folder, `a${ending}`), join(folder, `b${ending}`));
      const before = await contentOf(folder);
      for (const path of order) await desk.refresh(path);
      assert.deepEqual(await idsIn(desk, folder, 'b.md'), [
        ['q1', 'q2'],
        ['q1', 'q2'],
      ]);
      assert.deepEqual(await contentOf(folder), before);
      assert.deepEqual(desk.keys, []);
    }
  });

  it('takes along changes that could not be saved yet', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    const [quotation] = desk.quotations();
    assert.ok(quotation);
    desk.change(setComment(quotation, 'early', desk.author));
    await rename(join(folder, 'a.md'), join(folder, 'b.md'));
    await desk.refresh('a.md', 'b.md');
    await desk.do(desk.code('counted the days', ['worry'], 'b.md'));
    assert.ok((await textIn(folder, 'b.codes.json')).includes('"comment": "early"'));
  });

  it('and changes on the way is not taken for the same', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await rm(join(folder, 'a.md'));
    await put(folder, 'b.md', `${transcript}\nMore.\n`);
    await desk.refresh('a.md', 'b.md');
    assert.deepEqual(desk.ids(), ['q1', 'q2']);
    assert.deepEqual(desk.ids('b.md'), []);
    await put(folder, 'a.md', transcript);
    await desk.refresh('a.md');
    assert.deepEqual(
      desk.quotations().map(({ anchor }) => anchor),
      [undefined, undefined],
    );
  });

  it('and is there twice is left to the user', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await rename(join(folder, 'a.md'), join(folder, 'b.md'));
    await put(folder, 'c.md', transcript);
    await desk.refresh('a.md', 'b.md', 'c.md');
    assert.deepEqual([desk.ids(), desk.ids('b.md'), desk.ids('c.md')], [['q1', 'q2'], [], []]);
  });

  it('copied stays where it is; the copy has no quotations', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    const before = await contentOf(folder);
    await cp(join(folder, 'a.md'), join(folder, 'b.md'));
    await desk.refresh('b.md');
    assert.deepEqual([desk.ids(), desk.ids('b.md')], [['q1', 'q2'], []]);
    assert.deepEqual(await contentOf(folder), { ...before, 'b.md': transcript });
    assert.deepEqual(desk.keys, []);
  });

  it('in the editor keeps what it has in memory, and what was beside the new name already', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await put(folder, 'b.codes.json', sidecarOf({ q9: 'counted the days' }, transcript, 'b.md'));
    await rename(join(folder, 'a.md'), join(folder, 'b.md'));
    desk.adopt(await desk.store.rename(() => desk.study, new Map([['a.md', 'b.md']])));
    await desk.store.saved();
    await desk.refresh('a.md', 'b.md', 'a.codes.json', 'b.codes.json');
    await desk.store.saved();
    assert.deepEqual(
      (await idsIn(desk, folder, 'b.md')).map((ids) => [...ids].sort()),
      [
        ['q1', 'q2', 'q9'],
        ['q1', 'q2', 'q9'],
      ],
    );
    assert.deepEqual(Object.keys(await contentOf(folder)).filter(isSidecar), [
      'b.codes.json',
      'b.codes.ldb.json',
    ]);
  });
});
