import assert from 'node:assert/strict';
import { Researcher, sidecarOf } from './researcher.ts';
import { longTranscript, putTranscripts } from './transcripts.ts';
import { until, Workbench } from './workbench.ts';
import { quotationsIn } from './written.ts';

const transcript = longTranscript();
const sidecar = sidecarOf(transcript.name);
const names = ['How it went', 'Who did it', 'What it cost'];
const passages = 60;

/** Every step is a single key, and no mouse is touched. */
describe('an hour of talk, coded in coding mode by keys only', () => {
  let workbench: Workbench;
  let researcher: Researcher;
  /** From the press of a number to the highlight on the screen, in milliseconds. */
  const waits: number[] = [];
  before(async () => {
    workbench = await Workbench.open({
      study: null,
      prepare: (folder) => putTranscripts(folder, [transcript]),
    });
    researcher = new Researcher(workbench);
    await workbench.writeFile('codeboom.json', '{"version": 1}\n');
    await workbench.openTranscript(transcript.name);
  });
  after(async () => {
    const sorted = [...waits].sort((a, b) => a - b);
    const [median, slowest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    console.log(`      from key to highlight: ${median} ms (median), ${slowest} ms (slowest)`);
    await workbench.close();
  });

  /** How much the status bar says is selected; nothing is 0. */
  const selectedLength = async (): Promise<number> => {
    const items = await workbench.statusBar();
    return Number(/\((\d+) selected\)/.exec(items.join('\n'))?.[1] ?? 0);
  };
  /** Presses a key that changes the selection, and waits until it did. */
  const select = async (key: string, accept: (length: number, before: number) => boolean): Promise<void> => {
    const before = await selectedLength();
    await workbench.key(key);
    await until(
      async () => accept(await selectedLength(), before),
      async () => `another selection than ${before} after ${key}; it is ${await selectedLength()}`,
    );
  };
  const quotationCount = async () => quotationsIn(await researcher.read(sidecar)).length;

  it('makes the first codes with the picker', async () => {
    await workbench.key('Alt+b', 'Enter');
    await workbench.page.locator('.statusbar-item', { hasText: 'Coding mode' }).first().waitFor();
    for (const name of names) {
      await select(' ', (length) => length > 0);
      await workbench.key('a');
      await researcher.applyByPicker(name);
      await researcher.waitForCode(name);
      await workbench.key('ArrowRight');
    }
    assert.equal(await quotationCount(), names.length);
  });

  it('goes from turn to turn and codes sentences and turns with the number keys', async function () {
    this.timeout(300_000);
    for (let done = names.length; done < passages; done++) {
      await select(' ', (length) => length > 0);
      if (done % 3 > 0) {
        await select('ArrowLeft', (length) => length === 0);
        await select('.', (length) => length > 0);
      }
      if (done % 6 === 5) await select('x', (length, before) => length > before || before === length);
      waits.push(await keyToHighlight(workbench, String(1 + (done % names.length))));
      await workbench.waitForFile(sidecar, (text) => quotationsIn(text).length === done + 1);
      await select('ArrowRight', (length) => length === 0);
    }
    await workbench.screenshot('hour-of-talk');
    const ids = await Promise.all(names.map(async (name) => (await researcher.waitForCode(name)).id));
    const quotations = await researcher.quotations(transcript.name);
    assert.equal(quotations.length, passages);
    for (const { codes } of quotations) assert.ok(codes.length === 1 && ids.includes(codes[0] ?? ''));
    assert.deepEqual(await workbench.notifications(), []);
  });

  it('takes the last ones back and goes through what is coded', async () => {
    for (let done = 0; done < 5; done++) await workbench.key('u');
    await workbench.waitForFile(sidecar, (text) => quotationsIn(text).length === passages - 5);
    await workbench.key('Control+Home');
    await select('n', (length) => length > 0);
    await workbench.key('Shift+U', 'Shift+U', 'Shift+U', 'Shift+U', 'Shift+U');
    await workbench.waitForFile(sidecar, (text) => quotationsIn(text).length === passages);
    assert.equal(await workbench.readFile(`interviews/${transcript.name}`), transcript.text);
  });
});

/** Presses a key that codes what is selected; gives how long it took until one more highlight was drawn. */
async function keyToHighlight(workbench: Workbench, key: string): Promise<number> {
  const drawn = await workbench.page.evaluateHandle(() => {
    const count = () => document.querySelectorAll('.view-overlays [class*="ced-"]').length;
    const before = count();
    let pressed = 0;
    document.addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true });
    return {
      wait: new Promise<number>((resolve) => {
        const look = () =>
          pressed > 0 && count() !== before
            ? resolve(Math.round(performance.now() - pressed))
            : requestAnimationFrame(look);
        look();
      }),
    };
  });
  await workbench.key(key);
  return await drawn.evaluate(({ wait }) => wait);
}
