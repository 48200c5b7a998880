import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Researcher } from './researcher.ts';
import { until, Workbench } from './workbench.ts';
import { quotationsIn } from './written.ts';

describe('names', () => {
  let workbench: Workbench;
  let researcher: Researcher;
  before(async () => {
    workbench = await Workbench.open();
    researcher = new Researcher(workbench);
  });
  after(() => workbench.close());

  /** Every file of the study by its path, with its bytes as text. */
  const files = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(workbench.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => [path.slice(workbench.folder.length + 1), readFileSync(path, 'latin1')]),
    );
  const withName = (name: RegExp) =>
    Object.entries(files()).flatMap(([path, text]) =>
      path !== 'pseudonyms.json' && (name.test(text) || name.test(path)) ? [path] : [],
    );
  const inPreview = () =>
    workbench.page.locator('.quick-input-title', { hasText: 'Put Pseudonyms in' }).waitFor();

  it('get a pseudonym from a selection, in a file that stays out of git', async () => {
    await workbench.openTranscript('01-secureco.md');
    await workbench.selectText('SecureCo');
    await workbench.command('Codeboom: Add Pseudonym…');
    await workbench.page.locator('.quick-input-title', { hasText: 'Add Pseudonym' }).waitFor();
    assert.equal(await workbench.quickInput.inputValue(), 'SecureCo');
    await workbench.key('Enter');
    await researcher.answer('What Is “SecureCo” the Name Of?', 'organisation', 'organisation');
    await workbench.page.locator('.quick-input-title', { hasText: 'Pseudonym of “SecureCo”' }).waitFor();
    assert.equal(await workbench.quickInput.inputValue(), 'Organisatie A');
    await workbench.answer('Het Zorghuis');
    const register = await workbench.waitForFile('pseudonyms.json', (text) => text.includes('Zorghuis'));
    assert.match(register, /\{"name": "SecureCo", "pseudonym": "Het Zorghuis", "kind": "organisation"\}/);
    assert.match(await researcher.read('.gitignore'), /^pseudonyms\.json$/m);
  });

  it('that are left are in the Problems panel, and can be replaced from there one by one', async () => {
    await workbench.command('Codeboom: Check for Names');
    await workbench.waitForText(/The real name “SecureCo” stands here/);
    await workbench.openTranscript('01-secureco.md');
    const before = await researcher.read('interviews/01-secureco.md');
    const line = before.split('\n')[11] ?? '';
    await workbench.goTo(12, line.indexOf('SecureCo') + 3);
    await workbench.key('Control+.');
    await workbench.page.locator('.action-widget', { hasText: 'Put the pseudonym here' }).waitFor();
    await workbench.screenshot('names-quick-fix');
    await workbench.key('Enter');
    const after = await workbench.waitForFile('interviews/01-secureco.md', (text) => text !== before);
    assert.equal(after.split('Het Zorghuis').length, 2);
    await workbench.page.locator('.statusbar-item', { hasText: /Put pseudonyms in 1 place/ }).waitFor();
    await workbench.command('Codeboom: Undo Coding');
    await workbench.waitForFile('interviews/01-secureco.md', (text) => text === before);
  });

  it('do not leave the study unasked', async () => {
    await workbench.openTranscript('01-secureco.md');
    const lines = (await researcher.read('interviews/01-secureco.md')).split('\n');
    await workbench.goTo(14, (lines[13]?.indexOf('regionale') ?? 0) + 1);
    const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'There are real names in this' });
    await workbench.command('Codeboom: Copy Quotation with Source');
    await dialog.waitFor();
    await workbench.key('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.doesNotMatch(await workbench.clipboard(), /regionale zorgverzekeraar/);
    await workbench.command('Codeboom: Copy Quotation with Source');
    await dialog.getByRole('button', { name: 'Export Anyway' }).click();
    await until(
      async () => /SecureCo is een regionale/.test(await workbench.clipboard()),
      async () => `the quotation on the clipboard; it has ${await workbench.clipboard()}`,
    );
  });

  it('are put in their place everywhere after a preview, in an editor with unsaved text too, and back by one undo', async () => {
    await workbench.openTranscript('01-secureco.md');
    await workbench.key('Control+End');
    await workbench.type('\n\n**I:** Dank namens SecureCo.');
    await workbench.command('Codeboom: Pseudonymise Study…');
    await workbench.page.getByRole('button', { name: 'Save and Go On' }).click();
    await inPreview();
    await workbench.screenshot('names-preview');
    const before = files();
    assert.match(before['interviews/01-secureco.md'] ?? '', /Dank namens SecureCo/);
    await workbench.key('Enter');
    await workbench.waitForFile('interviews/01-het-zorghuis.codes.json', (text) =>
      text.includes('"document": "01-het-zorghuis.md"'),
    );
    await until(
      async () => withName(/secureco/i).every((path) => path.startsWith('memos/')),
      async () => `no name left; it is in ${withName(/secureco/i).join(', ')}`,
    );
    await workbench.page.locator('.statusbar-item', { hasText: /Put pseudonyms in \d+ place/ }).waitFor();
    await workbench.screenshot('names-replaced');
    const text = await researcher.read('interviews/01-het-zorghuis.md');
    assert.match(text, /Dank namens Het Zorghuis/);
    const quotations = quotationsIn(await researcher.read('interviews/01-het-zorghuis.codes.json'));
    assert.ok(quotations.length > 0);
    for (const { start, end, exact } of quotations) assert.equal(text.slice(start, end), exact);

    const after = files();
    for (const [title, expected] of [
      ['Undo', before],
      ['Redo', after],
      ['Undo', before],
    ] as const) {
      await workbench.command(`Codeboom: ${title} Coding`);
      await workbench.page
        .locator('.statusbar-item', {
          hasText: `${title === 'Undo' ? 'Undone' : 'Done again'}: Put pseudonyms`,
        })
        .waitFor();
      const different = () => {
        const now = files();
        return Object.keys({ ...expected, ...now }).filter((path) => now[path] !== expected[path]);
      };
      await until(
        async () => different().length === 0,
        async () => `all files as they were; not so: ${different().join(', ')}`,
      );
    }
    await workbench.screenshot('names-undone');
  });
});
