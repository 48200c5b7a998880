import assert from 'node:assert/strict';
import { until, Workbench } from './workbench.ts';

interface WrittenQuotation {
  readonly exact: string;
  readonly codes: readonly string[];
  readonly comment?: string;
}

/** The quotation of exactly some words in a sidecar. */
function quotationOf(file: string, words: string): WrittenQuotation | undefined {
  const { quotations }: { quotations: readonly WrittenQuotation[] } = JSON.parse(file);
  return quotations.find(({ exact }) => exact === words);
}

describe('the story of a researcher, by keyboard only', () => {
  let workbench: Workbench;
  let words: string;
  before(async () => {
    workbench = await Workbench.open();
    words = uncodedWords(await workbench.readFile(transcript));
  });
  after(() => workbench.close());

  it('selects a sentence and applies a code with a comment', async () => {
    await workbench.openTranscript('05-nedco.md');
    await workbench.selectText(words);
    await workbench.key('Alt+b', 'a');
    await workbench.quickInput.waitFor();
    await workbench.type('vertrouwen');
    await workbench.waitForFocusedRow('Vertrouwen');
    await workbench.screenshot('story-picker');
    await workbench.type(' // dit is de kern');
    await workbench.key('Enter');
    const written = await workbench.waitForFile(sidecar, (file) => quotationOf(file, words) !== undefined);
    assert.deepEqual(quotationOf(written, words)?.codes, ['vertrouwen']);
    assert.equal(quotationOf(written, words)?.comment, 'dit is de kern');
  });

  it('sees the highlight, and hears what it says', async () => {
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.key('ArrowRight');
    await until(
      () => isHighlighted(workbench, words),
      async () => `a highlight behind “${words}”`,
    );
    await workbench.screenshot('story-coded');
    await workbench.key('Alt+b', 'c');
    await workbench.quickInput.waitFor();
    const [row] = await workbench.quickPickRows();
    assert.match(row ?? '', /Vertrouwen.*dit is de kern/s);
    await workbench.key('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
  });

  it('makes a new code of words that the codebook does not have, and takes it back', async () => {
    const name = 'Iets opgebouwd';
    await workbench.selectText(words);
    await workbench.key('Alt+b', 'a');
    await workbench.quickInput.waitFor();
    await workbench.type(name);
    await workbench.key('Enter');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.waitForFile('codebook.json', (file) => file.includes(name));
    await workbench.waitForFile(sidecar, (file) => quotationOf(file, words)?.codes.length === 2);
    await workbench.key('Alt+b', 'u');
    await workbench.waitForFile('codebook.json', (file) => !file.includes(name));
    await workbench.waitForFile(sidecar, (file) => quotationOf(file, words)?.codes.length === 1);
  });

  it('finds the quotation through the tree, and goes back to it', async () => {
    await workbench.command('Codeboom: Show Quotations of Code…');
    await workbench.answer('Vertrouwen', 'Vertrouwen');
    await workbench.focusView('Quotations');
    await workbench.waitForTreeItem('Quotations', 'ValueCare');
    await workbench.key('Home');
    const focused = () =>
      workbench.view('Quotations').locator('.monaco-list-row.focused').getAttribute('aria-label');
    for (let row = 0; row < 100 && !(await focused())?.startsWith(words); row++)
      await workbench.key('ArrowDown');
    assert.ok((await focused())?.startsWith(words), await focused().then(String));
    await workbench.screenshot('story-quotations');
  });

  it('brings the tables of the chapter up to date', async () => {
    const before = await workbench.readFile(chapter);
    await workbench.openChapter('resultaten.md');
    await workbench.key('Alt+b', 't');
    await until(
      async () => (await workbench.statusBar()).some((item) => item.includes('Updated')),
      async () => `“Updated” in the status bar; it has ${(await workbench.statusBar()).join(' | ')}`,
    );
    await workbench.key('Control+s');
    const after = await workbench.waitForFile(chapter, (text) => text !== before);
    await workbench.screenshot('story-chapter');
    assert.equal(codingsOf(after), codingsOf(before) + 1);
  });
});

const transcript = 'interviews/05-nedco.md';
const sidecar = 'interviews/05-nedco.codes.json';
const chapter = 'chapters/resultaten.md';

/** The codings of informal governance in ValueCare, as the matrix of the chapter has them. */
function codingsOf(text: string): number {
  const header = text.split('\n').find((line) => /^\|.*TotalCare.*ValueCare/.test(line)) ?? '';
  const column = header.split('|').findIndex((cell) => cell.trim() === 'ValueCare');
  const row = text.split('\n').find((line) => /^\| *Informele governance/.test(line)) ?? '';
  return Number(row.split('|')[column]);
}

/** Whether something with a colour is drawn behind a text in the editor. */
async function isHighlighted(workbench: Workbench, text: string): Promise<boolean> {
  const words = workbench.page.locator('.view-line span span').getByText(text, { exact: true }).first();
  const place = (await words.count()) > 0 ? await words.boundingBox() : null;
  if (!place) return false;
  return workbench.page.locator('.view-overlays .cdr').evaluateAll((overlays, { x, y }) => {
    return overlays.some((overlay) => {
      const { left, right, top, bottom } = overlay.getBoundingClientRect();
      const isBehind = left <= x + 2 && right >= x + 2 && top <= y + 2 && bottom >= y + 2;
      return isBehind && !/, 0\)$/.test(getComputedStyle(overlay).backgroundColor);
    });
  }, place);
}

/** Five words of a respondent that occur once, outside every quotation of the sample. */
function uncodedWords(text: string): string {
  const found = [...text.matchAll(/\b\p{L}+(?: \p{Ll}+){4}/gu)].find(
    ([words]) => text.indexOf(words) === text.lastIndexOf(words) && text.indexOf(words) > 600,
  );
  assert.ok(found);
  return found[0];
}
