import assert from 'node:assert/strict';
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { newCode } from '../../../src/core/study/codebook/create.ts';
import { operation } from '../../../src/core/study/coding.ts';
import { settingsOf } from '../../../src/core/study/settings.ts';
import { NodeFileSystem } from '../../../src/store/node/nodeFileSystem.ts';
import { contentOf, Desk, folderWith, put, removeFolders } from '../store/folder.ts';
import { codebook, settings, sidecarOf, transcript } from '../store/samples.ts';

const study = (more: Readonly<Record<string, string>> = {}) =>
  folderWith({ 'codeboom.json': settings, 'a.md': transcript, ...more });

describe('a study from a stranger that points outside its folder', () => {
  afterEach(removeFolders);

  for (const pattern of [
    '../**/*.md',
    '/**/*.md',
    '/etc/*',
    '**/../../**',
    '..',
    'a/../../*.md',
    'C:/**',
    '\\\\host\\*',
  ]) {
    it(`with the pattern ${pattern} has no transcript there`, async () => {
      const outside = await folderWith({ 'secret.md': 'Secret.\n' });
      const folder = join(outside, 'study');
      await mkdir(folder);
      await put(
        folder,
        'codeboom.json',
        JSON.stringify({ version: 1, transcripts: [pattern], chapters: [pattern] }),
      );
      const desk = await Desk.at(folder);
      await desk.refresh('../secret.md', 'codeboom.json', '/etc/passwd');
      assert.deepEqual([...desk.study.documents.keys()], []);
      const { isTranscript, isChapter } = settingsOf(desk.study.settings);
      for (const path of ['../secret.md', '/etc/passwd', '..', 'a/../../secret.md']) {
        assert.equal(isTranscript(path), false, path);
        assert.equal(isChapter(path), false, path);
      }
    });
  }

  it('in the name that a sidecar gives its transcript: its own path decides', async () => {
    for (const document of ['../../secret.md', '/etc/passwd', '']) {
      const hostile = sidecarOf({ q1: 'counted the beds' }).replace(
        '"document": "a.md"',
        `"document": "${document}"`,
      );
      const folder = await study({ 'a.codes.json': hostile });
      const desk = await Desk.at(folder);
      assert.deepEqual([...desk.study.documents.keys()], ['a.md']);
      await desk.do(desk.code('counted the days', []));
      assert.deepEqual(Object.keys(await contentOf(folder)).toSorted(), [
        'a.codes.json',
        'a.md',
        'codeboom.json',
      ]);
    }
  });

  it('by a path of any form is refused by the file system', async () => {
    const files = new NodeFileSystem(await study());
    for (const path of ['../x', 'a/../../x', '/etc/passwd', 'a\\..\\x', '', '.', 'a//b', 'a/./b']) {
      await assert.rejects(files.read(path), /inside the study/, path);
      await assert.rejects(
        files.write(path, new Uint8Array(), () => true),
        /inside the study/,
        path,
      );
      await assert.rejects(files.remove(path), /inside the study/, path);
      await assert.rejects(files.rename('a.md', path), /inside the study/, path);
    }
  });

  for (const name of ['codebook.json', 'a.codes.json', 'codeboom.json', 'cases.csv', 'a.md']) {
    it(`by a link ${name} is neither read nor written through`, async () => {
      const content =
        name === 'cases.csv'
          ? 'case,secret\nA,hidden\n'
          : '{"version": 1, "secret": "hidden", "codes": [{"id": "x", "name": "hidden", "level": "code"}]}\n';
      const outside = await folderWith({ 'private.json': content });
      const folder = await folderWith({
        ...(name !== 'codeboom.json' && { 'codeboom.json': settings }),
        ...(name !== 'a.md' && { 'a.md': transcript }),
      });
      await symlink(join(outside, 'private.json'), join(folder, name));
      const desk = await Desk.at(folder);
      const { codebook: codes, settings: own, cases, documents } = desk.study;
      assert.doesNotMatch(
        JSON.stringify([
          [...codes.codes],
          own,
          [...cases.cases],
          [...documents.values()].map(({ transcript: text }) => text),
        ]),
        /hidden/,
      );
      if (documents.has('a.md') && name !== 'a.md') await desk.do(desk.code('counted the days', ['x']));
      await desk.do(operation('done.newCode', {}, [newCode(codes, { name: 'New' }, desk.author).change]));
      assert.equal(await readFile(join(outside, 'private.json'), 'utf8'), content);
    });
  }

  it('by a link to a folder: what is behind it is not of the study', async () => {
    const outside = await folderWith({
      'b.md': transcript,
      'b.codes.json': sidecarOf({ q1: 'counted the beds' }),
    });
    const folder = await study();
    await symlink(outside, join(folder, 'linked'));
    const desk = await Desk.at(folder);
    await desk.refresh('linked/b.md', 'linked/b.codes.json', 'linked');
    assert.deepEqual([...desk.study.documents.keys()], ['a.md']);
    const files = new NodeFileSystem(folder);
    await assert.rejects(files.read('linked/b.md'));
    await assert.rejects(files.write('linked/new.json', new Uint8Array(), () => true));
    await assert.rejects(files.remove('linked/b.md'));
    assert.deepEqual(Object.keys(await contentOf(outside)).toSorted(), ['b.codes.json', 'b.md']);
  });

  it('links inside the study are followed', async () => {
    const folder = await study({ 'shared/codes.json': codebook });
    await symlink(join(folder, 'shared/codes.json'), join(folder, 'codebook.json'));
    const desk = await Desk.at(folder);
    assert.ok(desk.study.codebook.codes.has('trust'));
    await desk.do(
      operation('done.newCode', {}, [newCode(desk.study.codebook, { name: 'New' }, desk.author).change]),
    );
    assert.match(await readFile(join(folder, 'shared/codes.json'), 'utf8'), /"new"/);
  });

  it('a study whose folder is a link that is made to lead elsewhere is read from there', async () => {
    const place = await folderWith({});
    const link = join(place, 'study');
    const files = new NodeFileSystem(link);
    for (const text of ['First.\n', 'Second.\n']) {
      await rm(link, { force: true });
      await symlink(await study({ 'a.md': text }), link);
      assert.equal(Buffer.from((await files.read('a.md')) ?? []).toString(), text);
    }
  });
});
