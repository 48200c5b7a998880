import assert from 'node:assert/strict';
import { extensionHosts } from './extensionHosts.ts';
import { sharedSession } from './session.ts';
import { Workbench } from './workbench.ts';

const transcript = 'interviews/13-flexco.md';
const sidecar = 'interviews/13-flexco.codes.json';

describe('what is typed before a question has the focus', () => {
  let workbench: Workbench;
  let atFirst: { readonly text: string; readonly codes: string };
  before(async () => {
    workbench = await Workbench.open({
      settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 1 },
    });
    atFirst = { text: await workbench.readFile(transcript), codes: await workbench.readFile(sidecar) };
    await workbench.openTranscript('13-flexco.md');
  });
  after(() => workbench.close());

  /** Other words each time: Find looks for the same ones only once. */
  const select = async (words: string) => {
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.goTo(1);
    await workbench.selectText(words);
  };
  /** Does something while no extension runs: as if the question took long to come. */
  const beforeTheQuestion = async (act: () => Promise<void>) => {
    const hosts = extensionHosts((await sharedSession()).server);
    assert.ok(hosts.length > 0);
    for (const host of hosts) process.kill(host, 'SIGSTOP');
    try {
      await act();
    } finally {
      for (const host of hosts) process.kill(host, 'SIGCONT');
    }
  };
  const assertUntouched = async () => {
    assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
    assert.equal(await workbench.readFile(transcript), atFirst.text);
    assert.equal(await workbench.readFile(sidecar), atFirst.codes);
  };

  for (const [feature, keys, words] of [
    ['the picker of codes', ['Alt+b', 'a'], 'invalpool'],
    ['a feature that is loaded when it is first used', ['Alt+b', 'Shift+m'], 'lokalen'],
  ] as const) {
    it(`changes nothing in the transcript: ${feature}`, async () => {
      await select(words);
      await beforeTheQuestion(async () => {
        await workbench.key(...keys);
        await workbench.type('Rol vané');
        await workbench.key('Backspace', 'Enter');
      });
      await workbench.quickInput.waitFor();
      await assertUntouched();
      await workbench.key('Escape');
    });
  }

  it('leaves a transcript that can be written in', async () => {
    await select('garage');
    await workbench.key('Alt+b', 'a');
    await workbench.quickInput.waitFor();
    await workbench.key('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.page.locator('.tab.active .codicon-lock').waitFor({ state: 'hidden' });
    await workbench.key('ArrowRight');
    await workbench.type('#');
    await workbench.waitForFile(transcript, (text) => text.includes('garage#'));
    await workbench.key('Control+z');
    await workbench.waitForFile(transcript, (text) => text === atFirst.text);
  });
});
