import assert from 'node:assert/strict';
import { until, Workbench } from './workbench.ts';

const made = 'memos/wat-er-na-een-breuk-gebeurt.md';
const words = 'Kijk, dat is nou vertrouwen. Niet dat er nooit iets misgaat';

describe('memos', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  // A command changes the memo some time after its key was pressed: what is not there yet would not be saved.
  const save = async (accept: (text: string) => boolean) => {
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.key('Control+S');
    return await workbench.waitForFile(made, accept);
  };
  const suggestions = () => workbench.page.locator('.suggest-widget.visible .monaco-list-row');
  const suggested = async (text: string) => {
    await suggestions().filter({ hasText: text }).first().waitFor();
  };

  it('are made by keyboard from a quotation, and go on where it ends', async () => {
    await workbench.openTranscript('05-nedco.md');
    await workbench.selectText(words);
    await workbench.key('ArrowLeft', 'ArrowRight');
    await workbench.key('Alt+B', 'Shift+M');
    await workbench.answer('Wat er na een breuk gebeurt');
    await workbench.answer('prop', 'Proposition');
    await workbench.page
      .locator('.tab.active[data-resource-name="wat-er-na-een-breuk-gebeurt.md"]')
      .waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: /^Ln 11, Col 1$/ }).waitFor();
    await workbench.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    const text = await workbench.waitForFile(made, (file) => file.length > 0);
    assert.match(
      text,
      /^---\ntitle: Wat er na een breuk gebeurt\ntype: proposition\nlinks: \[quotation:qmi9p3h7p8\]\n/,
    );
    assert.match(text, /\n# Wat er na een breuk gebeurt\n\n> .*Kijk, dat is nou vertrouwen\./);
    await workbench.type('Zie ook ');
    const written = await save((file) => file.includes('Zie ook'));
    assert.ok(written.endsWith('\n\nZie ook '), written);
    await workbench.screenshot('memos-new');
  });

  it('link to codes, memos and quotations by completion', async () => {
    await workbench.type('[[zeggen');
    await suggested('Zeggen wat schuurt');
    await workbench.screenshot('memos-complete-name');
    await workbench.key('Enter');
    await save((file) => file.endsWith('Zie ook [[Zeggen wat schuurt]]'));
    await workbench.type(', code:bell');
    await suggested('Bellen zonder afspraak');
    await workbench.key('Enter');
    await save((file) => file.endsWith(', code:bellen-zonder-afspraak'));
    await workbench.type(' en quotation:persoonlijk langs');
    // A space may close the list; the key of VS Code for it opens it again, once VS Code has done with closing it.
    const row = workbench.page.locator('.suggest-widget.visible .monaco-list-row', {
      hasText: 'Wat het gered heeft',
    });
    await until(
      async () => {
        if ((await row.count()) > 0) return true;
        await workbench.key('Escape', 'Control+Space');
        await workbench.page.waitForTimeout(500);
        return (await row.count()) > 0;
      },
      async () => 'the quotation in the list of suggestions',
    );
    await workbench.screenshot('memos-complete-quotation');
    await workbench.key('Enter');
    await save((file) => file.endsWith(' en quotation:qtfbvhphpu'));
  });

  it('follow a link to the words of a quotation, and to a code with its quotations', async () => {
    await workbench.key('Alt+B', 'G');
    await workbench.page.locator('.tab.active[data-resource-name="09-tieco.md"]').waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
    await workbench.openFile('wat-er-na-een-breuk-gebeurt.md');
    await workbench.key('Control+End');
    const link = workbench.page.locator('.detected-link', { hasText: 'Zeggen wat' }).first();
    await link.hover();
    await workbench.waitForText('Een pijnlijk punt rechtstreeks uitspreken');
    await workbench.screenshot('memos-hover');
    await workbench.key('Escape');
    await workbench.page.mouse.move(0, 0);
    await workbench.key('Control+Home');
    await workbench.selectText('Zeggen wat schuurt');
    await workbench.key('Alt+B', 'G');
    await workbench
      .view('Code Tree')
      .locator('.monaco-list-row.selected[aria-label^="Zeggen wat schuurt"]')
      .waitFor();
    await until(
      async () => (await workbench.treeItems('Quotations')).length > 1,
      async () => 'the quotations of the code',
    );
    await workbench.screenshot('memos-followed');
  });

  it('are listed with what they link to', async () => {
    // The memos need the room of the others for all of their rows to be in view.
    for (const other of ['Code Tree', 'Quotations', 'Documents', 'Needs Review'])
      await workbench.page.locator(`.pane-header[aria-label^="${other}"][aria-expanded="true"]`).click();
    await workbench.focusView('Memos');
    const row = await workbench.waitForTreeItem('Memos', 'Wat er na een breuk gebeurt, Proposition');
    assert.match((await row.getAttribute('aria-label')) ?? '', /, 4 link\(s\)/);
    await row.locator('.monaco-tl-twistie').click();
    await workbench.waitForTreeItem('Memos', 'Bellen zonder afspraak, code');
    await workbench.screenshot('memos-view');
  });

  it('have definitions of their links, and lists of all links to the same', async () => {
    await workbench.openFile('wat-er-na-een-breuk-gebeurt.md');
    await workbench.key('Control+Home');
    await workbench.selectText('quotation:qtfbvhphpu');
    await workbench.key('ArrowLeft', 'F12');
    await workbench.page.locator('.tab.active[data-resource-name="09-tieco.md"]').waitFor();
    await workbench.openFile('wat-er-na-een-breuk-gebeurt.md');
    await workbench.key('Control+Home');
    await workbench.selectText('Zeggen wat schuurt');
    await workbench.key('ArrowLeft', 'F12');
    await workbench.page.locator('.tab.active[data-resource-name="codebook.json"]').waitFor();
    await workbench.openFile('wat-er-na-een-breuk-gebeurt.md');
    await workbench.key('Control+Home');
    await workbench.selectText('quotation:qmi9p3h7p8');
    await workbench.key('ArrowLeft', 'Shift+F12');
    const list = workbench.page.locator('.reference-zone-widget .ref-tree');
    await list.getByText('wat-er-na-een-breuk-gebeurt.md').waitFor();
    await list.getByText('vertrouwen-groeit-door-herstel.md').waitFor();
    await workbench.screenshot('memos-references');
    await workbench.key('Escape');
  });

  it('are named where what they link to is, and opened from there', async () => {
    await workbench.openTranscript('09-tieco.md');
    await workbench.key('Control+Home');
    await workbench.selectText('Wat het gered heeft');
    await workbench.key('ArrowLeft', 'ArrowRight');
    await workbench.key('Control+K', 'Control+I');
    const hovers = workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: 'memo(s)' });
    await hovers.filter({ hasText: 'Wat er na een breuk gebeurt' }).first().waitFor();
    await workbench.screenshot('memos-back-links');
    await workbench.key('Escape');
    await workbench.key('Alt+B', 'G');
    await workbench.pick('Wat er na een breuk gebeurt');
    await workbench.page
      .locator('.tab.active[data-resource-name="wat-er-na-een-breuk-gebeurt.md"]')
      .waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: '(20 selected)' }).waitFor();
  });

  it('get links by a command, which Ctrl+Z takes back', async () => {
    await workbench.page.locator('.editor-actions .codicon-link').first().waitFor();
    await workbench.key('Alt+B', 'L');
    await workbench.answer('ValueCare', 'ValueCare');
    const link = workbench.page.locator('.view-line', { hasText: 'case:ValueCare' });
    await link.waitFor();
    await save((file) => file.includes('links: [quotation:qmi9p3h7p8, case:ValueCare]'));
    await workbench.key('Control+Z');
    await link.waitFor({ state: 'detached' });
    await save((file) => file.includes('links: [quotation:qmi9p3h7p8]'));
  });

  it('have a problem where a link leads nowhere, with its fix', async () => {
    const text = await workbench.readFile(made);
    await workbench.writeFile(
      made,
      text.replace('code:bellen-zonder-afspraak', 'code:belen-zonder-afspraak'),
    );
    await workbench.key('Control+Home');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await workbench.key('F8');
    await workbench.waitForText(/There is no code belen-zonder-afspraak/);
    await workbench.screenshot('memos-problem');
    await workbench.key('Escape');
    await workbench.key('Control+.');
    const menu = workbench.page.locator('.action-widget');
    await menu.getByText('Link to the code “Bellen zonder afspraak”').waitFor();
    await menu.getByText('Remove the link').waitFor();
    await workbench.screenshot('memos-fixes');
    await workbench.key('Enter');
    await save((file) => file.includes(', code:bellen-zonder-afspraak en'));
    await workbench.page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  });

  it('follow a transcript that is renamed in the Explorer, and back when that is undone', async () => {
    const text = await workbench.readFile(made);
    await workbench.writeFile(made, `${text}\nOok in document:interviews/09-tieco.md.\n`);
    await workbench.openTranscript('09-tieco.md');
    await workbench.key('Control+Shift+E');
    const explorer = workbench.page.locator('.explorer-folders-view');
    await explorer.locator('.monaco-list-row.focused[aria-label^="09-tieco.md"]').waitFor();
    await workbench.key('F2');
    await explorer.locator('input:focus').fill('09-tieco-bv.md');
    await workbench.key('Enter');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('wants to make refactoring changes').waitFor();
    await workbench.key('Enter');
    await workbench.waitForFile(made, (file) => file.includes('document:interviews/09-tieco-bv.md.'));
    await workbench.waitForFile('interviews/09-tieco-bv.codes.json', (file) =>
      file.includes('09-tieco-bv.md'),
    );
    await explorer.locator('.monaco-list-row[aria-label^="09-tieco-bv.md"]').waitFor();
    await workbench.screenshot('memos-renamed');
    await workbench.key('Control+Z');
    await explorer.locator('.monaco-list-row[aria-label^="09-tieco.md"]').waitFor();
    await workbench.waitForFile('interviews/09-tieco.codes.json', (file) => file.includes('"09-tieco.md"'));
    await workbench.page.locator('.view-overlays .cdr').first().waitFor();
    await workbench.waitForFile(made, (file) => file.includes('document:interviews/09-tieco.md.'));
  });
});
