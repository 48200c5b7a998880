import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until, Workbench } from './workbench.ts';

interface WrittenQuotation {
  readonly exact: string;
  readonly codes: readonly string[];
  readonly comment?: string;
}

const takecareco = 'interviews/03-takecareco.codes.json';
const words = 'Vertrouwen in personen, niet in de organisatie';

describe('comments on quotations', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  /** Opens a comment by the mark beside a line. */
  const openComment = async (line: string, comment: string): Promise<Locator> => {
    const thread = workbench.page.locator('.review-widget', { hasText: comment });
    const open = () =>
      thread.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    // The mark is drawn a moment after the comment is made, and moves while another one closes.
    await until(
      async () => {
        const mark = await markBeside(line);
        await mark?.click();
        return mark !== undefined && (await open());
      },
      async () => `the comment “${comment}” beside “${line}”`,
    );
    return thread;
  };
  /** The mark of a comment stands at the lines of its quotation, which may be a few. */
  const markBeside = async (line: string): Promise<Locator | undefined> => {
    const row = await workbench.page.locator('.view-line', { hasText: line }).boundingBox();
    assert.ok(row);
    for (const mark of await workbench.page.locator('.comment-range-glyph.comment-thread').all()) {
      const box = await mark.boundingBox();
      if (box && box.y >= row.y - 1 && box.y < row.y + 3 * row.height) return mark;
    }
    return undefined;
  };
  const commented = async (comment: string): Promise<WrittenQuotation> => {
    const isThere = (text: string) => quotationsIn(text).some((quotation) => quotation.comment === comment);
    const file = await workbench.waitForFile(takecareco, isThere);
    const found = quotationsIn(file).find((quotation) => quotation.comment === comment);
    assert.ok(found);
    return found;
  };

  it('stand in the transcript, and are rewritten there', async () => {
    await workbench.openTranscript('03-takecareco.md');
    const { exact } = await commented(words);
    await workbench.selectText('Met die longarts app ik gewoon');
    await openComment('Met die longarts', words);
    const thread = workbench.page.locator('.review-widget');
    await workbench.screenshot('comments');
    await thread.locator('.comment-title').hover();
    await thread.getByRole('button', { name: 'Edit Comment' }).click();
    const input = thread.locator('.edit-container .monaco-editor');
    await input.click();
    await workbench.key('Control+A');
    await workbench.type('Personen **dragen** het');
    await thread.getByRole('button', { name: 'Save' }).click();
    assert.equal((await commented('Personen **dragen** het')).exact, exact);
    // What was typed is text, not Markdown.
    await thread.getByText('Personen **dragen** het').waitFor();
    await workbench.key('Escape');
  });

  it('come and go with what is done elsewhere', async () => {
    await workbench.selectText('Ja, daar zit de pijn');
    await workbench.key('Alt+B', 'M');
    await workbench.answer('Waar de schoen wringt');
    await commented('Waar de schoen wringt');
    const thread = await openComment('daar zit de pijn', 'Waar de schoen wringt');
    await thread.getByRole('button', { name: 'Delete Comment' }).click();
    await thread.waitFor({ state: 'detached' });
    await workbench.waitForFile(takecareco, (text) => !text.includes('Waar de schoen wringt'));
  });
});

function quotationsIn(sidecar: string): readonly WrittenQuotation[] {
  return JSON.parse(sidecar).quotations;
}
