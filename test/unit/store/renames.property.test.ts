import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Desk } from './folder.ts';
import { SlowDesk, words } from './slowDesk.ts';
import { turns } from './slowFiles.ts';

type Id = keyof typeof words;

type Step =
  | { readonly kind: 'comment' | 'star' | 'add elsewhere'; readonly id: Id }
  | { readonly kind: 'rename' | 'move' | 'move with sidecar'; readonly to: string }
  | { readonly kind: 'wait'; readonly turns: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('comment', 'comment', 'star', 'star', 'add elsewhere'),
      id: fc.constantFrom('q1', 'q2', 'q3'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('rename', 'move', 'move with sidecar'),
      to: fc.constantFrom('a.md', 'b.md', 'more/a.md', 'more/c.md'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait'), turns: fc.nat(20) }) },
);

/** What was done to each quotation, and by others. */
class Done {
  readonly #comments = new Map<string, string>();
  readonly #stars = new Map<string, boolean>();
  readonly elsewhere: string[] = [];

  comment(id: string, comment: string): void {
    this.#comments.set(id, comment);
  }

  toggleStar(id: string): void {
    this.#stars.set(id, !this.#stars.get(id));
  }

  get quotations(): readonly unknown[] {
    return Object.keys(words).map((id) => [id, this.#comments.get(id), this.#stars.get(id) ?? false]);
  }
}

function quotationsOf(desk: Desk): readonly unknown[] {
  const quotations = [...desk.study.documents.values()].flatMap((document) => document.quotations);
  return quotations
    .map(({ id, comment, star }) => [id, comment, star ?? false] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Does the steps one after the other, without waiting for what they bring about. Renames in VS Code follow each other at
 * once; another program moves a transcript again only after a while.
 */
async function doSteps(at: SlowDesk, steps: readonly Step[]): Promise<Done> {
  const done = new Done();
  let renaming: Promise<void> | undefined;
  let last: Step['kind'] | undefined;
  for (const [index, one] of steps.entries()) {
    if (one.kind === 'wait') await turns(one.turns);
    else if ('id' in one) doChange(at, one, `x${index}`, done);
    else {
      await renaming;
      if (renaming && !(last === 'rename' && one.kind === 'rename')) await at.rest();
      if (at.path === one.to) continue;
      last = one.kind;
      const isSidecarMoved = one.kind === 'move with sidecar';
      renaming = one.kind === 'rename' ? at.rename(one.to) : at.move(one.to, isSidecarMoved);
    }
  }
  await renaming;
  await at.rest();
  return done;
}

function doChange(at: SlowDesk, { kind, id }: Extract<Step, { id: Id }>, value: string, done: Done): void {
  if (kind === 'comment' && at.comment(id, value)) done.comment(id, value);
  if (kind === 'star' && at.toggleStar(id)) done.toggleStar(id);
  if (kind === 'add elsewhere' && at.addElsewhere(id, value)) done.elsewhere.push(value);
}

describe('what is changed while a transcript is renamed, here or elsewhere', () => {
  it('is on disk in the end, in whatever order the files are read, written and renamed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.array(fc.nat(6), { minLength: 1, maxLength: 40 }),
        async (steps, pauses) => {
          let next = 0;
          const at = new SlowDesk(() => pauses[next++ % pauses.length] ?? 0);
          await at.open();
          const done = await doSteps(at, steps);
          assert.deepEqual(quotationsOf(at.desk), done.quotations);
          assert.equal(at.desk.store.isPending, false);
          const again = await Desk.at(at.files);
          for (const desk of [at.desk, again]) assert.deepEqual([...desk.study.documents.keys()], [at.path]);
          assert.deepEqual(quotationsOf(again), done.quotations);
          const written = at.files.text(at.sidecar) ?? '';
          for (const key of done.elsewhere) assert.ok(written.includes(`"${key}": true`), key);
        },
      ),
      { numRuns: 300 },
    );
  });
});
