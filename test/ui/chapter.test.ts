import { placeOfWords } from './dragCode.ts';
import { until, Workbench } from './workbench.ts';

const file = 'chapters/slot.md';
const name = 'slot.md';

/** A chapter with a table, and with a quotation of ours in which one word is another. */
const chapter = `# Slot

Volgens SecureCo waren het “drie mensen aan tafel die vier verschillende films kijken”.

<!-- codeboom
table: cases
columns: [{case: true}, {count: documents}]
-->
<!-- /codeboom -->

Hier komt een fragment:

`;

describe('a living chapter in the editor', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ settings: { 'codeboom.updateTablesOnSave': true } });
    await workbench.writeFile(file, chapter);
    await workbench.openChapter(name);
  });
  after(() => workbench.close());

  const save = () => workbench.key('Control+s');
  const written = (accept: (text: string) => boolean) => workbench.waitForFile(file, accept);

  /** Chooses a quick fix at the caret. A chapter is looked at when typing pauses, so the fix may not be there at once. */
  const fix = async (title: string, screenshot: string) => {
    const row = workbench.page.locator('.action-widget').getByText(title);
    await until(
      async () => {
        await workbench.key('Control+.');
        return row.waitFor({ timeout: 1000 }).then(
          () => true,
          () => false,
        );
      },
      async () => `the quick fix ${title}`,
    );
    await workbench.screenshot(screenshot);
    await row.click();
    await row.waitFor({ state: 'hidden' });
  };

  it('has a misquotation underlined, and its quick fix makes it what was said', async () => {
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await workbench.selectText('die vier verschillende');
    await workbench.key('ArrowLeft');
    await fix('Make it what was said', 'chapter-misquotation');
    await until(
      async () => (await workbench.visibleText()).includes('die drie verschillende films'),
      async () => 'the words that were said',
    );
    await workbench.page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  });

  it('gets its table when it is saved', async () => {
    await save();
    await written((text) => text.includes('die drie verschillende') && /\| TotalCare \| 2 \|/.test(text));
  });

  it('says over the spec what the table is made from, and which cells differ', async () => {
    await workbench.selectText('| TotalCare | 2 |');
    await workbench.type('| TotalCare | 3 |');
    const { x, y } = await placeOfWords(workbench, 'table: cases');
    await workbench.page.mouse.move(x, y, { steps: 3 });
    await workbench.waitForText(/Made\sfrom\s14\sdocument/);
    await workbench.waitForText(/TotalCare,\sDocumenten:\s3\s→\s2/);
    await workbench.screenshot('chapter-hover');
    await workbench.page.mouse.move(0, 0);
    await workbench.selectText('| TotalCare | 3 |');
    await workbench.type('| TotalCare | 2 |');
  });

  it('keeps what was changed by hand in a table when it is saved, and lets the user keep it as text', async () => {
    await workbench.selectText('| TotalCare | 2 |');
    await workbench.type('| TotalCare | twee |');
    await save();
    await written((text) => text.includes('| TotalCare | twee |') && text.includes('<!-- /codeboom sha256'));
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await fix('Keep it as text', 'chapter-handEdited');
    await until(
      async () => !(await workbench.visibleText()).includes('codeboom'),
      async () => 'the table without its comments',
    );
    await save();
    await written((text) => text.includes('| TotalCare | twee |') && !text.includes('codeboom'));
  });

  it('has a quotation dropped into it as a citation', async () => {
    await workbench.command('Codeboom: Show Quotations of Code…');
    await workbench.answer('Jargon', 'Jargon');
    const row = workbench.view('Quotations').locator('.monaco-list-row[aria-level="2"]').first();
    await row.waitFor();
    await row.hover();
    await workbench.page.mouse.down();
    const { x, y } = await placeOfWords(workbench, 'Hier komt');
    await workbench.page.mouse.move(x, y - 20, { steps: 3 });
    await workbench.page.mouse.move(x, y, { steps: 3 });
    await workbench.page.mouse.up();
    await until(
      async () => (await workbench.visibleText()).includes('<!-- q:'),
      async () => 'the citation',
    );
    await workbench.screenshot('chapter-dropped');
    await save();
    await written((text) => /<!-- q:\w+ -->\.\.'.+'\.\. bron: \*\w+\*<!-- \/q -->/.test(text));
  });
});
