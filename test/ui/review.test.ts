import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until, Workbench } from './workbench.ts';

interface WrittenQuotation {
  readonly id: string;
  readonly exact: string;
  readonly anchor?: { readonly state: string; readonly kept?: boolean };
}

const transcript = 'interviews/06-highco.md';
const sidecar = 'interviews/06-highco.codes.json';

const rewritten = {
  id: 'qymp3lddu0',
  was: 'Die zei: doe maar, en als het misgaat heb ik het nooit gehoord. Achteraf het beste wat hij kon doen.',
  now: 'Hij vond het goed, zolang hij er maar niets over hoefde te horen. Achteraf was dat heel verstandig.',
};
const changed = {
  id: 'qhmwgovutu',
  was: 'We trekken laadjes open, we vragen patiënten wat ze gekregen hebben en of ze weten waarvoor, we gaan op onze knieën onder de bedden.',
  now: 'We kijken in kasten, we vragen patiënten van alles, en we gaan desnoods op onze knieën zitten.',
};
const moved = {
  id: 'qazn1yrbvq',
  was: 'Drie weken later stonden we bij de eerste op de stoep, zonder plan, met een zelfgemaakt lijstje op een klembord.',
  now: 'Zonder enig plan stonden we een paar weken later op de stoep, met een lijstje op een klembord dat we zelf maakten.',
};
const deleted = {
  id: 'q7krq561bv',
  was: 'Iedereen dacht dat dat academische ons de les zou komen lezen, maar toen wij daar een medicijnkast opentrokken schrokken ze zelf het hardst. ',
  now: '',
};
const typo = { id: 'qmv7g4nfia', was: 'bij ons op bezoek kregen', now: 'bij ons op bezoek kreegen' };

describe('Needs Review', () => {
  let workbench: Workbench;
  let original: string;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openTranscript('05-nedco.md');
    original = await workbench.readFile(transcript);
    await workbench.focusView('Needs Review');
  });
  after(() => workbench.close());

  const row = (text: string): Promise<Locator> => workbench.waitForTreeItem('Needs Review', text);
  const waitForQuotation = (id: string, accept: (quotation: WrittenQuotation) => boolean) =>
    workbench.waitForFile(sidecar, (text) => {
      const { quotations }: { quotations: readonly WrittenQuotation[] } = JSON.parse(text);
      return quotations.some((quotation) => quotation.id === id && accept(quotation));
    });
  const waitForBadge = (count: number | undefined) => {
    const badge = workbench.page
      .locator('.activitybar .action-item', { has: workbench.page.locator('[aria-label^="Codeboom"]') })
      .locator('.badge-content');
    const shown = async () => ((await badge.count()) > 0 ? await badge.first().textContent() : '');
    return until(
      async () => (await shown()) === String(count ?? ''),
      async () => `the badge ${count}; it is “${await shown()}”`,
    );
  };

  it('says that all is well', async () => {
    await workbench.waitForText(/Every quotation is on its words/);
    await waitForBadge(undefined);
  });

  it('shows what is in doubt when a transcript was changed elsewhere, and counts it', async () => {
    let text = original;
    for (const { was, now } of [rewritten, changed, deleted, typo]) text = text.replace(was, now);
    text = `${text.replace(` ${moved.was}`, '')}\n**R:** [00:09:59] ${moved.now}\n`;
    await workbench.writeFile(transcript, text);
    await row('06-highco, 4 quotation(s) in doubt');
    for (const { now } of [rewritten, changed]) await row(now);
    for (const { was } of [moved, deleted]) await row(was.trim());
    await waitForBadge(4);
    assert.equal((await workbench.treeItems('Needs Review')).length, 5);
    const label = await (await row(rewritten.now)).getAttribute('aria-label');
    assert.match(
      label ?? '',
      /06-highco – line 22 · other words stand in its place – coded as “Die zei: doe maar/,
    );
    await (await row(changed.now)).hover();
    await workbench.page.locator('.monaco-hover del', { hasText: 'trekken' }).waitFor();
    await workbench.page.locator('.monaco-hover strong', { hasText: 'kijken' }).waitFor();
    await workbench.screenshot('review');
  });

  it('compares the text as coded with the text now', async () => {
    await workbench.fromMenu(await row(changed.now), 'Compare with Text as Coded');
    await workbench.page.locator('.monaco-diff-editor .char-insert').first().waitFor();
    await workbench.waitForText(/as coded ↔ now/);
    await workbench.screenshot('review-compare');
  });

  it('accepts the place of one, by a quick fix of its problem', async () => {
    await workbench.openTranscript('06-highco.md');
    await workbench.goTo(22, 60);
    await until(
      async () => {
        await workbench.key('Control+.');
        const found = workbench.page.locator('.action-widget').getByText('Accept this place');
        return found.waitFor({ timeout: 1000 }).then(
          () => true,
          () => false,
        );
      },
      async () => 'the quick fix',
    );
    await workbench.screenshot('review-fix');
    await workbench.page.locator('.action-widget').getByText('Accept this place').click();
    await waitForQuotation(rewritten.id, ({ anchor, exact }) => !anchor && exact === rewritten.now);
    await waitForBadge(3);
  });

  it('finds a lost one among the passages like it', async () => {
    await workbench.fromMenu(await row(moved.was), 'Choose Another Place…');
    await workbench.quickInput.waitFor();
    await workbench.waitForFocusedRow('Zonder enig plan');
    await workbench.waitForText(/\(\d+ selected\)/);
    await workbench.screenshot('review-choose');
    await workbench.key('Enter');
    await waitForQuotation(moved.id, ({ anchor, exact }) => !anchor && exact === moved.now);
    await waitForBadge(2);
  });

  it('re-attaches one to what is selected', async () => {
    await workbench.openTranscript('06-highco.md');
    await workbench.goTo(1);
    await workbench.selectText('vier ziekenhuizen met dezelfde rommel');
    await workbench.fromMenu(await row(deleted.was.trim()), 'Re-attach to Selection');
    await waitForQuotation(deleted.id, ({ exact }) => exact === 'vier ziekenhuizen met dezelfde rommel');
    await waitForBadge(1);
  });

  it('keeps one as lost, and asks no more of it', async () => {
    await workbench.fromMenu(await row(changed.now), 'Keep as Lost');
    await waitForQuotation(changed.id, ({ anchor, exact }) => anchor?.kept === true && exact === changed.was);
    await row('kept as lost');
    await waitForBadge(undefined);
  });

  it('takes it all back', async () => {
    await workbench.focusView('Needs Review');
    await workbench.key('Control+z', 'Control+z', 'Control+z', 'Control+z');
    for (const { now } of [rewritten, changed]) await row(now);
    for (const { was } of [moved, deleted]) await row(was.trim());
    await waitForBadge(4);
    for (const { id } of [rewritten, changed])
      await waitForQuotation(id, ({ anchor }) => anchor?.state === 'review');
    for (const { id } of [moved, deleted])
      await waitForQuotation(id, ({ anchor }) => anchor?.state === 'lost');
  });

  it('goes to one with Enter and accepts it there, by keyboard only', async () => {
    await workbench.focusView('Needs Review');
    const focused = workbench.view('Needs Review').locator('.monaco-list-row.focused');
    for (const [key, words] of [
      ['Home', '06-highco'],
      ['ArrowDown', moved.was],
      ['ArrowDown', rewritten.now],
    ] as const) {
      await workbench.key(key);
      await focused.filter({ hasText: words.trim().slice(0, 9) }).waitFor();
    }
    await workbench.key('Enter');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await workbench.page
      .locator('.statusbar-item', { hasText: `(${rewritten.now.length} selected)` })
      .waitFor();
    await workbench.key('Alt+b', 'y');
    await waitForQuotation(rewritten.id, ({ anchor }) => !anchor);
    await workbench.key('Alt+b', 'u');
    await waitForBadge(4);
  });

  it('settles several rows at once', async () => {
    await (await row(rewritten.now)).click();
    // A click goes to the quotation, which takes the focus a moment later.
    await workbench.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await (await row(changed.now)).click({ modifiers: ['ControlOrMeta'] });
    const selected = workbench
      .view('Needs Review')
      .locator('.monaco-list:focus-within .monaco-list-row.selected');
    await until(
      async () => (await selected.count()) === 2,
      async () => `two selected rows; there are ${await selected.count()}`,
    );
    await workbench.key('Alt+b', 'y');
    await waitForBadge(2);
    await workbench.key('Control+z');
    await waitForBadge(4);
    await workbench.fromMenu(await row('06-highco, 4 quotation(s) in doubt'), 'Keep as Lost');
    await waitForBadge(undefined);
    await workbench.key('Control+z');
    await waitForBadge(4);
  });

  it('is empty again when the text is as it was', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.writeFile(transcript, original);
    await workbench.waitForText(/Every quotation is on its words/);
    await waitForBadge(undefined);
  });
});
