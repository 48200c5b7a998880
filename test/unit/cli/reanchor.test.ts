import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sidecarOf, transcript as talk } from '../store/samples.ts';
import { Bundle, type Run } from './bundle.ts';
import { makeStudy } from './study.ts';

const transcript = 'interviews/01-secureco.md';
const sidecar = 'interviews/01-secureco.codes.json';

interface Record {
  readonly id: string;
  readonly document: string;
  readonly outcome: string;
  readonly old: { readonly start: number; readonly end: number };
  readonly new?: { readonly start: number; readonly end: number };
  readonly reason: string;
}

const trusted = 'We trusted each other from the first day, though nobody had said a word about money yet';
const counted = 'Later we worried about the contract. The hospital counted';
const long = {
  'interviews/a.md': talk,
  'interviews/a.codes.json': sidecarOf({ q8: trusted, q9: counted }),
};
const isLong = ({ document }: Record) => document === 'interviews/a.md';

describe('codeboom reanchor', function () {
  this.timeout(60_000);
  const bundle = new Bundle();
  const folders: string[] = [];
  const study = (files?: Parameters<typeof makeStudy>[0]) => {
    const folder = makeStudy(files);
    folders.push(folder);
    return folder;
  };
  const reanchor = (folder: string, ...args: string[]): Run => bundle.run(folder, ['reanchor', '.', ...args]);
  const edit = (folder: string, change: (text: string) => string) => {
    const path = join(folder, transcript);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

  before(() => bundle.build());
  after(() => {
    bundle.dispose();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('finds everything in place in a study that nobody edited, and writes nothing', () => {
    const folder = study();
    const before = read(folder, sidecar);
    const run = reanchor(folder, '--json');
    assert.equal(run.code, 0, run.said);
    const records: Record[] = JSON.parse(run.out);
    assert.deepEqual(
      records.map(({ id, document, outcome }) => [id, document, outcome]),
      [
        ['q1', transcript, 'exact'],
        ['q2', transcript, 'exact'],
      ],
    );
    assert.deepEqual(records[0]?.old, records[0]?.new);
    assert.equal(read(folder, sidecar), before);
    assert.equal(reanchor(folder).out, '');
  });

  it('says what moved and what was corrected, writes it, and is done with it then', () => {
    const folder = study(long);
    const before = read(folder, 'interviews/a.codes.json');
    const path = join(folder, 'interviews/a.md');
    writeFileSync(
      path,
      talk.replace('How did', 'Tell me: how did').replace('hospital counted', 'hospitol counted'),
    );
    const dry = reanchor(folder, '--dry-run', '--json');
    assert.equal(dry.code, 0, dry.out);
    assert.equal(read(folder, 'interviews/a.codes.json'), before);
    const records: Record[] = JSON.parse(dry.out).filter(isLong);
    assert.deepEqual(
      records.map(({ outcome }) => outcome),
      ['moved', 'changed'],
    );
    const text = read(folder, 'interviews/a.md');
    const said = records.map((one) => one.new && text.slice(one.new.start, one.new.end));
    assert.deepEqual(said, [trusted, counted.replace('hospital', 'hospitol')]);
    assert.ok(records.every(({ reason }) => reason.length > 0));

    const run = reanchor(folder);
    assert.equal(run.code, 0);
    assert.match(run.out, /^interviews\/a\.md:6:8 moved q8: /m);
    assert.match(run.said, /2 in place, 1 moved, 1 with corrected text, 0 to check, 0 lost/);
    assert.match(read(folder, 'interviews/a.codes.json'), /hospitol/);
    const again: Record[] = JSON.parse(reanchor(folder, '--json').out);
    assert.ok(again.every(({ outcome }) => outcome === 'exact'));
  });

  it('writes the digest of the text where all quotations stayed in place', () => {
    const folder = study(long);
    // Far enough behind the last quotation not to be in its context.
    writeFileSync(join(folder, 'interviews/a.md'), `${talk}\nAnd that was all.\n`);
    const before = read(folder, 'interviews/a.codes.json').split('\n');
    assert.equal(reanchor(folder, '--dry-run').code, 0);
    assert.deepEqual(read(folder, 'interviews/a.codes.json').split('\n'), before);
    assert.equal(reanchor(folder).code, 0);
    const after = read(folder, 'interviews/a.codes.json').split('\n');
    const changed = before.filter((line) => !after.includes(line));
    assert.deepEqual(changed, [before.find((line) => line.includes('sha256'))]);
  });

  it('has no new place for what was deleted; the exit code says that somebody should look', () => {
    const folder = study();
    edit(folder, (text) => text.replace(' The contract came later.', ''));
    const run = reanchor(folder, '--json');
    assert.equal(run.code, 1);
    const records: Record[] = JSON.parse(run.out);
    const lost = records.find(({ id }) => id === 'q2');
    assert.equal(lost?.outcome, 'lost');
    assert.equal(lost && 'new' in lost, false);
    assert.notEqual(lost?.reason, '');
    const again = reanchor(folder, '--json');
    assert.equal(again.code, 1);
    assert.equal(JSON.parse(again.out).length, 2);
  });

  it('counts the quotations of a transcript that is gone as lost, and leaves their sidecar alone', () => {
    const folder = study();
    const before = read(folder, sidecar);
    mkdirSync(join(folder, 'elsewhere'));
    renameSync(join(folder, transcript), join(folder, 'elsewhere/01.md'));
    const run = reanchor(folder, '--json');
    assert.equal(run.code, 1);
    const records: Record[] = JSON.parse(run.out);
    assert.deepEqual(
      records.map(({ outcome }) => outcome),
      ['lost', 'lost'],
    );
    assert.equal(read(folder, sidecar), before);
  });

  it('does the rest when a sidecar cannot be read, and says so', () => {
    const folder = study({ 'interviews/02.md': 'Text.\n', 'interviews/02.codes.json': '{' });
    const run = reanchor(folder, '--json');
    assert.equal(run.code, 2);
    assert.equal(JSON.parse(run.out).length, 2);
    assert.match(run.said, /^interviews\/02\.codes\.json:1:\d+ error /m);
    assert.equal(read(folder, 'interviews/02.codes.json'), '{');
  });
});
