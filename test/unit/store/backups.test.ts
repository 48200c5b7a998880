import assert from 'node:assert/strict';
import { apply } from '../../../src/core/study/apply.ts';
import { isBulk } from '../../../src/core/study/bulk.ts';
import { deleteCodes } from '../../../src/core/study/codebook/delete.ts';
import { mergeCodes } from '../../../src/core/study/codebook/merge.ts';
import { isRefusal } from '../../../src/core/study/codebook/refusal.ts';
import { operation, setComment, toggleStar } from '../../../src/core/study/coding.ts';
import { inverse } from '../../../src/core/study/operation.ts';
import { filesBefore, filesShakenBy } from '../../../src/store/backupFiles.ts';
import { type BackupStorage, Backups, nameFor, toForget } from '../../../src/store/backups.ts';
import { restorable } from '../../../src/store/restore.ts';
import { Desk, folderWith, put, removeFolders } from './folder.ts';
import { codebook, settings, sidecarOf, transcript } from './samples.ts';

const study = () =>
  folderWith({
    'codeboom.json': settings,
    'codebook.json': codebook,
    'a.md': transcript,
    'a.codes.json': sidecarOf({ q1: 'We trusted each other from the first day' }),
    'a.codes.ldb.json': sidecarOf({ q2: 'counted the beds' }),
  });

function shelf(): BackupStorage & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    list: async () => [...files.keys()],
    read: async (name) => files.get(name),
    write: async (name, bytes) => void files.set(name, bytes),
    remove: async (name) => void files.delete(name),
  };
}

const reason = { key: 'done.mergeCodes', values: { from: 'A', into: 'B' } };
const day = (number: number) => new Date(Date.UTC(2024, 0, number, 12)).toISOString();

describe('backups', () => {
  it('have names that sort by time, none twice', () => {
    const first = nameFor('2024-01-01T10:00:00.000Z', new Set());
    const second = nameFor('2024-01-01T10:00:00.000Z', new Set([first]));
    const later = nameFor('2024-01-01T10:00:00.010Z', new Set());
    assert.deepEqual([later, second, first].sort(), [first, second, later]);
    assert.match(first, /^[\w.-]+$/);
  });

  it('are forgotten when they are neither among the last twenty nor of the last thirty days', () => {
    const names = Array.from({ length: 60 }, (_, index) => nameFor(day(index + 1), new Set()));
    assert.deepEqual(toForget(names, day(60)).length, 29);
    assert.ok(!toForget(names, day(60)).includes(nameFor(day(30), new Set())));
    assert.equal(toForget(names, day(400)).length, 40);
    assert.equal(toForget(names.slice(0, 20), day(4000)).length, 0);
  });

  it('come back newest first, without those that are not whole; the same files are not kept twice', async () => {
    const storage = shelf();
    const backups = new Backups(storage);
    await backups.keep({ at: day(1), reason, files: { 'a.codes.json': 'one' } });
    await backups.keep({ at: day(2), reason, files: { 'a.codes.json': 'two' } });
    await backups.keep({ at: day(3), reason, files: { 'a.codes.json': 'two' } });
    const [newest] = [...storage.files.keys()].sort().reverse();
    storage.files.set(nameFor(day(4), new Set()), new TextEncoder().encode('{"version": 1, "at'));
    storage.files.set('notes.txt', new TextEncoder().encode('x'));
    assert.equal(storage.files.size, 4);
    assert.ok(newest);
    assert.deepEqual(
      (await backups.all()).map(({ at, files }) => [at, files]),
      [
        [day(2), { 'a.codes.json': 'two' }],
        [day(1), { 'a.codes.json': 'one' }],
      ],
    );
    for (let number = 5; number < 100; number++)
      await backups.keep({ at: day(number), reason, files: { x: String(number) } });
    assert.equal((await backups.all()).length, 31);
  });
});

describe('a change in bulk', () => {
  afterEach(removeFolders);

  async function merged() {
    const desk = await Desk.at(await study());
    const { codes } = desk.study.codebook;
    const [trust, worry] = [codes.get('trust'), codes.get('worry')];
    assert.ok(trust && worry);
    const merge = mergeCodes(desk.study, [trust], worry, desk.author);
    assert.ok(!isRefusal(merge));
    return { desk, trust, merge };
  }

  it('is a merge and a deletion of codes with codings, a restore, and a change of many quotations', async () => {
    const { desk, trust, merge } = await merged();
    const [quotation] = desk.quotations();
    assert.ok(quotation);
    assert.equal(isBulk(merge), true);
    assert.equal(isBulk(deleteCodes(desk.study, [trust], 'stay', desk.author)), true);
    assert.equal(isBulk(operation('done.restoreBackup', {}, [])), true);
    assert.equal(isBulk(setComment(quotation, 'x', desk.author)), false);
    assert.equal(isBulk(desk.code('counted the days', ['worry'])), false);
    const many = Array.from({ length: 30 }, (_, index) => ({ ...quotation, id: `q${index}` }));
    assert.equal(isBulk(toggleStar(many, desk.author)), true);
  });

  it('can be restored from the files before it, to the very same study; and that too', async () => {
    const { desk, merge } = await merged();
    const before = desk.study;
    const changed = desk.change(merge);
    const files = filesBefore(before, changed);
    assert.deepEqual(Object.keys(files).sort(), ['a.codes.json', 'a.codes.ldb.json', 'codebook.json']);
    const { finder } = desk.store;
    const restored = restorable(desk.study, files, finder);
    assert.deepEqual(
      restored.map(({ path, back, changed: other, away }) => [path, back, other, away]),
      [
        ['codebook.json', 1, 0, 0],
        ['a.codes.json', 0, 1, 0],
        ['a.codes.ldb.json', 0, 1, 0],
      ],
    );
    const restoring = operation(
      'done.restoreBackup',
      {},
      restored.flatMap(({ changes }) => changes),
    );
    const after = apply(desk.study, restoring);
    assert.deepEqual(after.conflicts, []);
    assert.deepEqual(after.study.documents, before.documents);
    assert.deepEqual(after.study.codebook, before.codebook);
    assert.deepEqual(apply(after.study, inverse(after.operation)).study.documents, desk.study.documents);
    assert.ok(restorable(before, files, finder).every(({ changes }) => changes.length === 0));
  });

  it('is restored in the text as it is now, and takes quotations away that are newer', async () => {
    const { desk, merge } = await merged();
    const before = desk.study;
    const files = filesBefore(before, desk.change(merge));
    desk.change(desk.code('counted the days', ['worry']));

    const text = transcript.replace('**I:** How', '**I:** Well, how');
    desk.adopt(
      await desk.store.refresh(
        () => desk.study,
        ['a.md'],
        () => text,
      ),
    );
    const restored = restorable(desk.study, files, desk.store.finder);
    assert.equal(restored.find((file) => file.path === 'a.codes.json')?.away, 1);
    const after = apply(
      desk.study,
      operation(
        'x',
        {},
        restored.flatMap(({ changes }) => changes),
      ),
    ).study;
    const quotations = after.documents.get('a.md')?.quotations ?? [];
    assert.deepEqual(
      quotations.map(({ start, end, codes }) => [text.slice(start, end), codes]),
      [
        ['We trusted each other from the first day', ['trust']],
        ['counted the beds', ['trust']],
      ],
    );
  });

  it('is also a text that was changed elsewhere, when a quotation lost words or certainty', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    const before = desk.study;
    await put(folder, 'a.md', transcript.replace('How', 'Well, how'));
    await desk.refresh('a.md');
    assert.deepEqual(filesShakenBy(before, desk.study, ['a.md']), {});
    await put(folder, 'a.md', transcript.replace('The hospital counted the beds, and we', 'We'));
    await desk.refresh('a.md');
    assert.deepEqual(Object.keys(filesShakenBy(before, desk.study, ['a.md'])).sort(), [
      'a.codes.json',
      'a.codes.ldb.json',
    ]);
  });
});
