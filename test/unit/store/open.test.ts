import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { problemsOf } from '../../../src/core/study/check.ts';
import { rolledUpCounts } from '../../../src/core/study/rolledUpCounts.ts';
import { contentOf, Desk, folderWith, removeFolders } from './folder.ts';
import { codebook, settings, sidecarOf, transcript } from './samples.ts';

const trusted = 'We trusted each other from the first day';

describe('opening a study', () => {
  afterEach(removeFolders);

  const checkKeys = (desk: Desk) => problemsOf(desk.study).map(({ message }) => message.key);

  it('reads all files, and changes none', async () => {
    const folder = await folderWith({
      'codeboom.json': settings,
      'codebook.json': codebook,
      'cases.csv': '\ufeffcase;size\r\nCare;3\r\n',
      'a.md': transcript,
      'a.codes.json': sidecarOf({ q1: trusted }),
      'a.codes.ldb.json': sidecarOf({ q2: 'counted the beds' }),
    });
    const before = await contentOf(folder);
    const desk = await Desk.at(folder);
    assert.deepEqual(
      desk.quotations().map(({ id, coder, exact }) => [id, coder, exact]),
      [
        ['q1', '', trusted],
        ['q2', 'ldb', 'counted the beds'],
      ],
    );
    assert.equal(rolledUpCounts(desk.study).get('trust')?.codings, 2);
    assert.equal(desk.study.cases.cases.get('Care')?.attributes.size, '3');
    assert.deepEqual([...desk.keys, ...checkKeys(desk)], []);
    assert.deepEqual(await contentOf(folder), before);
  });

  it('is all right with a folder that has only its settings, or not even these', async () => {
    const desk = await Desk.at(await folderWith({ 'codeboom.json': '{}' }));
    assert.equal(desk.study.documents.size, 0);
    assert.deepEqual((await Desk.at(await folderWith({}))).keys, []);
  });

  it('finds the quotations of a text that has changed since', async () => {
    const edited = transcript
      .replace('**I:** How', '**I:** Tell me, how')
      .replace('**R:** Later', '**R:** Well, later');
    const folder = await folderWith({
      'codeboom.json': settings,
      'a.md': edited,
      'a.codes.json': sidecarOf({ q1: trusted, q2: 'counted the beds' }),
    });
    const desk = await Desk.at(folder);
    for (const { start, end, exact, anchor } of desk.quotations()) {
      assert.equal(edited.slice(start, end), exact);
      assert.equal(anchor, undefined);
    }
  });

  it('does the same with offsets beyond the text', async () => {
    const folder = await folderWith({
      'codeboom.json': settings,
      'a.md': transcript.slice(0, 120),
      'a.codes.json': sidecarOf({ q1: 'How did the alliance start', q2: 'counted the beds' }),
    });
    const desk = await Desk.at(folder);
    const lost = desk.quotations().filter(({ anchor }) => anchor?.state === 'lost');
    assert.deepEqual(
      lost.map(({ exact }) => exact),
      ['counted the beds'],
    );
    assert.equal(desk.quotations().length, 2);
    assert.deepEqual(checkKeys(desk), ['quotation.lost', 'quotation.unknownCode']);
  });

  it('takes CRLF and a byte order mark for what they are', async () => {
    const folder = await folderWith({
      'codeboom.json': settings,
      'a.md': `\ufeff${transcript.replaceAll('\n', '\r\n')}`,
      'a.codes.json': sidecarOf({ q1: trusted }).replaceAll('\n', '\r\n'),
    });
    const desk = await Desk.at(folder);
    assert.equal(desk.study.documents.get('a.md')?.transcript?.text, transcript);
    assert.equal(desk.quotations()[0]?.anchor, undefined);
  });

  it('keeps sidecars whose transcript is gone', async () => {
    const folder = await folderWith({
      'codeboom.json': settings,
      'a.codes.json': sidecarOf({ q1: trusted }),
    });
    const desk = await Desk.at(folder);
    assert.deepEqual(desk.ids(), ['q1']);
    assert.deepEqual(checkKeys(desk), ['sidecar.noTranscript', 'quotation.unknownCode']);
  });

  it('leaves out a transcript that is not UTF-8, and leaves its sidecar alone', async () => {
    const folder = await folderWith({
      'codeboom.json': settings,
      'a.md': Uint8Array.of(0x63, 0xe9, 0x66),
      'a.codes.json': sidecarOf({ q1: trusted }),
      'b.md': transcript,
    });
    const desk = await Desk.at(folder);
    assert.deepEqual([...desk.study.documents.keys()], ['b.md']);
    assert.deepEqual(desk.keys, ['file.notUtf8']);
  });

  it('says that a sidecar is of a file that is no transcript', async () => {
    const folder = await folderWith({
      'codeboom.json': '{"transcripts": ["interviews/*.md"]}',
      'a.md': transcript,
      'a.codes.json': sidecarOf({ q1: trusted }),
    });
    const desk = await Desk.at(folder);
    assert.equal(desk.study.documents.size, 0);
    assert.deepEqual(desk.keys, ['sidecar.notTranscript']);
  });

  it('leaves a study inside the study to itself', async () => {
    const folder = await folderWith({
      'codeboom.json': settings,
      'inner/codeboom.json': settings,
      'inner/a.md': transcript,
      'inner/a.codes.json': sidecarOf({ q1: trusted }),
      'node_modules/x/b.md': transcript,
      '.git/c.md': transcript,
      'd.md': transcript,
    });
    assert.deepEqual([...(await Desk.at(folder)).study.documents.keys()], ['d.md']);
  });

  it('gives a copied transcript ids of its own, always the same', async () => {
    const folder = await folderWith({
      'codeboom.json': settings,
      'a.md': transcript,
      'a.codes.json': sidecarOf({ q1: trusted, q2: 'counted the beds' }),
      'b.md': transcript,
      'b.codes.json': sidecarOf({ q1: trusted, q2: 'counted the beds' }, transcript, 'b.md'),
    });
    const desk = await Desk.at(folder);
    assert.deepEqual(
      [desk.ids('a.md'), desk.ids('b.md')],
      [
        ['q1', 'q2'],
        ['q1-2', 'q2-2'],
      ],
    );
    assert.deepEqual(desk.keys, ['sidecar.idsElsewhere']);
    assert.deepEqual((await Desk.at(folder)).ids('b.md'), ['q1-2', 'q2-2']);
  });

  it('opens the rest when one sidecar, the codebook and the cases are broken', async () => {
    const folder = await folderWith({
      'codeboom.json': settings,
      'codebook.json': '{"codes": [',
      'cases.csv': 'name\nx\n',
      'a.md': transcript,
      'a.codes.json': sidecarOf({ q1: trusted }).slice(0, 200),
      'b.md': transcript,
      'b.codes.json': sidecarOf({ q2: trusted }, transcript, 'b.md'),
    });
    const desk = await Desk.at(folder);
    assert.deepEqual(desk.ids('b.md'), ['q2']);
    assert.deepEqual(desk.keys.toSorted(), ['cases.noCaseColumn', 'json.cutOff', 'json.cutOff']);
  });

  it('does not follow links out of the study', async () => {
    const folder = await folderWith({ 'codeboom.json': settings });
    const outside = await folderWith({ 'a.md': transcript });
    await symlink(outside, join(folder, 'linked'));
    assert.equal((await Desk.at(folder)).study.documents.size, 0);
  });
});
