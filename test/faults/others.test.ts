import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { newCode } from '../../src/core/study/codebook/create.ts';
import { operation, setComment } from '../../src/core/study/coding.ts';
import { NodeFileSystem } from '../../src/store/node/nodeFileSystem.ts';
import { contentOf, Desk, folderWith, put, removeFolders, textIn } from '../unit/store/folder.ts';
import { codebook, settings, sidecarOf, transcript } from '../unit/store/samples.ts';
import { updateCode } from '../unit/study/trees.ts';
import { count, lostOf, times } from './figures.ts';
import { assertNothingLost, toldOnce } from './look.ts';
import { Coder } from './processes.ts';

const sidecar = 'a.codes.json';
const words = { q1: 'We trusted each other', q2: 'counted the beds' };

const study = (more: Readonly<Record<string, string>> = {}) =>
  folderWith({
    'codeboom.json': settings,
    'codebook.json': codebook,
    'a.md': transcript,
    [sidecar]: sidecarOf(words),
    ...more,
  });

/** A file system in which somebody else acts just before the next write, when the store has looked at the file already. */
class Interrupted extends NodeFileSystem {
  #act: (() => void) | undefined;

  interrupt(act: () => void): void {
    this.#act = act;
  }

  override write(...args: Parameters<NodeFileSystem['write']>): Promise<boolean> {
    const act = this.#act;
    this.#act = undefined;
    act?.();
    return super.write(...args);
  }
}

describe('somebody else', function () {
  this.timeout(10 * 60_000);
  afterEach(removeFolders);

  it('codes the same transcript at the same time, in another process', async () => {
    for (let round = 0; round < times(2, 20); round++) {
      const folder = await study({ 'a.md': transcript.repeat(8), [sidecar]: sidecarOf(words, transcript) });
      const coders = ['one', 'other', 'third'].map((name) => new Coder(folder, name, 25));
      await Promise.all(coders.map(({ exited }) => exited));
      const acknowledged = coders.flatMap((coder) => coder.acknowledged);
      assert.deepEqual(
        coders.map(({ code }) => code),
        [0, 0, 0],
      );
      // Where two hit on the very same words, the second has nothing to add.
      assert.ok(acknowledged.length > 60);
      count('quotation coded while two others code the same transcript', 75);
      const desk = await assertNothingLost(folder, [...acknowledged, 'q1', 'q2']);
      assert.deepEqual(toldOnce(desk), []);
      assert.deepEqual(leftOvers(await contentOf(folder)), []);
    }
  });

  it('writes before our last look at the file: both are there', async () => {
    const folder = await study();
    const files = new Interrupted(folder);
    const desk = await Desk.at(files);
    files.interrupt(() => edit(folder, sidecarOf({ ...words, q9: 'counted the days' })));
    await desk.do(desk.code('worried about the contract', ['worry']));
    count('file changed between read and write');
    await assertNothingLost(folder, [...desk.ids(), 'q1', 'q2', 'q9']);
    assert.equal(desk.ids().length, 4);
  });

  it('writes after our write, which it has seen, and we write again without having seen theirs', async () => {
    const folder = await study();
    const [ours, theirs] = [await Desk.at(folder, 'ours'), await Desk.at(folder, 'theirs')];
    for (let round = 0; round < 10; round++) {
      await ours.do(ours.code('worried about the contract'.slice(0, 8 + round), ['worry']));
      await theirs.do(theirs.code('counted the days'.slice(0, 5 + round), ['worry']));
      count('file changed between write and write', 2);
    }
    assert.ok(theirs.ids().length > 15);
    await assertNothingLost(folder, [...ours.ids(), ...theirs.ids()]);
  });

  it('deletes the file, or empties it, before our last look at it', async () => {
    for (const act of [
      (folder: string) => execFileSync('rm', [join(folder, sidecar)]),
      (folder: string) => edit(folder, ''),
      (folder: string) => edit(folder, sidecarOf(words).slice(0, 200)),
    ]) {
      const folder = await study();
      const files = new Interrupted(folder);
      const desk = await Desk.at(files);
      files.interrupt(() => act(folder));
      await desk.do(desk.code('worried about the contract', ['worry']));
      count('file deleted or cut off between read and write');
      const mine = desk.ids().find((id) => id.startsWith('qa'));
      assert.ok(mine);
      assert.ok(toldOnce(desk).length <= 1);
      // What is not JSON is left for its owner to mend; the change waits for that.
      if (desk.store.isPending) {
        edit(folder, sidecarOf(words));
        await desk.refresh(sidecar);
      }
      await assertNothingLost(folder, [mine]);
      assert.deepEqual([desk.keys, desk.store.isPending], [[], false]);
    }
  });

  it('writes the same file through a sync tool: half of it, then the whole', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    for (let round = 0; round < times(20, 300); round++) {
      const whole = starred(await textIn(folder, sidecar), 'q2', round % 2 === 0);
      edit(folder, whole.slice(0, Math.floor((whole.length * round) / times(20, 300))));
      await desk.refresh(sidecar);
      assert.ok(toldOnce(desk).length <= 1);
      const own = desk.quotations().find(({ id }) => id === 'q1');
      assert.ok(own);
      const comment = `while it was half there ${round}`;
      await desk.do(setComment(own, comment, desk.author));
      edit(folder, whole);
      await desk.refresh(sidecar);
      count('half a file, then the whole, from a sync tool');
      const after = await assertNothingLost(folder, ['q1', 'q2']);
      assert.deepEqual([desk.keys, after.keys], [[], []]);
      assert.deepEqual(
        after.quotations().map((one) => [one.comment, one.star]),
        [
          [comment, undefined],
          [undefined, round % 2 === 0],
        ],
      );
    }
  });

  for (const name of [
    'a.codes (conflict copy).json',
    'a.codes (Anna’s conflicted copy 2024-05-01).json',
    'a.codes.sync-conflict-20240501-101010-ABCDEFG.json',
    'a.codes.ldb.sync-conflict-20240501-101010-ABCDEFG.json',
    'a.codes 2.json',
    'a.codes-LAPTOP.json',
    'codebook (conflict copy).json',
    'codebook.sync-conflict-20240501-101010-ABCDEFG.json',
  ]) {
    it(`leaves a conflict copy: ${name}`, async () => {
      const other = sidecarOf({ q1: words.q1, q9: 'counted the days' });
      const folder = await study({ [name]: other });
      const desk = await Desk.at(folder);
      count('conflict copy of a sync tool');
      assert.deepEqual(toldOnce(desk), ['file.conflictCopy']);
      assert.equal(desk.store.problems[0]?.file, name);
      assert.deepEqual(
        desk.quotations().map(({ id, coder }) => [id, coder]),
        [
          ['q1', ''],
          ['q2', ''],
        ],
      );
      await desk.do(desk.code('worried about the contract', ['worry']));
      assert.equal(await textIn(folder, name), other);
      await assertNothingLost(folder, desk.ids());
    });
  }

  it('makes a conflict copy while the study is open', async () => {
    const folder = await study();
    const desk = await Desk.at(folder);
    const name = 'a.codes.sync-conflict-20240501-101010-ABCDEFG.json';
    await put(folder, name, sidecarOf(words));
    await desk.refresh(name);
    await desk.refresh(name);
    assert.deepEqual(toldOnce(desk), ['file.conflictCopy']);
    assert.deepEqual(desk.ids(), ['q1', 'q2']);
  });

  it('merges in git and leaves conflict markers, in a sidecar and in the codebook', async () => {
    const folder = await study();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '-m', 'A study');
    const coded: string[] = [];
    for (const [branch, text] of [
      ['theirs', 'worried about the contract'],
      ['ours', 'worried about'],
    ] as const) {
      git('checkout', '--quiet', '-b', branch, 'main');
      const desk = await Desk.at(folder, branch);
      await desk.do(desk.code(text, ['worry']));
      const trust = desk.study.codebook.codes.get('trust');
      assert.ok(trust);
      await desk.do(updateCode(trust, { name: `Trust of ${branch}` }, desk.author));
      coded.push(...desk.ids().filter((id) => id.startsWith(`q${branch}`)));
      git('commit', '--quiet', '-a', '-m', branch);
    }
    const open = await Desk.at(folder, 'open');
    assert.throws(() => git('merge', 'theirs'));
    const merged = await contentOf(folder);
    assert.match(merged[sidecar] ?? '', /^<<<<<<< /m);
    count('git merge with conflict markers', 2);
    for (const desk of [open, await Desk.at(folder, 'new')]) {
      await desk.refresh(sidecar, 'codebook.json');
      assert.deepEqual(toldOnce(desk), ['file.mergeConflict', 'file.mergeConflict']);
      assert.ok(desk.store.problems.every(({ range }) => range));
      await desk.do(desk.code('counted the days', ['worry']));
      const { change } = newCode(desk.study.codebook, { name: `By ${desk.author.newId('q')}` }, desk.author);
      await desk.do(operation('done.newCode', {}, [change]));
      assert.equal(await textIn(folder, sidecar), merged[sidecar]);
      assert.equal(await textIn(folder, 'codebook.json'), merged['codebook.json']);
      assert.equal(desk.store.isPending, true);
    }
    // Resolved by keeping the lines of both.
    const both = (text = '') =>
      text
        .replace(/^(?:<{7}|={7}|>{7}).*\n/gm, '')
        .replace(/\}\n( {4}\{)/g, '},\n$1')
        .replace(/,\n {2}\]/, '\n  ]');
    edit(folder, both(merged[sidecar]));
    await put(folder, 'codebook.json', codebook);
    await open.refresh(sidecar, 'codebook.json');
    assert.equal(open.store.isPending, false);
    const after = await assertNothingLost(folder, [...coded, ...open.ids(), 'q1', 'q2']);
    assert.equal(lostOf(['trust', 'worry'], after.study.codebook.codes.keys()).length, 0);
    assert.ok([...after.study.codebook.codes.keys()].some((id) => id.startsWith('by-')));
  });
});

function edit(folder: string, text: string): void {
  execFileSync('tee', [join(folder, sidecar)], { input: text, stdio: ['pipe', 'ignore', 'ignore'] });
}

/** A sidecar as another computer would have written it. */
function starred(text: string, id: string, star: boolean): string {
  const file: { quotations: { id: string }[] } = JSON.parse(text);
  const quotations = file.quotations.map((one) => (one.id === id ? { ...one, star } : one));
  return JSON.stringify({ ...file, quotations });
}

function leftOvers(content: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(content).filter((path) => path.includes('codeboom-tmp'));
}
