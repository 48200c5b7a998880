import assert from 'node:assert/strict';
import { Workbench } from './workbench.ts';

interface WrittenQuotation {
  readonly exact: string;
  readonly codes: readonly string[];
  readonly comment?: string;
}

const quotationsIn = (sidecar: string): readonly WrittenQuotation[] => JSON.parse(sidecar).quotations;

describe('the story of a researcher, by keyboard only', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  const phrase = 'We hebben echt iets opgebouwd';

  it('selects a sentence and applies a code with a comment', async () => {
    await workbench.openTranscript('05-nedco.md');
    await workbench.key('Control+Home');
    const text = await workbench.readFile('interviews/05-nedco.md');
    const words = firstWords(text);
    await workbench.selectText(words);
    await workbench.key('Alt+b', 'a');
    await workbench.quickInput.waitFor();
    await workbench.type('vertrouwen');
    await workbench.waitForText('Vertrouwen');
    await workbench.screenshot('story-picker');
    await workbench.type(' // dit is de kern');
    await workbench.key('Enter');
    const sidecar = await workbench.waitForFile('interviews/05-nedco.codes.json', (file) =>
      quotationsIn(file).some(({ exact }) => exact === words),
    );
    const quotation = quotationsIn(sidecar).find(({ exact }) => exact === words);
    assert.equal(quotation?.comment, 'dit is de kern');
    assert.equal(quotation?.codes.length, 1);
    await workbench.screenshot('story-coded');
  });

  it(`makes a new code of words that the codebook does not have`, async () => {
    await workbench.selectText('leergang voor medisch leiders');
    await workbench.key('Alt+b', 'a');
    await workbench.quickInput.waitFor();
    await workbench.type(phrase);
    await workbench.key('Enter');
    await workbench.waitForFile('codebook.json', (file) => file.includes(phrase));
    await workbench.key('Alt+b', 'u');
    await workbench.waitForFile('codebook.json', (file) => !file.includes(phrase));
  });

  it('finds the quotation in the tree', async () => {
    await workbench.focusView('Code Tree');
    await workbench.waitForTreeItem('Code Tree', 'Effectieve governance');
    await workbench.screenshot('story-tree');
  });

  it('brings the tables of the chapter up to date', async () => {
    const before = await workbench.readFile('chapters/resultaten.md');
    await workbench.openFile('resultaten.md');
    await workbench.key('Alt+b', 't');
    await workbench.waitForText(/bijgewerkt|Updated/);
    await workbench.key('Control+s');
    const after = await workbench.waitForFile('chapters/resultaten.md', (text) => text !== before);
    assert.match(after, /TotalCare/);
    await workbench.screenshot('story-chapter');
  });
});

/** Five words of a respondent that occur once. */
function firstWords(text: string): string {
  const found = [...text.matchAll(/[a-zé]+ [a-zé]+ [a-zé]+ [a-zé]+ [a-zé]+/g)].find(
    ([words]) => text.indexOf(words) === text.lastIndexOf(words) && text.indexOf(words) > 600,
  );
  assert.ok(found);
  return found[0];
}
