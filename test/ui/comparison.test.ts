import assert from 'node:assert/strict';
import { until, Workbench } from './workbench.ts';

interface WrittenQuotation {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly codes: readonly string[];
}

const quotationsIn = (sidecar: string): readonly WrittenQuotation[] => JSON.parse(sidecar).quotations;

const transcript = 'interviews/05-nedco.md';
const sidecar = 'interviews/05-nedco.codes.json';

describe('comparing, and coding what is found', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openTranscript('05-nedco.md');
  });
  after(() => workbench.close());

  /** Answers a question once it is there: the one before it closes while this one opens. */
  const answer = async (question: string, text: string, row?: string) => {
    await workbench.page.locator('.quick-input-title', { hasText: question }).waitFor();
    await workbench.answer(text, row);
  };
  /** The view takes the focus some time after it shows what it was asked for. */
  const untilListed = async (header: RegExp) => {
    const view = workbench.view('Quotations');
    await view.locator('.pane-header', { hasText: header }).waitFor();
    await view.locator('.monaco-list:focus-within').waitFor();
  };
  const quotationRows = async () =>
    (await workbench.treeItems('Quotations')).filter((label) => label.includes(', line '));

  it('goes to the next turn of a respondent of which nothing is coded, and codes it', async () => {
    const before = quotationsIn(await workbench.readFile(sidecar));
    const text = await workbench.readFile(transcript);
    await workbench.key('Control+Home', 'Alt+b', 'j');
    await workbench.page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
    await workbench.key('Alt+b', 'v');
    const after = await workbench.waitForFile(
      sidecar,
      (file) => quotationsIn(file).length === before.length + 1,
    );
    const made = quotationsIn(after).find(({ start }) => !before.some((one) => one.start === start));
    assert.ok(made);
    assert.equal(text.slice(made.start - '**NedCo**: '.length, made.start), '**NedCo**: ');
    assert.match(text.slice(made.end), /^\n(?:\n|$)/);
    assert.ok(before.every(({ start, end }) => end <= made.start || made.end <= start));
    await workbench.key('Alt+b', 'u');
    await workbench.waitForFile(sidecar, (file) => quotationsIn(file).length === before.length);
  });

  it('says how much of what each speaker says is coded', async () => {
    await workbench.command('Codeboom: Show Coverage…');
    // The palette may still have its rows.
    await workbench.page.locator('.quick-input-title', { hasText: 'Coded Share' }).waitFor();
    await until(
      async () => (await workbench.quickPickRows()).length === 2,
      async () => `two speakers; there are ${(await workbench.quickPickRows()).join(' | ')}`,
    );
    const [respondent, interviewer] = await workbench.quickPickRows();
    assert.match(respondent ?? '', /^NedCo, \d+% · \d+ of \d+ words · \d+ uncoded turn/);
    assert.match(interviewer ?? '', /^Interviewer, 0% · 0 of \d+ words/);
    await workbench.screenshot('comparison-coverage');
    await workbench.key('Escape');
    await workbench.focusView('Documents');
    await workbench.waitForTreeItem('Documents', '% of the words coded');
  });

  it('shows beside a quotation the others with its code, by keyboard', async () => {
    await workbench.openFile('05-nedco.md');
    await workbench.key('Control+Home', 'Alt+b', 'n', 'Alt+b', 'z');
    await until(
      async () => (await quotationRows()).length > 3,
      async () => `the others; there is ${(await workbench.treeItems('Quotations')).join('\n')}`,
    );
    assert.match(
      (await workbench.view('Quotations').locator('.pane-header').textContent().then(String)) ?? '',
      /also .+: \d+/,
    );
    await workbench.screenshot('comparison-quotations');
  });

  it('follows the cursor while pinned, until something else is chosen', async () => {
    const header = () => workbench.view('Quotations').locator('.pane-header').textContent().then(String);
    await workbench.command('Codeboom: Follow Cursor in Quotations');
    await workbench.openFile('05-nedco.md');
    await workbench.key('Control+Home', 'Alt+b', 'n');
    await until(async () => /also/.test(await header()), header);
    const first = await header();
    // The next quotation of the sample has other codes.
    await workbench.key('Alt+b', 'n');
    await until(async () => (await header()) !== first, header);
    const shown = await header();
    assert.match(shown, /also/);
    await workbench.command('Codeboom: Show Quotations of…');
    await answer('Show Quotations of…', 'Kosten beheersen', 'Kosten beheersen');
    await untilListed(/Kosten beheersen: \d/);
    await workbench.openFile('05-nedco.md');
    await workbench.key('Control+Home', 'Alt+b', 'n');
    // Only while it does not follow can it be told to.
    await workbench.command('Codeboom: Follow Cursor in Quotations');
    await until(async () => /also/.test(await header()), header);
    await workbench.command('Codeboom: Stop Following Cursor in Quotations');
  });

  it('selects rows by keyboard without opening them, and opens one by Enter', async () => {
    await workbench.command('Codeboom: Show Quotations of…');
    await answer('Show Quotations of…', '09-tieco', '09-tieco');
    await untilListed(/09-tieco: \d/);
    await workbench.waitForTreeItem('Quotations', '09-tieco, line');
    const selected = workbench.view('Quotations').locator('.monaco-list-row.selected');
    const opened = workbench.page.locator('.tab[data-resource-name="09-tieco.md"]');
    await workbench.key('Home', 'ArrowDown');
    // To one row, to two, and back to one.
    for (const [key, count] of [
      ['Shift+ArrowDown', 1],
      ['Shift+ArrowDown', 2],
      ['Shift+ArrowUp', 1],
    ] as const) {
      await workbench.key(key);
      await until(
        async () => (await selected.count()) === count,
        async () => `${count} rows that are selected; there are ${await selected.count()}`,
      );
    }
    assert.equal(await opened.count(), 0);
    await workbench.key('Enter');
    await opened.waitFor();
    await workbench.openFile('05-nedco.md');
  });

  it('replaces a code on all that is selected, as one step', async () => {
    await workbench.command('Codeboom: Show Quotations of…');
    await answer('Show Quotations of…', '05-nedco', '05-nedco');
    await untilListed(/05-nedco: \d/);
    await workbench.waitForTreeItem('Quotations', '05-nedco, line');
    const before = await workbench.readFile(sidecar);
    // All of the case.
    await workbench.key('Home', 'ArrowDown', 'Control+a', 'Alt+b', 'Shift+r');
    await workbench.page.locator('.quick-input-title', { hasText: 'Replace Which Code' }).waitFor();
    await workbench.key('Enter');
    await answer('by…', 'Algemeen', 'Algemeen');
    const after = await workbench.waitForFile(sidecar, (file) => file !== before);
    const now = quotationsIn(after);
    const changed = quotationsIn(before).filter(
      ({ codes }, index) => String(now[index]?.codes) !== String(codes),
    );
    assert.ok(changed.length > 1);
    await workbench.key('Control+z');
    await workbench.waitForFile(sidecar, (file) => file === before);
  });

  it('explains the mark of quotations with both codes only where there is one', async () => {
    const page = workbench.page.locator('.editor-instance .view-lines').last();
    for (const [other, sentence, hasMark] of [
      ['Boegbeeld', 'of which none', false],
      ['Cijfers delen', 'of which 4 carry', true],
    ] as const) {
      await workbench.command('Codeboom: Compare Codes…');
      await answer('Compare Codes', 'Achterhouden', 'Achterhouden');
      await answer('Compare “Achterhouden” with…', other, other);
      await workbench.page.locator(`.tab.active[data-resource-name="${other}.md"]`).waitFor();
      await page.getByText(sentence).waitFor();
      assert.equal(String(await page.textContent()).includes('◆'), hasMark);
    }
    await workbench.command('View: Close All Editors');
  });

  it('lays two codes side by side, every case on the same line', async () => {
    await workbench.command('Codeboom: Compare Codes…');
    await answer('Compare Codes', 'Vertrouwen', 'Vertrouwen');
    await answer('Compare “Vertrouwen” with…', 'Openheid en', 'Openheid en transparantie');
    await workbench.page.locator('.tab[data-resource-name="Openheid en transparantie.md"]').waitFor();
    const editors = workbench.page.locator('.editor-instance .view-lines');
    await until(
      async () =>
        (await editors.count()) === 2 && String(await editors.last().textContent()).includes('TotalCare'),
      async () => 'two editors with their cases',
    );
    await workbench.screenshot('comparison-codes');
    const tops = await workbench.page
      .locator('.editor-instance .view-line', { hasText: 'TotalCare' })
      .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().top));
    assert.equal(tops.length, 2);
    assert.equal(tops[0], tops[1]);
    await workbench.command('View: Close All Editors');
  });

  it('codes what is found, apart from what is unticked and what is coded already, as one step', async () => {
    await workbench.openTranscript('05-nedco.md');
    const before = await workbench.readFile(sidecar);
    await workbench.key('Alt+b', 'Shift+a');
    await answer('By What?', '', 'Text');
    await answer('Where?', '', 'This transcript');
    await answer('Which Text?', 'cijfers');
    await answer('How Much', '', 'Sentence');
    await answer('Whose Words?', '', 'Respondents');
    await answer('With Which Code(s)?', 'Algemeen', 'Algemeen');
    await workbench.page
      .locator('.quick-input-title', { hasText: /passage\(s\) in 1 document\(s\) get Algemeen/ })
      .waitFor();
    await workbench.key('ArrowDown');
    await workbench.waitForFocusedRow('We hadden folders');
    await workbench.screenshot('comparison-auto-code');
    const title = String(await workbench.page.locator('.quick-input-title').textContent());
    const count = Number(/^\d+/.exec(title)?.[0]);
    assert.ok(count > 1);
    await workbench.key('Shift+Enter', 'Enter');
    const after = await workbench.waitForFile(
      sidecar,
      (file) => quotationsIn(file).filter(({ codes }) => codes.includes('algemeen')).length >= count - 1,
    );
    const made = quotationsIn(after).filter(({ codes }) => codes.includes('algemeen'));
    assert.equal(made.filter(({ exact }) => /cijfers/i.test(exact)).length, count - 1);
    const ranges = quotationsIn(after).map(({ start, end }) => `${start}-${end}`);
    assert.equal(new Set(ranges).size, ranges.length);
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.openFile('05-nedco.md');
    await workbench.key('Alt+b', 'u');
    await workbench.waitForFile(sidecar, (file) => file === before);
  });
});
