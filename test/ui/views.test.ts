import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until, Workbench } from './workbench.ts';

interface WrittenCode {
  readonly id: string;
  readonly name: string;
  readonly level?: string;
  readonly parent?: string;
  readonly color?: string;
  readonly definition?: string;
}

interface WrittenQuotation {
  readonly exact: string;
  readonly codes: readonly string[];
  readonly star?: boolean;
}

const codesIn = (codebook: string): readonly WrittenCode[] => JSON.parse(codebook).codes;
const quotationsIn = (sidecar: string): readonly WrittenQuotation[] => JSON.parse(sidecar).quotations;

const nedco = 'interviews/05-nedco.codes.json';

describe('the views', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  const codeIn = async (accept: (code: WrittenCode) => boolean): Promise<WrittenCode> => {
    const file = await workbench.waitForFile('codebook.json', (text) => codesIn(text).some(accept));
    const found = codesIn(file).find(accept);
    assert.ok(found);
    return found;
  };
  const waitForItems = (view: string, accept: (items: readonly string[]) => boolean, what: string) =>
    until(
      async () => accept(await workbench.treeItems(view)),
      async () => `${what}; the view has:\n${(await workbench.treeItems(view)).join('\n')}`,
    );
  const codeRow = (label: string): Promise<Locator> => workbench.waitForTreeItem('Code Tree', label);
  /** Answers a question once it is there: the one before it closes while this one opens. */
  const answer = async (question: string, text: string, row?: string) => {
    await workbench.page.locator('.quick-input-title', { hasText: question }).waitFor();
    await workbench.answer(text, row);
  };
  /** Runs a command of the palette on a code, as one types it. */
  const onCode = async (title: string, name: string) => {
    await workbench.command(`Codeboom: ${title}`);
    await answer('Which Code?', name, name);
  };

  it('shows dimensions with what is coded below them', async () => {
    await workbench.focusView('Code Tree');
    const label = await (await codeRow('Effectieve governance')).getAttribute('aria-label');
    assert.match(label ?? '', /^Effectieve governance, dimension, \d+ coding\(s\) in 14 document\(s\)/);
  });

  it('lists the cases with their documents', async () => {
    await workbench.focusView('Documents');
    await workbench.waitForTreeItem('Documents', 'TotalCare, 2 document(s)');
    await workbench.waitForTreeItem('Documents', '01-secureco');
  });

  it('shows the quotations of a code by case, and goes to one with Enter', async () => {
    await workbench.command('Codeboom: Show Quotations of…');
    await answer('Show Quotations of…', 'Vertrouwen', 'Vertrouwen');
    await workbench.waitForTreeItem('Quotations', 'TotalCare');
    await workbench.screenshot('views-quotations');
    await workbench.key('ArrowDown', 'ArrowDown', 'Enter');
    await workbench.page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
    await workbench.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  });

  it('applies a code to what is selected on Enter, and counts it at once', async () => {
    await workbench.openFile('05-nedco.md');
    await workbench.key('Control+Home');
    const text = await workbench.readFile('interviews/05-nedco.md');
    const words = /[a-zé]+ [a-zé]+ [a-zé]+ [a-zé]+/.exec(text.slice(text.indexOf('\n# ') + 60))?.[0] ?? '';
    await workbench.selectText(words);
    await workbench.focusView('Code Tree');
    const before = /(\d+) coding/.exec((await (await codeRow('Algemeen')).getAttribute('aria-label')) ?? '');
    await workbench.key('Home', 'Enter');
    await workbench.waitForFile(nedco, (file) =>
      quotationsIn(file).some(({ exact, codes }) => exact === words && codes.includes('algemeen')),
    );
    await codeRow(`Algemeen, code, ${Number(before?.[1]) + 1} coding(s)`);
    await workbench.key('Control+z');
    await codeRow(`Algemeen, code, ${before?.[1]} coding(s)`);
  });

  it('hides the highlights of a code with its checkbox, or by a key', async () => {
    const row = await codeRow('Effectieve governance');
    const checkbox = row.locator('.custom-view-tree-node-item-checkbox');
    const child = (await codeRow('Formele governance')).locator('.custom-view-tree-node-item-checkbox');
    const untilChildIs = (ticked: boolean) =>
      until(
        async () => (await child.getAttribute('aria-checked')) === String(ticked),
        async () => `the code below ${ticked ? 'ticked' : 'unticked'} too`,
      );
    await checkbox.click();
    await untilChildIs(false);
    await checkbox.click();
    await untilChildIs(true);
    await row.click({ modifiers: ['Control'] });
    await workbench.key('Alt+b', 'h');
    await untilChildIs(false);
    await workbench.waitForText(/No longer highlighted:.*Effectieve governance/);
    await workbench.key('Alt+b', 'h');
    await untilChildIs(true);
  });

  it('makes, renames, defines, colours and moves a code', async () => {
    await workbench.command('Codeboom: New Code…');
    await answer('New Code', 'Proefcode');
    await answer('How Far Has “Proefcode” Come?', '', 'Code, from open coding');
    await codeIn(({ name, level }) => name === 'Proefcode' && level === 'code');
    await workbench.focusView('Code Tree');
    await codeRow('Proefcode, code, 0 coding(s)');
    await workbench.key('F2');
    await answer('Rename “Proefcode”', 'Proef twee');
    const { id } = await codeIn(({ name }) => name === 'Proef twee');

    await onCode('Define Code…', 'Proef twee');
    for (const [index, text] of ['Wat het is.', 'ook dit', ''].entries()) {
      await answer(`Define “Proef twee” (${index + 1}/3)`, text);
    }
    await codeIn((code) => code.id === id && code.definition === 'Wat het is.');

    await onCode('Set Colour of Code…', 'Proef twee');
    await answer('Colour of “Proef twee”', 'Own colour', 'Own colour');
    await workbench.waitForText(/such as #1f77b4/);
    await workbench.answer('#12AB9f');
    await codeIn((code) => code.id === id && code.color === '#12ab9f');

    await onCode('Set Level of Code…', 'Proef twee');
    await answer('Level of “Proef twee”', 'Theme', 'Theme');
    await codeIn((code) => code.id === id && code.level === 'theme');

    await onCode('Move Code to…', 'Proef twee');
    await answer('Move “Proef twee” to…', 'Effectieve', 'Effectieve governance');
    await codeIn((code) => code.id === id && code.parent === 'effectieve-governance');
  });

  it('moves a code by drag and drop, and refuses to move one below itself', async () => {
    await workbench.focusView('Code Tree');
    await workbench.key('Home');
    // Rows that still move under the pointer would be dropped in the place of others.
    await waitForItems(
      'Code Tree',
      (rows) => {
        const at = (start: string) => rows.findIndex((row) => row.startsWith(start));
        return (
          at('Effectieve governance') < at('Proef twee') && at('Proef twee') < at('Rol van de bestuurder')
        );
      },
      'the code among its siblings',
    );
    await (await codeRow('Proef twee')).dragTo(await codeRow('Algemeen'));
    await codeIn(({ name, parent }) => name === 'Proef twee' && parent === 'algemeen');
    await waitForItems(
      'Code Tree',
      ([, second]) => /^Proef twee/.test(second ?? ''),
      'the code in its place',
    );
    await (await codeRow('Algemeen')).dragTo(await codeRow('Proef twee'));
    await workbench.waitForText(/cannot move under “Proef twee”/);
    await workbench.screenshot('views-refused');
    await workbench.command('Notifications: Clear All Notifications');
  });

  it('deletes an unused code at once, and gives it back', async () => {
    await onCode('Delete Code…', 'Proef twee');
    await workbench.waitForFile('codebook.json', (text) => !text.includes('Proef twee'));
    await workbench.focusView('Code Tree');
    await workbench.key('Control+z');
    await codeIn(({ name, parent }) => name === 'Proef twee' && parent === 'algemeen');
  });

  it('asks before it deletes a code that is used, and takes its codings along', async () => {
    const uses = (file: string) => quotationsIn(file).some(({ codes }) => codes.includes('vertrouwen'));
    assert.ok(uses(await workbench.readFile(nedco)));
    await onCode('Delete Code…', 'Vertrouwen');
    await workbench.page.locator('.monaco-dialog-box').waitFor();
    await workbench.key('Escape');
    assert.ok(codesIn(await workbench.readFile('codebook.json')).some(({ id }) => id === 'vertrouwen'));
    await onCode('Delete Code…', 'Vertrouwen');
    await workbench.page
      .locator('.monaco-dialog-box')
      .getByRole('button', { name: 'Delete', exact: true })
      .click();
    await workbench.waitForFile(nedco, (file) => !uses(file));
    await workbench.focusView('Code Tree');
    await workbench.key('Control+z');
    await workbench.waitForFile(nedco, uses);
  });

  it('merges codes', async () => {
    await onCode('Merge Code into…', 'Contract');
    await answer('Merge “Contract” into…', 'Jaarplan', 'Jaarplan');
    await workbench.waitForFile(
      'codebook.json',
      (text) => !codesIn(text).some(({ id }) => id === 'contract'),
    );
    await workbench.focusView('Code Tree');
    await workbench.key('Control+z');
    await codeIn(({ id }) => id === 'contract');
  });

  it('filters the tree with what is above the codes, and shows all again', async () => {
    await workbench.command('Codeboom: Filter Codes…');
    await answer('Filter Codes', 'vertrouwen');
    const names = (items: readonly string[]) => items.map((item) => item.split(',')[0]).join(' ');
    await waitForItems(
      'Code Tree',
      (items) =>
        names(items) === 'Effectieve governance Informele governance Vertrouwen vertrouwen zonder contract',
      'the code and the two above it, and the smart code',
    );
    await workbench.waitForText('Filtered by “vertrouwen”: 2 code(s)');
    await workbench.command('Codeboom: Clear Code Filter');
    await codeRow('Algemeen');
  });

  it('sorts by number of codings', async () => {
    await workbench.command('Codeboom: Sort Codes by Number of Codings');
    await waitForItems('Code Tree', ([first]) => /^Alliantiesucces/.test(first ?? ''), 'the most used first');
    await workbench.command('Codeboom: Sort Codes A–Z');
    await waitForItems('Code Tree', ([first]) => /^Algemeen/.test(first ?? ''), 'the alphabet');
  });

  it('stars, copies and deletes a quotation of the list', async () => {
    await workbench.command('Codeboom: Show Quotations of…');
    await answer('Show Quotations of…', '05-nedco', '05-nedco');
    const before = quotationsIn(await workbench.readFile(nedco));
    const row = await workbench.waitForTreeItem('Quotations', before[0]?.exact.slice(0, 40) ?? '');
    await workbench.fromMenu(row, 'Copy with Source');
    await until(
      async () => (await workbench.clipboard()).includes('bron:'),
      async () => 'the quotation with its source in the clipboard',
    );
    await workbench.fromMenu(row, 'Star or Unstar');
    await workbench.waitForFile(nedco, (file) => quotationsIn(file)[0]?.star !== before[0]?.star);
    await workbench.fromMenu(row, 'Delete Quotation');
    await workbench.waitForFile(nedco, (file) => quotationsIn(file).length === before.length - 1);
    await workbench.focusView('Quotations');
    await workbench.key('Control+z');
    await workbench.waitForFile(nedco, (file) => quotationsIn(file).length === before.length);
    await workbench.key('Control+z');
    await workbench.waitForFile(nedco, (file) => quotationsIn(file)[0]?.star === before[0]?.star);
  });

  it('extracts the quotations of what was clicked', async () => {
    await workbench.fromMenu(
      await workbench.waitForTreeItem('Documents', '01-secureco'),
      'Extract Quotations…',
    );
    await until(
      async () => (await workbench.visibleText()).startsWith('# 01'),
      async () => `the extract; there is ${(await workbench.visibleText()).slice(0, 100)}`,
    );
  });
});
