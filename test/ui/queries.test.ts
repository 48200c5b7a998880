import assert from 'node:assert/strict';
import { until, Workbench } from './workbench.ts';

describe('a query', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openTranscript('05-nedco.md');
  });
  after(() => workbench.close());

  const query = async () => {
    await workbench.key('Alt+b', 'Shift+q');
    await workbench.page.locator('.quick-input-title', { hasText: 'Query Quotations' }).waitFor();
    await workbench.page.locator('.quick-input-box input:focus').waitFor();
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
  };
  const waitForQuery = (text: string) =>
    until(
      async () => (await workbench.quickInput.inputValue()) === text,
      async () => `the query “${text}”; it is “${await workbench.quickInput.inputValue()}”`,
    );
  /** Types on, and puts in what is offered for it. */
  const complete = async (typed: string, offered: string, query: string) => {
    await workbench.type(typed);
    await workbench.waitForFocusedRow(offered);
    await workbench.key('Enter');
    await waitForQuery(query);
  };
  /** Waits until the view says that it shows something, and gives how much. */
  const shown = async (what: string): Promise<number> => {
    let title = '';
    const header = workbench.view('Quotations').locator('.pane-header');
    await until(
      async () => {
        title = (await header.textContent())?.replace(/\s+/g, ' ') ?? '';
        return title.includes(`${what}: `);
      },
      async () => `“${what}” in the title of the view, which says “${title}”`,
    );
    return Number(/: (\d+)/.exec(title.slice(title.indexOf(what)))?.[1]);
  };
  const savedIn = (file: string): Record<string, string> => JSON.parse(file).queries ?? {};
  const waitForSaved = (accept: (queries: Record<string, string>) => boolean) =>
    workbench.waitForFile('codeboom.json', (file) => accept(savedIn(file)));
  const smartCode = (label: string) => workbench.waitForTreeItem('Code Tree', label);
  const focusInTree = async (label: string) => {
    await workbench.focusView('Code Tree');
    await workbench.key('Home');
    const focused = workbench.view('Code Tree').locator('.monaco-list-row.focused');
    await focused.first().waitFor();
    await until(
      async () => {
        const name = (await focused.first().getAttribute('aria-label')) ?? '';
        if (name.startsWith(label)) return true;
        await workbench.key('ArrowDown');
        return false;
      },
      async () => `the focus on ${label}`,
    );
  };

  it('is built with completion, by keyboard, and its results are seen while it is typed', async () => {
    await query();
    await complete('vertr', 'Vertrouwen', 'Vertrouwen ');
    await workbench.waitForFocusedRow('Show ');
    const all = await shown('Vertrouwen');
    await complete('e', 'EN', 'Vertrouwen EN ');
    await workbench.waitForFocusedRow('Error at character 12: EN');
    await complete('ste', 'ster:', 'Vertrouwen EN ster:');
    await complete('j', 'ja', 'Vertrouwen EN ster:ja ');
    const starred = await shown('Vertrouwen EN ster:ja');
    assert.ok(0 < starred && starred < all, `${starred} of ${all}`);
    await workbench.waitForFocusedRow(`Show ${starred} quotation(s)`);
    await workbench.screenshot('query-live');
    await workbench.key('Enter');
    await workbench.view('Quotations').locator('.monaco-list:focus-within').waitFor();
    assert.equal(await shown('Vertrouwen EN ster:ja'), starred);
  });

  it('says where it is wrong, offers what is like it, and leaves no trace after Escape', async () => {
    await query();
    await workbench.waitForFocusedRow('Vertrouwen EN ster:ja');
    await workbench.type('Contract EN rting < 6');
    await workbench.waitForFocusedRow('Error at character 13: rting');
    await workbench.screenshot('query-error');
    await workbench.pick('rating, instead of rting');
    await waitForQuery('Contract EN rating < 6');
    await workbench.waitForFocusedRow('Show ');
    await shown('Contract EN rating < 6');
    await workbench.key('Escape');
    await shown('Vertrouwen EN ster:ja');
  });

  it('is saved as a smart code, and opened from the tree', async () => {
    await query();
    await workbench.type('Vertrouwen binnen Informele');
    await workbench.waitForFocusedRow('Informele governance');
    await workbench.key('Enter');
    await waitForQuery('Vertrouwen binnen "Informele governance" ');
    await workbench.waitForFocusedRow('Show ');
    await workbench.pick('Save as Smart Code…');
    await workbench.page.locator('.quick-input-title', { hasText: 'Save Query as Smart Code' }).waitFor();
    await workbench.answer('warm bestuur');
    await waitForSaved((saved) => saved['warm bestuur'] === 'Vertrouwen binnen "Informele governance"');
    await smartCode('warm bestuur, smart code, ');
    const count = await shown('warm bestuur');
    await focusInTree('waar het geld wringt');
    await workbench.key('Enter');
    await shown('waar het geld wringt');
    await focusInTree('warm bestuur');
    await workbench.key('Enter');
    assert.equal(await shown('warm bestuur'), count);
    const label = await (await smartCode('warm bestuur')).getAttribute('aria-label');
    assert.match(
      label ?? '',
      new RegExp(`^warm bestuur, smart code, ${count} coding\\(s\\) in \\d+ document`),
    );
    await workbench.screenshot('query-smart-code');
  });

  it('is renamed, edited and deleted in the tree, and all of it comes back', async () => {
    await focusInTree('warm bestuur');
    await workbench.key('F2');
    await workbench.page.locator('.quick-input-title', { hasText: 'Rename “warm bestuur”' }).waitFor();
    await workbench.answer('warm');
    await waitForSaved((saved) => 'warm' in saved && !('warm bestuur' in saved));
    await smartCode('warm, smart code');
    await workbench.command('Codeboom: Edit Smart Code…');
    await workbench.pick('warm, Vertrouwen binnen');
    await workbench.page.locator('.quick-input-title', { hasText: 'Edit Smart Code “warm”' }).waitFor();
    await workbench.waitForFocusedRow('Save “warm”');
    await workbench.key('End');
    await workbench.type(' OF warm');
    await workbench.waitForText(/use each other in a circle: warm → warm/);
    await workbench.key('Escape');
    await focusInTree('warm,');
    await workbench.key('Delete');
    await waitForSaved((saved) => !('warm' in saved));
    await until(
      async () => !(await workbench.treeItems('Code Tree')).some((row) => row.startsWith('warm,')),
      async () => 'the smart code gone',
    );
    await workbench.focusView('Code Tree');
    await workbench.key('Control+z');
    await waitForSaved((saved) => 'warm' in saved);
    await workbench.focusView('Code Tree');
    await workbench.key('Control+z');
    await waitForSaved((saved) => 'warm bestuur' in saved);
    await focusInTree('warm bestuur');
  });

  it('follows a code that gets another name', async () => {
    await workbench.command('Codeboom: Rename Code…');
    await workbench.answer('Vertrouwen', 'Vertrouwen');
    await workbench.page.locator('.quick-input-title', { hasText: 'Rename “Vertrouwen”' }).waitFor();
    await workbench.answer('Onderling vertrouwen');
    await waitForSaved(
      (saved) => saved['warm bestuur'] === '"Onderling vertrouwen" binnen "Informele governance"',
    );
    await focusInTree('warm bestuur');
  });

  it('starts from codes of the tree', async () => {
    await workbench.command('Codeboom: Query with Code…');
    await workbench.page.locator('.quick-input-widget', { hasText: 'Which Code' }).waitFor();
    await workbench.key('Escape');
    await workbench.focusView('Code Tree');
    await workbench.key('Home');
    const row = await workbench.waitForTreeItem('Code Tree', 'Algemeen');
    await workbench.fromMenu(row, 'Query with Code…');
    await workbench.page.locator('.quick-input-title', { hasText: 'Query Quotations' }).waitFor();
    await waitForQuery('Algemeen ');
    await workbench.waitForFocusedRow('Show ');
    await shown('Algemeen');
    await workbench.key('Enter');
    await workbench.view('Quotations').locator('.monaco-list:focus-within').waitFor();
  });
});
