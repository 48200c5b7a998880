import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setComment } from '../../../src/core/study/coding.ts';
import { temporaryPathFor } from '../../../src/store/fileSystem.ts';
import { contentOf, Desk, folderWith, put, removeFolders, textIn } from './folder.ts';
import { codebook, settings, sidecarOf, transcript } from './samples.ts';

const trusted = 'We trusted each other from the first day';

const study = (more: Readonly<Record<string, string>> = {}) =>
  folderWith({
    'codeboom.json': settings,
    'codebook.json': codebook,
    'a.md': transcript,
    'a.codes.json': sidecarOf({ q1: trusted }),
    ...more,
  });

describe('changes on disk', () => {
  afterEach(removeFolders);

  it('that it made itself are no news', async () => {
    const desk = await Desk.at(await study());
    await desk.do(desk.code('counted the beds', ['worry']));
    assert.equal(
      await desk.refresh('a.codes.json', 'a.md', 'codebook.json', 'cases.csv', 'notes.txt', 'x'),
      undefined,
    );
  });

  it('of a sidecar come in beside changes that wait to be saved', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    desk.change(desk.code('counted the beds', ['worry']));
    await put(folder, 'a.codes.json', sidecarOf({ q1: trusted, q9: 'counted the days' }));
    const adoption = await desk.refresh('a.codes.json');
    assert.deepEqual([...(adoption?.changed.quotations.keys() ?? [])], ['a.md']);
    assert.equal(desk.ids().length, 3);
  });

  it('take away what somebody deleted', async () => {
    const folder = await study({ 'a.codes.ldb.json': sidecarOf({ q2: 'counted the beds' }) });
    const desk = await Desk.at(folder);
    await rm(join(folder, 'a.codes.ldb.json'));
    await desk.refresh('a.codes.ldb.json');
    assert.deepEqual(desk.ids(), ['q1']);
    assert.deepEqual([...(desk.study.documents.get('a.md')?.sidecars.keys() ?? [])], ['']);
  });

  it('of a text carry the quotations along; its sidecar is not written for that', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    const before = await textIn(folder, 'a.codes.json');
    await put(folder, 'a.md', transcript.replace('**I:** How', '**I:** Well, how'));
    const adoption = await desk.refresh('a.md');
    const [quotation] = desk.quotations();
    assert.deepEqual([...(adoption?.transcripts ?? [])], ['a.md']);
    assert.equal(quotation?.exact, trusted);
    assert.equal(quotation?.start, transcript.indexOf(trusted) + 'Well, '.length);
    assert.equal(await textIn(folder, 'a.codes.json'), before);
  });

  it('of a text and its sidecar, as git makes them, are taken as they are', async () => {
    const edited = transcript.replace('**I:** How', '**I:** Well, how');
    for (const order of [
      ['a.md', 'a.codes.json'],
      ['a.codes.json', 'a.md'],
    ]) {
      const folder = await study();
      const desk = await Desk.at(folder);
      await put(folder, 'a.md', edited);
      await put(folder, 'a.codes.json', sidecarOf({ q1: 'the first day', q2: 'counted the beds' }, edited));
      for (const path of order) await desk.refresh(path);
      assert.deepEqual(
        desk.quotations().map(({ exact, start, anchor }) => [exact, start === edited.indexOf(exact), anchor]),
        [
          ['the first day', true, undefined],
          ['counted the beds', true, undefined],
        ],
      );
      assert.deepEqual(desk.keys, []);
    }
  });

  it('that bring a transcript bring its sidecars, and take it away again', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await put(folder, 'more/b.md', transcript);
    await put(folder, 'more/b.codes.json', sidecarOf({ q5: 'counted the beds' }, transcript, 'b.md'));
    await desk.refresh('more');
    assert.deepEqual(desk.ids('more/b.md'), ['q5']);
    await rm(join(folder, 'more'), { recursive: true });
    await desk.refresh('more');
    assert.deepEqual([...desk.study.documents.keys()], ['a.md']);
  });

  it('that take a transcript away leave its quotations until it is back', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await rm(join(folder, 'a.md'));
    await desk.refresh('a.md');
    assert.deepEqual(desk.ids(), ['q1']);
    assert.equal(desk.study.documents.get('a.md')?.transcript, undefined);
    await put(folder, 'a.md', transcript.replace('**I:** How', '**I:** Well, how'));
    await desk.refresh('a.md');
    assert.equal(desk.quotations()[0]?.start, transcript.indexOf(trusted) + 'Well, '.length);
  });

  it('of a transcript that is open in an editor do not count: the editor does', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await put(folder, 'a.md', 'other');
    const adoption = await desk.store.refresh(
      () => desk.study,
      ['a.md'],
      () => transcript,
    );
    assert.equal(adoption, undefined);
  });

  it('of the settings bring and drop transcripts; those that come back have their quotations', async () => {
    const folder = await study({ 'old/b.md': transcript });
    const desk = await Desk.at(folder);
    await put(folder, 'codeboom.json', '{"transcripts": ["old/*.md"]}');
    await desk.refresh('codeboom.json');
    assert.deepEqual([...desk.study.documents.keys()], ['old/b.md']);
    assert.deepEqual(desk.keys, ['sidecar.notTranscript']);
    await put(folder, 'codeboom.json', settings);
    await desk.refresh('codeboom.json');
    assert.deepEqual([...desk.study.documents.keys()], ['a.md', 'old/b.md']);
    assert.deepEqual([desk.ids(), desk.keys], [['q1'], []]);
  });

  it('that make a transcript no text leave the document as it was', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await put(folder, 'a.md', Uint8Array.of(0xff, 0xfe, 0x41, 0));
    await desk.refresh('a.md');
    assert.deepEqual([desk.ids(), desk.keys], [['q1'], ['file.notUtf8']]);
    await put(folder, 'a.md', transcript);
    await desk.refresh('a.md');
    assert.deepEqual([desk.ids(), desk.keys], [['q1'], []]);
  });

  it('of a transcript that becomes readable bring it with its quotations', async () => {
    const folder = await study();
    await put(folder, 'a.md', Uint8Array.of(0xff, 0xfe, 0x41, 0));
    const desk = await Desk.at(folder);
    await desk.refresh('a.codes.json');
    assert.equal(desk.study.documents.size, 0);
    await put(folder, 'a.md', transcript);
    await desk.refresh('a.md');
    assert.deepEqual([desk.ids(), desk.keys], [['q1'], []]);
  });

  it('are not lost when the study changes before they are adopted', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await put(folder, 'a.codes.json', sidecarOf({ q1: trusted, q9: 'counted the days' }));
    const adoption = await desk.store.refresh(() => desk.study, ['a.codes.json']);
    await desk.do(desk.code('counted the beds', ['worry']));
    desk.adopt(adoption);
    await desk.store.saved();
    assert.equal(desk.ids().length, 3);
    assert.equal((await Desk.at(folder)).ids().length, 3);
  });
});

describe('what a crash leaves behind', () => {
  afterEach(removeFolders);

  const longAgo = Date.now() - 3_600_000;
  const whole = sidecarOf({ q1: trusted, q2: 'counted the beds' });

  it('goes when the file is there', async () => {
    const folder = await study({ [temporaryPathFor('a.codes.json', longAgo)]: whole.slice(0, 300) });
    assert.deepEqual((await Desk.at(folder)).ids(), ['q1']);
    assert.deepEqual(Object.keys(await contentOf(folder)).toSorted(), [
      'a.codes.json',
      'a.md',
      'codebook.json',
      'codeboom.json',
    ]);
  });

  it('takes the place of a file that is gone, or that is half of it', async () => {
    for (const there of [undefined, '', whole.slice(0, 300)]) {
      const folder = await study({ [temporaryPathFor('a.codes.json', longAgo)]: whole });
      if (there === undefined) await rm(join(folder, 'a.codes.json'));
      else await put(folder, 'a.codes.json', there);
      const desk = await Desk.at(folder);
      assert.deepEqual([desk.ids(), desk.keys], [['q1', 'q2'], []]);
      assert.equal(await textIn(folder, 'a.codes.json'), whole);
      assert.equal(Object.keys(await contentOf(folder)).length, 4);
    }
  });

  it('does not take the place of a file that somebody else broke', async () => {
    const conflict = whole.replace('  "quotations"', '<<<<<<< HEAD\n  "quotations"');
    const folder = await study({
      [temporaryPathFor('a.codes.json', longAgo)]: whole,
      'a.codes.json': conflict,
    });
    const desk = await Desk.at(folder);
    assert.equal(await textIn(folder, 'a.codes.json'), conflict);
    assert.deepEqual(desk.keys.toSorted(), ['file.leftOver', 'json.invalid']);
  });

  it('is left alone when it is half a file and the only one', async () => {
    const path = temporaryPathFor('b.codes.json', longAgo);
    const folder = await study({ [path]: whole.slice(0, 300) });
    assert.deepEqual((await Desk.at(folder)).keys, ['file.leftOver']);
    assert.equal(await textIn(folder, path), whole.slice(0, 300));
  });

  it('is left alone while it may be in use', async () => {
    const path = temporaryPathFor('a.codes.json', Date.now());
    const folder = await study({ [path]: 'x' });
    await Desk.at(folder);
    assert.equal(await textIn(folder, path), 'x');
  });
});

describe('two windows on one study', () => {
  afterEach(removeFolders);

  it('changing it at the same time lose nothing', async () => {
    const folder = await study();
    const desks = await Promise.all(['a', 'b', 'c'].map((name) => Desk.at(folder, name)));
    const words = [
      'alliance',
      'first step',
      'nobody',
      'money',
      'insurer',
      'table',
      'contract',
      'hospital',
      'beds',
    ];
    await Promise.all(
      desks.map(async (desk, index) => {
        for (const word of words.filter((_, at) => at % 3 === index)) {
          await desk.do(desk.code(word, ['worry']));
          const [first] = desk.quotations();
          if (first) await desk.do(setComment(first, `${first.comment ?? ''}${word}`, desk.author));
        }
      }),
    );
    // Whoever wrote last has seen all; the others hear of it as the watcher tells them.
    for (let round = 0; round < 3; round++) for (const desk of desks) await desk.refresh('a.codes.json');
    for (const desk of desks) {
      assert.deepEqual(
        desk.quotations().map(({ exact }) => exact),
        desks[0]?.quotations().map(({ exact }) => exact),
      );
      assert.equal(desk.ids().length, 10);
      assert.equal(desk.store.isPending, false);
    }
    assert.equal((await Desk.at(folder)).ids().length, 10);
  });
});
