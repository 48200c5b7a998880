import assert from 'node:assert/strict';
import { join } from 'node:path';
import { count, lostOf, times } from '../faults/figures.ts';
import { assertWhole } from '../faults/look.ts';
import { temporaryDirectory } from '../host/paths.ts';
import { type Server, startServer } from '../host/server.ts';
import { extensionsWithDriver, passages, some } from './driver.ts';
import { extensionHosts } from './extensionHosts.ts';
import { until, Workbench } from './workbench.ts';

interface WrittenQuotation {
  readonly id: string;
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

const transcript = 'interviews/06-highco.md';
const sidecar = 'interviews/06-highco.codes.json';

describe('faults in a window', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let server: Server;
  before(async () => {
    directory = await temporaryDirectory();
    const extensionsDirectory = join(directory.path, 'extensions');
    await extensionsWithDriver(extensionsDirectory);
    server = await startServer({ dataDirectory: join(directory.path, 'data'), extensionsDirectory });
  });
  after(async () => {
    await server.stop();
    await directory.remove();
  });

  const quotationsIn = async (workbench: Workbench): Promise<readonly WrittenQuotation[]> =>
    JSON.parse(await workbench.readFile(sidecar)).quotations;
  const idsIn = async (workbench: Workbench) => (await quotationsIn(workbench)).map(({ id }) => id);
  /** What is in memory, by what the Documents view counts: the case has but this transcript. */
  const waitForCount = async (workbench: Workbench, number: number) => {
    const row = `QualityCare, 1 document(s), ${number} quotation(s)`;
    await until(
      async () => (await workbench.treeItems('Documents')).some((item) => item.startsWith(row)),
      async () => `“${row}”; there is:\n${(await workbench.treeItems('Documents')).join('\n')}`,
    );
  };
  const assertOnWords = async (workbench: Workbench) => {
    const text = await workbench.readFile(transcript);
    for (const { id, start, end, exact } of await quotationsIn(workbench))
      assert.equal(text.slice(start, end), exact, id);
  };

  it('kill -9 of the extension host while it codes loses nothing that was on disk', async function () {
    this.timeout(times(4, 60) * 60_000);
    const workbench = await Workbench.open({ server });
    try {
      const seen = new Set(await idsIn(workbench));
      for (let round = 0; round < times(3, 40); round++) {
        await workbench.openTranscript('06-highco.md');
        await workbench.command('Driver: Code Without End');
        const enough = seen.size + 3 + Math.floor(Math.random() * 20);
        await until(
          async () => {
            for (const id of await idsIn(workbench)) seen.add(id);
            return seen.size >= enough;
          },
          async () => `${enough} quotations; there are ${seen.size}`,
        );
        // One may be left of a window that is gone.
        const hosts = extensionHosts(server);
        assert.notEqual(hosts.length, 0);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
        for (const host of hosts) process.kill(host, 'SIGKILL');
        count('kill -9 of the extension host while it codes');
        await workbench.whileAway(async () => {
          await assertWhole(workbench.folder);
          assert.deepEqual(lostOf(seen, await idsIn(workbench)), []);
        });
        await workbench.openTranscript('06-highco.md');
        await workbench.focusView('Documents');
        await waitForCount(workbench, (await idsIn(workbench)).length);
        await assertOnWords(workbench);
      }
      await workbench.openTranscript('06-highco.md');
      await workbench.screenshot('faults-killed');
    } finally {
      await workbench.close();
    }
  });

  it('two windows that code the same transcript at once keep what both coded', async function () {
    this.timeout(times(3, 20) * 60_000);
    for (let round = 0; round < times(1, 6); round++) {
      const one = await Workbench.open({ server });
      const other = await Workbench.open({ server, beside: one });
      try {
        const before = await idsIn(one);
        for (const window of [one, other]) {
          await window.openTranscript('06-highco.md');
          await window.focusView('Documents');
          await window.openTranscript('06-highco.md');
        }
        await Promise.all([one.command('Driver: Code Some'), other.command('Driver: Code Some Others')]);
        count('quotation coded while another window codes the same transcript', 2 * some);
        const number = before.length + 2 * some;
        await until(
          async () => (await idsIn(one)).length === number,
          async () => `${number} quotations on disk; there are ${(await idsIn(one)).length}`,
        );
        for (const window of [one, other]) await waitForCount(window, number);
        assert.deepEqual(lostOf(before, await idsIn(one)), []);
        assert.equal(new Set(await idsIn(one)).size, number);
        const coded = passages(await one.readFile(transcript)).slice(0, 2 * some);
        const there = (await quotationsIn(one)).map(({ exact }) => exact);
        assert.deepEqual(lostOf(coded, there), []);
        await assertWhole(one.folder);
        await assertOnWords(one);
        for (const window of [one, other]) assert.deepEqual(await window.notifications(), []);
        await one.screenshot('faults-one-window');
        await other.screenshot('faults-other-window');
      } finally {
        await other.close();
        await one.close();
      }
    }
  });
});
