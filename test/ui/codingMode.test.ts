import assert from 'node:assert/strict';
import { until, Workbench } from './workbench.ts';

interface WrittenQuotation {
  readonly exact: string;
  readonly codes: readonly string[];
  readonly comment?: string;
  readonly star?: boolean;
}

const transcript = 'interviews/05-nedco.md';
const sidecar = 'interviews/05-nedco.codes.json';

const quotationOf = (file: string, words: string): WrittenQuotation | undefined => {
  const { quotations }: { quotations: readonly WrittenQuotation[] } = JSON.parse(file);
  return quotations.find(({ exact }) => exact === words);
};

describe('coding mode', () => {
  let workbench: Workbench;
  let text: string;
  let sidecarBefore: string;
  before(async () => {
    workbench = await Workbench.open();
    text = await workbench.readFile(transcript);
    sidecarBefore = await workbench.readFile(sidecar);
  });
  after(() => workbench.close());

  const waitForQuotation = async (words: string, accept: (found: WrittenQuotation) => boolean) => {
    await workbench.waitForFile(sidecar, (file) => {
      const found = quotationOf(file, words);
      return found !== undefined && accept(found);
    });
  };
  const statusItem = (words: string) => workbench.page.locator('.statusbar-item', { hasText: words });
  const selected = (count: number) => statusItem(`(${count} selected)`).waitFor();
  /** Puts the caret into the first line that has some words. */
  const goToWords = async (words: string) => {
    const before = text.slice(0, text.indexOf(words)).split('\n');
    await workbench.goTo(before.length, (before.at(-1)?.length ?? 0) + 2);
  };

  const sentence = 'Het werd doodstil.';

  it('makes the transcript read-only, and says that it is on', async () => {
    await workbench.openTranscript('05-nedco.md');
    await goToWords(sentence);
    await workbench.key('Alt+b', 'Enter');
    await statusItem('Coding mode').first().waitFor();
    await workbench.page.locator('.tab.active [aria-label$="Read-only"]').waitFor();
  });

  it('takes a passage by steps and codes it with a code of the picker', async () => {
    await workbench.key('x', 'x');
    await selected(sentence.length);
    await workbench.key('a');
    await workbench.quickInput.waitFor();
    await workbench.type('vertrouwen');
    await workbench.waitForFocusedRow('Vertrouwen');
    await workbench.key('Enter');
    await waitForQuotation(sentence, ({ codes }) => codes.join() === 'vertrouwen');
    await statusItem('1 Vertrouwen').waitFor();
  });

  it('does all else with single keys', async () => {
    await workbench.quickInput.waitFor({ state: 'hidden' });
    const whole = 'Ik stond daar met klamme handen.';
    await goToWords(whole);
    await workbench.key('.');
    await selected(whole.length);
    await workbench.key('1');
    await waitForQuotation(whole, ({ codes }) => codes.join() === 'vertrouwen');
    await workbench.key('s');
    await waitForQuotation(whole, ({ star }) => star === true);
    await workbench.key('Alt+ArrowLeft');
    const shorter = 'Ik stond daar met klamme handen';
    await waitForQuotation(shorter, ({ star }) => star === true);
    await workbench.key('u');
    await waitForQuotation(whole, () => true);
    await workbench.key('Shift+U');
    await waitForQuotation(shorter, () => true);
    await workbench.key('Control+z');
    await waitForQuotation(whole, () => true);
    await workbench.key('d');
    await workbench.waitForFile(sidecar, (file) => quotationOf(file, whole) === undefined);
    await workbench.key('u', 'u', 'u', 'u');
    await workbench.waitForFile(sidecar, (file) => file === sidecarBefore);
  });

  it('leaves the text alone whatever is typed, and says no word about it', async () => {
    await goToWords('Ik stond daar');
    await workbench.key('b', 'z', '0', 'Backspace');
    await statusItem('This key does nothing in coding mode').waitFor();
    await workbench.screenshot('codingMode-other-keys');
    assert.equal(await workbench.page.locator('.monaco-editor-overlaymessage').count(), 0);
    assert.deepEqual(await workbench.notifications(), []);
    assert.equal(await workbench.readFile(transcript), text);
  });

  for (const theme of ['Dark Modern', 'Dark High Contrast', 'Light Modern']) {
    it(`has a stripe for each code in the margin, in ${theme}`, async () => {
      await workbench.colorTheme(theme);
      const stripes = await workbench.page
        .locator('.glyph-margin-widgets .cgmr')
        .evaluateAll((glyphs) => glyphs.map((glyph) => getComputedStyle(glyph).backgroundImage));
      assert.ok(stripes.some((images) => images.match(/repeating-linear-gradient/g)?.length === 3));
      await workbench.screenshot(`codingMode-${theme.replaceAll(' ', '-')}`);
    });
  }

  it('shows its keys, and leaves with Escape: the text can be edited again', async () => {
    await goToWords('Ik stond daar');
    await workbench.key('h');
    await workbench.quickInput.waitFor();
    await workbench.screenshot('codingMode-keys');
    const rows = await workbench.quickPickRows();
    assert.ok(
      rows.some((row) => row.startsWith('1–9')),
      rows.join(' | '),
    );
    await workbench.key('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.key('Escape');
    await statusItem('Coding mode').first().waitFor({ state: 'hidden' });
    await goToWords('Ik stond daar');
    await workbench.type('Zo. ');
    await until(
      async () =>
        (await workbench.visibleText()).includes('Zo. k stond') ||
        (await workbench.visibleText()).includes('IZo. '),
      async () => 'the typed words in the text',
    );
    await workbench.key('Control+z');
  });
});
