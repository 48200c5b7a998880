import assert from 'node:assert/strict';
import { chmod, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { newCode } from '../../../src/core/study/codebook/create.ts';
import { deleteQuotations, operation, setComment } from '../../../src/core/study/coding.ts';
import { inverse } from '../../../src/core/study/operation.ts';
import type { FileSystem } from '../../../src/store/fileSystem.ts';
import { NodeFileSystem } from '../../../src/store/node/nodeFileSystem.ts';
import { updateCode } from '../study/trees.ts';
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

describe('saving', () => {
  afterEach(removeFolders);

  it('writes what an operation touched and nothing else', async () => {
    const folder = await study({ 'b.md': transcript });
    const before = await contentOf(folder);
    const desk = await Desk.at(folder);
    await desk.do(desk.code('counted the beds', ['worry']));
    const after = await contentOf(folder);
    assert.deepEqual(
      Object.keys(after).filter((path) => after[path] !== before[path]),
      ['a.codes.json'],
    );
    assert.match(after['a.codes.json'] ?? '', /"exact": "counted the beds".*"codes": \["worry"\]/);
    assert.equal(desk.store.isPending, false);
  });

  it('makes a sidecar with the first quotation and takes it away with the last', async () => {
    const folder = await study();
    const before = await contentOf(folder);
    const desk = await Desk.at(folder, 'a', 'ldb');
    const coding = desk.code('counted the beds', ['worry']);
    await desk.do(coding);
    assert.ok((await contentOf(folder))['a.codes.ldb.json']);
    await desk.do(inverse(coding));
    assert.deepEqual(await contentOf(folder), before);
  });

  it('writes many changes in quick succession as the last of them', async () => {
    const folder = await study();
    const files = new NodeFileSystem(folder);
    let writes = 0;
    const counting: FileSystem = counted(files, () => writes++);
    const desk = await Desk.at(counting);
    const [quotation] = desk.quotations();
    assert.ok(quotation);
    for (let count = 1; count <= 50; count++) {
      const [now] = desk.quotations();
      if (now) void desk.store.save(() => desk.study, desk.change(setComment(now, `${count}`, desk.author)));
    }
    await desk.store.saved();
    assert.match(await textIn(folder, 'a.codes.json'), /"comment": "50"/);
    assert.ok(writes <= 3, `${writes} writes`);
  });

  it('adds to what another wrote in the meantime', async () => {
    const folder = await study();
    const [one, two] = [await Desk.at(folder, 'a'), await Desk.at(folder, 'b')];
    await one.do(one.code('counted the beds', ['worry']));
    await two.do(two.code('counted the days', ['worry']));
    assert.deepEqual(two.ids().length, 3);
    assert.match(await textIn(folder, 'a.codes.json'), /counted the beds(.|\n)*counted the days/);
    await one.refresh('a.codes.json');
    assert.deepEqual(one.ids(), two.ids());
    assert.deepEqual([...one.keys, ...two.keys], []);
  });

  it('merges codebooks: a name from one, a definition from the other, a new code from each', async () => {
    const folder = await study();
    const [one, two] = [await Desk.at(folder, 'a'), await Desk.at(folder, 'b')];
    const trust = (desk: Desk) => {
      const code = desk.study.codebook.codes.get('trust');
      assert.ok(code);
      return code;
    };
    await one.do(updateCode(trust(one), { name: 'Confidence' }, one.author));
    await one.do(
      operation('done.newCode', {}, [newCode(one.study.codebook, { name: 'Beds' }, one.author).change]),
    );
    const added = newCode(two.study.codebook, { name: 'Days' }, two.author).change;
    const defined = updateCode(trust(two), { definition: 'Relying on' }, two.author);
    await two.do({ ...defined, changes: [...defined.changes, added] });
    await one.refresh('codebook.json');
    for (const desk of [one, two]) {
      assert.deepEqual([...desk.study.codebook.codes.keys()].toSorted(), ['beds', 'days', 'trust', 'worry']);
      assert.equal(trust(desk).name, 'Confidence');
      assert.equal(trust(desk).definition, 'Relying on');
    }
  });

  it('says so when both changed the same, with both values, and keeps what one changed and the other deleted', async () => {
    const folder = await study();
    const [one, two, three] = [await Desk.at(folder), await Desk.at(folder), await Desk.at(folder)];
    const only = (desk: Desk) => desk.quotations().slice(0, 1);
    const comment = (desk: Desk, text: string) => {
      const [quotation] = only(desk);
      assert.ok(quotation);
      return setComment(quotation, text, desk.author);
    };
    await one.do(comment(one, 'one'));
    await two.do(comment(two, 'two'));
    assert.deepEqual(two.keys, ['merge.bothChanged']);
    const { mine, theirs } = two.store.problems[0]?.message.values ?? {};
    assert.deepEqual([mine, theirs], ['two', 'one']);
    assert.match(await textIn(folder, 'a.codes.json'), /"comment": "two"/);
    await three.do(deleteQuotations(three.study, only(three)));
    assert.deepEqual(three.keys, ['merge.deletedHere']);
    assert.deepEqual(three.ids(), ['q1']);
    assert.match(await textIn(folder, 'a.codes.json'), /"comment": "two"/);
  });

  it('leaves a broken file alone, keeps the changes, and writes both when it is mended', async () => {
    const broken = sidecarOf({ q1: trusted }).slice(0, 250);
    const folder = await study({ 'a.codes.json': broken });
    const desk = await Desk.at(folder);
    await desk.do(desk.code('counted the beds', ['worry']));
    assert.equal(await textIn(folder, 'a.codes.json'), broken);
    assert.deepEqual(desk.keys, ['json.cutOff']);
    assert.equal(desk.store.isPending, true);
    await put(folder, 'a.codes.json', sidecarOf({ q1: trusted }));
    await desk.refresh('a.codes.json');
    assert.equal(desk.ids().length, 2);
    assert.match(await textIn(folder, 'a.codes.json'), /We trusted(.|\n)*counted the beds/);
    assert.deepEqual([desk.keys, desk.store.isPending], [[], false]);
  });

  it('the same for a file that breaks while the study is open', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    const conflict = '<<<<<<< HEAD\n=======\n>>>>>>> theirs\n';
    await put(folder, 'a.codes.json', conflict);
    await desk.refresh('a.codes.json');
    await desk.do(desk.code('counted the beds', ['worry']));
    assert.equal(await textIn(folder, 'a.codes.json'), conflict);
    assert.deepEqual(desk.keys, ['file.mergeConflict']);
    assert.equal(desk.ids().length, 2);
    await put(folder, 'a.codes.json', sidecarOf({ q1: trusted, q9: 'counted the days' }));
    // The next save of anything looks at it again.
    await desk.do(
      operation('done.newCode', {}, [newCode(desk.study.codebook, { name: 'X' }, desk.author).change]),
    );
    assert.equal(desk.ids().length, 3);
    assert.equal((await Desk.at(folder)).ids().length, 3);
  });

  it('never writes a file of a newer version', async () => {
    const newer = sidecarOf({ q1: trusted }).replace('"version": 1', '"version": 9');
    const folder = await study({ 'a.codes.json': newer });
    const desk = await Desk.at(folder);
    await desk.do(desk.code('counted the beds', ['worry']));
    assert.equal(await textIn(folder, 'a.codes.json'), newer);
    assert.deepEqual(desk.keys, ['json.newerVersion']);
  });

  it('says when it cannot write, keeps the changes, and writes them with the next', async () => {
    const folder = await study();
    const files = new NodeFileSystem(folder);
    let isFull = true;
    const desk = await Desk.at({
      ...bound(files),
      write: (...args) => (isFull ? Promise.reject(new Error('no space left')) : files.write(...args)),
    });
    await desk.do(desk.code('counted the beds', ['worry']));
    assert.deepEqual([desk.keys, desk.store.isPending], [['file.cannotSave'], true]);
    isFull = false;
    await desk.do(desk.code('counted the days', ['worry']));
    assert.deepEqual([desk.keys, desk.store.isPending], [[], false]);
    assert.match(await textIn(folder, 'a.codes.json'), /counted the beds(.|\n)*counted the days/);
  });

  it('merges what changes between the last look and the write', async () => {
    const folder = await study();
    const files = new NodeFileSystem(folder);
    let isFirst = true;
    const desk = await Desk.at({
      ...bound(files),
      write: async (path, bytes, isExpected) => {
        if (isFirst) await put(folder, 'a.codes.json', sidecarOf({ q1: trusted, q9: 'counted the days' }));
        isFirst = false;
        return files.write(path, bytes, isExpected);
      },
    });
    await desk.do(desk.code('counted the beds', ['worry']));
    assert.equal(desk.ids().length, 3);
    assert.match(await textIn(folder, 'a.codes.json'), /counted the beds(.|\n)*counted the days/);
  });

  it('merges again when the file changes again before what was merged is written', async () => {
    const folder = await study();
    const files = new NodeFileSystem(folder);
    const others = [{ q8: 'had said a word' }, { q8: 'had said a word', q9: 'counted the days' }];
    const desk = await Desk.at({
      ...bound(files),
      write: async (path, bytes, isExpected) => {
        const theirs = others.shift();
        if (theirs) await put(folder, 'a.codes.json', sidecarOf({ q1: trusted, ...theirs }));
        return files.write(path, bytes, isExpected);
      },
    });
    await desk.do(desk.code('counted the beds', ['worry']));
    assert.equal(desk.store.isPending, false);
    assert.deepEqual(desk.ids().toSorted(), ['q1', 'q8', 'q9', 'qa1']);
    assert.deepEqual((await Desk.at(folder)).ids(), desk.ids());
  });

  it('keeps records and keys that it does not know', async () => {
    const strange = sidecarOf({ q1: trusted }).replace(
      '  "quotations": [',
      '  "quotations": [\n    {"future": true},',
    );
    const folder = await study({
      'a.codes.json': strange.replace(/\n}\n$/, ',\n  "extra": {"a": [1]}\n}\n'),
    });
    const desk = await Desk.at(folder);
    await desk.do(desk.code('counted the beds', ['worry']));
    const written = await textIn(folder, 'a.codes.json');
    assert.match(written, /\n {4}\{"future": true\}\n/);
    assert.match(written, /\n {2}"extra": \{"a": \[1\]\}\n/);
    assert.deepEqual(desk.keys, ['sidecar.record']);
  });

  it('keeps the permissions of a file', async () => {
    const folder = await study();
    await chmod(join(folder, 'a.codes.json'), 0o640);
    const desk = await Desk.at(folder);
    await desk.do(desk.code('counted the beds', ['worry']));
    assert.equal((await stat(join(folder, 'a.codes.json'))).mode & 0o777, 0o640);
  });

  it('writes nothing over a folder in its place', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    await rm(join(folder, 'a.codes.json'));
    await mkdir(join(folder, 'a.codes.json'));
    await desk.do(desk.code('counted the beds', ['worry']));
    assert.deepEqual(desk.keys, ['file.cannotSave']);
    assert.deepEqual(Object.keys(await contentOf(folder)).toSorted(), [
      'a.md',
      'codebook.json',
      'codeboom.json',
    ]);
  });
});

/** The methods of a file system as an object of which some can be replaced. */
function bound(files: FileSystem): FileSystem {
  return {
    list: () => files.list(),
    read: (path) => files.read(path),
    write: (path, bytes, isExpected) => files.write(path, bytes, isExpected),
    remove: (path) => files.remove(path),
    rename: (from, to) => files.rename(from, to),
    exists: (path) => files.exists(path),
    sha256: (text) => files.sha256(text),
  };
}

function counted(files: FileSystem, count: () => void): FileSystem {
  return {
    ...bound(files),
    write: (path, bytes, isExpected) => {
      count();
      return files.write(path, bytes, isExpected);
    },
  };
}
