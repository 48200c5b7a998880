import assert from 'node:assert/strict';
import { Workbench } from './workbench.ts';

const sidecar = 'interviews/13-flexco.codes.json';

describe('the picker of Apply Code…', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openTranscript('13-flexco.md');
  });
  after(() => workbench.close());

  async function openOn(words: string): Promise<void> {
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.goTo(1);
    await workbench.selectText(words);
    await workbench.key('Alt+b', 'a');
    await workbench.quickInput.waitFor();
  }

  it('makes a new code under another one', async () => {
    await openOn('invalpool');
    await workbench.type('Zachte hand');
    await workbench.pick('under…');
    await workbench.waitForText('Under Which Code');
    await workbench.answer('Rol van de bestuurder', 'Rol van de bestuurder');
    await workbench.waitForFile('codebook.json', (file) =>
      file.includes('"name": "Zachte hand", "level": "code", "parent": "rol-van-de-bestuurder"'),
    );
    await workbench.waitForFile(sidecar, (file) => file.includes('"zachte-hand"'));
  });

  it('ticks several codes and applies them in one step', async () => {
    await openOn('stencil');
    for (const [name, count] of [
      ['Jargon', '1 Selected'],
      ['Jaarplan', '2 Selected'],
    ] as const) {
      await workbench.quickInput.fill(name);
      await workbench.waitForFocusedRow(name);
      await workbench.key('Shift+Enter');
      await workbench.waitForText(count);
      await workbench.key('Control+a', 'Delete');
    }
    await workbench.screenshot('picker-ticked');
    await workbench.key('Enter');
    await workbench.waitForFile(sidecar, (file) =>
      /"codes": \["(jargon", "jaarplan|jaarplan", "jargon)"\]/.test(file),
    );
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.key('Alt+b', 'u');
    await workbench.waitForFile(sidecar, (file) => !/"jargon", "jaarplan"|"jaarplan", "jargon"/.test(file));
  });

  it('finds a code by words of its name in any order, and of its path', async () => {
    await openOn('lokalen');
    await workbench.type('hand zachte');
    await workbench.waitForFocusedRow('Zachte hand');
    await workbench.quickInput.fill('zachte bestuurder');
    await workbench.waitForFocusedRow('Create “zachte bestuurder”');
    assert.ok((await workbench.quickPickRows()).some((row) => row.startsWith('Zachte hand')));
    await workbench.key('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
  });

  it('shows each code in its colour', async () => {
    await openOn('lokalen');
    await workbench.quickInput.fill('Vertrouwen');
    await workbench.waitForFocusedRow('Vertrouwen');
    const icon = workbench.page.locator('.quick-input-list .monaco-list-row.focused .quick-input-list-icon');
    const { background, hidden } = await icon.evaluate((element) => ({
      background: decodeURIComponent(getComputedStyle(element).backgroundImage),
      hidden: element.classList.contains('codicon'),
    }));
    assert.match(background, /fill=\\?"#[0-9a-f]{6}\\?"/i);
    assert.equal(hidden, false);
    await workbench.screenshot('picker-colours');
    await workbench.key('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
  });
});
