import assert from 'node:assert/strict';
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

  /** Opens the comment of which the mark stands beside a line. */
  const openComment = async (line: string) => {
    const marks = workbench.page.locator('.comment-range-glyph.comment-thread');
    const row = await workbench.page.locator('.view-line', { hasText: line }).boundingBox();
    assert.ok(row);
    // A mark stands at the end of its quotation, which may take a few lines; it is drawn a moment after the comment is made.
    const besideRow = async () => {
      for (const mark of await marks.all()) {
        const box = await mark.boundingBox();
        if (box && box.y >= row.y - 1 && box.y < row.y + 3 * row.height) return mark;
      }
      return undefined;
    };
    await until(
      async () => (await besideRow()) !== undefined,
      async () => `the mark of a comment beside “${line}”`,
    );
    await (await besideRow())?.click();
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
    await openComment('Met die longarts');
    const thread = workbench.page.locator('.review-widget');
    await thread.getByText(words).waitFor();
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
    await openComment('daar zit de pijn');
    const thread = workbench.page.locator('.review-widget', { hasText: 'Waar de schoen wringt' });
    await thread.waitFor();
    await thread.getByRole('button', { name: 'Delete Comment' }).click();
    await thread.waitFor({ state: 'detached' });
    await workbench.waitForFile(takecareco, (text) => !text.includes('Waar de schoen wringt'));
  });
});

function quotationsIn(sidecar: string): readonly WrittenQuotation[] {
  return JSON.parse(sidecar).quotations;
}
