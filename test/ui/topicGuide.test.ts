import assert from 'node:assert/strict';
import { until, Workbench } from './workbench.ts';
import { quotationsIn } from './written.ts';

const transcript = 'interviews/01-secureco.md';
const sidecar = 'interviews/01-secureco.codes.json';

describe('topics, cases and attributes', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openTranscript('05-nedco.md');
    await workbench.focusView('Documents');
    await workbench.waitForTreeItem('Documents', '01-secureco');
  });
  after(() => workbench.close());

  /** Answers a question once it is there: the one before it closes while this one opens. */
  const answer = async (question: string, text: string, row?: string) => {
    await workbench.page.locator('.quick-input-title', { hasText: question }).waitFor();
    await workbench.answer(text, row);
  };
  /** Puts the focus of the documents view on a row by its keys. */
  const goToRow = async (text: string) => {
    await workbench.focusView('Documents');
    const view = workbench.view('Documents');
    await view.locator('.monaco-list:focus-within').waitFor();
    // Without what was selected before, which a key that selects adds to.
    await workbench.key('Escape', 'Home');
    const focused = view.locator('.monaco-list-row.focused');
    await until(
      async () => {
        const label = (await focused.first().getAttribute('aria-label')) ?? '';
        if (label.startsWith(text)) return true;
        await workbench.key('ArrowDown');
        return false;
      },
      async () => `the row ${text}; there is ${(await workbench.treeItems('Documents')).join('\n')}`,
    );
    // What a key of ours is about is what is selected, not what has the focus.
    const isSelected = await view
      .locator(`.monaco-list-row.selected[aria-label^=${JSON.stringify(text)}]`)
      .count();
    if (isSelected === 0) await workbench.key('Control+Shift+Enter');
    await view.locator(`.monaco-list-row.selected[aria-label^=${JSON.stringify(text)}]`).waitFor();
  };
  /** Every quotation in a sidecar stands on its words in the transcript. */
  const standsOnItsWords = (text: string, written: string) =>
    quotationsIn(written).every(({ start, end, exact }) => text.slice(start, end) === exact);

  it('makes a transcript from the topic guide, and says which topics are coded in it', async () => {
    await workbench.command('Codeboom: New Transcript from Topic Guide…');
    await answer('New Transcript from Topic Guide: Title', 'TestCo');
    await answer('New Transcript: Case', 'TotalCare', 'TotalCare');
    const path = 'interviews/15-testco.md';
    const text = await workbench.waitForFile(path, (file) => file.includes('## 8. Overig'));
    assert.match(text, /^---\ncase: TotalCare\norganisation:\nrole:\ndate:\nrating:\n---\n# TestCo\n/);
    assert.match(text, /## 1\. Organisatie in het algemeen\n\n\*\*I:\*\* Kunt u iets vertellen/);
    await workbench.page.locator('.editor-actions .codicon-tag').first().waitFor();
    await workbench.screenshot('topics-new-transcript');

    // The caret stands where the first answer is to be written.
    await workbench.type('Wij verzekeren de hele regio.');
    await workbench.key('Control+s');
    await workbench.waitForFile(path, (file) => file.includes('**R:** Wij verzekeren de hele regio.\n'));
    await workbench.key('Shift+Home');
    await workbench.page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
    await workbench.key('Alt+b', 'v');
    const written = await workbench.waitForFile('interviews/15-testco.codes.json', (file) =>
      quotationsIn(file).some(({ exact }) => exact.includes('Wij verzekeren')),
    );
    assert.ok(standsOnItsWords(await workbench.readFile(path), written));

    await workbench.command('Codeboom: Show Topic Coverage');
    await workbench.page.locator('.quick-input-title', { hasText: 'Topic Coverage' }).waitFor();
    await until(
      async () => (await workbench.quickPickRows())[0]?.includes('1 of 15 documents · 1 quotation') ?? false,
      async () => `the first topic in one document: ${(await workbench.quickPickRows()).join(' | ')}`,
    );
    await workbench.screenshot('topics-coverage');
    await workbench.pick('1. Organisatie in het algemeen');
    await workbench.page.locator('.quick-input-title', { hasText: 'Coded Where?' }).waitFor();
    await workbench.quickInput.fill('15-testco');
    await workbench.waitForFocusedRow('15-testco');
    const [row] = await workbench.quickPickRows();
    assert.match(row ?? '', /15-testco.*TotalCare · 1 quotation/);
    await workbench.key('Enter');
    await workbench.page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
  });

  it('edits an attribute in the documents view; the table of cases follows, and undo gives the file back', async () => {
    const before = await workbench.readFile(transcript);
    const coded = await workbench.readFile(sidecar);
    await goToRow('01-secureco');
    await workbench.key('F2');
    await answer('Attributes of 01-secureco', 'rating', 'rating');
    await answer('rating of 01-secureco', '10', 'Set to');
    const after = await workbench.waitForFile(transcript, (file) => file.includes('rating: 10\n'));
    assert.equal(after, before.replace(/^rating: .*$/m, 'rating: 10'));
    const moved = await workbench.waitForFile(sidecar, (file) => standsOnItsWords(after, file));
    assert.deepEqual(
      quotationsIn(moved).map(({ exact }) => exact),
      quotationsIn(coded).map(({ exact }) => exact),
    );
    await workbench.screenshot('attributes-edited');

    await workbench.openChapter('resultaten.md');
    await workbench.command('Codeboom: Update Tables in This Chapter');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.key('Control+s');
    const chapter = 'chapters/resultaten.md';
    await workbench.waitForFile(chapter, (file) =>
      /^\| TotalCare \| kostenbeheersing, kennisdeling \| 7 \|/m.test(file),
    );

    await goToRow('01-secureco');
    await workbench.key('Control+z');
    await workbench.waitForFile(transcript, (file) => file === before);
    await workbench.waitForFile(sidecar, (file) => standsOnItsWords(before, file));
  });

  it('edits an attribute of a transcript with edits that are not saved, and saves nothing of them', async () => {
    const path = 'interviews/02-garantco.md';
    const codes = 'interviews/02-garantco.codes.json';
    const before = await workbench.readFile(path);
    await workbench.openTranscript('02-garantco.md');
    await workbench.key('Control+Home', 'Control+End');
    await workbench.type('Tot slot.');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await goToRow('02-garantco');
    await workbench.key('F2');
    await answer('Attributes of 02-garantco', 'role', 'role');
    await answer('role of 02-garantco', 'Bestuurder en zorginkoper', 'Set to');
    await workbench.waitForText('role of 02-garantco is now Bestuurder en zorginkoper');
    assert.equal(await workbench.readFile(path), before);
    await workbench.openTranscript('02-garantco.md');
    await workbench.key('Control+s');
    const after = await workbench.waitForFile(path, (file) => file.includes('Tot slot.'));
    assert.match(after, /^role: Bestuurder en zorginkoper$/m);
    await workbench.waitForFile(codes, (file) => standsOnItsWords(after, file));
  });

  it('renames a case in the table and in its transcripts, as one step', async () => {
    const table = await workbench.readFile('cases.csv');
    const paths = ['interviews/03-takecareco.md', 'interviews/04-unico.md'];
    const before = await Promise.all(paths.map((path) => workbench.readFile(path)));
    await goToRow('MedCare');
    await workbench.fromMenu(await workbench.waitForTreeItem('Documents', 'MedCare'), 'Rename Case…');
    await answer('Rename Case MedCare', 'CureCare');
    assert.equal(
      await workbench.waitForFile('cases.csv', (file) => file.includes('CureCare')),
      table.replace('MedCare', 'CureCare'),
    );
    for (const path of paths) await workbench.waitForFile(path, (file) => /^case: CureCare$/m.test(file));
    await workbench.waitForTreeItem('Documents', 'CureCare');
    await workbench.screenshot('attributes-case-renamed');
    await goToRow('CureCare');
    await workbench.key('Control+z');
    for (const [index, path] of paths.entries())
      await workbench.waitForFile(path, (file) => file === before[index]);
    await workbench.waitForFile('cases.csv', (file) => file === table);
  });
});
