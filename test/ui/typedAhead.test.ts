import assert from 'node:assert/strict';
import { extensionHosts } from './extensionHosts.ts';
import { sharedSession } from './session.ts';
import { until, Workbench } from './workbench.ts';

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
  const waitForTyped = (text: string) =>
    until(
      async () =>
        (await workbench.quickInput.count()) > 0 && (await workbench.quickInput.inputValue()) === text,
      async () => `a question with “${text}”`,
    );
  const assertUntouched = async () => {
    assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
    assert.equal(await workbench.readFile(transcript), atFirst.text);
    assert.equal(await workbench.readFile(sidecar), atFirst.codes);
  };

  it('waits for the picker of codes, and changes nothing in the transcript', async () => {
    await select('invalpool');
    await beforeTheQuestion(async () => {
      await workbench.key('Alt+b', 'a');
      // `type` sends capitals without the Shift key.
      await workbench.key('Shift+R');
      await workbench.type('ol vam');
      await workbench.key('Backspace');
      await workbench.type('n');
      // No key of ours, but no text either.
      await workbench.type('é');
    });
    await waitForTyped('Rol van');
    await workbench.type(' de');
    await waitForTyped('Rol van de');
    await workbench.screenshot('picker-typed-ahead');
    await workbench.key('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await assertUntouched();
  });

  it('changes nothing in the transcript where the question comes while the user types', async () => {
    await select('stencil');
    await workbench.key('Alt+b', 'a');
    await workbench.type('rol van de bestuurder');
    await until(
      async () => /^r.*er$/.test(await workbench.quickInput.inputValue()),
      async () => 'what was typed, from its beginning to its end',
    );
    await workbench.key('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await assertUntouched();
  });

  it('waits for a question of a feature that is loaded when it is first used', async () => {
    await select('lokalen');
    await beforeTheQuestion(async () => {
      await workbench.key('Alt+b', 'Shift+m');
      await workbench.type('invallers');
    });
    await waitForTyped('invallers');
    await workbench.key('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await assertUntouched();
  });

  it('is no key of coding mode', async () => {
    await select('Mohikanen');
    await workbench.key('Alt+b', 'Enter');
    await workbench.waitForText('Coding mode');
    await beforeTheQuestion(async () => {
      await workbench.key('a');
      await workbench.type('invalers');
    });
    await waitForTyped('invalers');
    await workbench.key('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.command('Codeboom: Leave Coding Mode');
    await assertUntouched();
  });

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
