import assert from 'node:assert/strict';
import { dragCodeTo, placeOfWords } from './dragCode.ts';
import { Workbench } from './workbench.ts';

const transcript = 'interviews/05-nedco.md';
const sidecar = 'interviews/05-nedco.codes.json';
const chapter = 'chapters/resultaten.md';

/** The codes of the quotation of exactly some words, joined. */
function codesOf(file: string, words: string): string | undefined {
  const { quotations }: { quotations: readonly { exact: string; codes: readonly string[] }[] } =
    JSON.parse(file);
  return quotations.find(({ exact }) => exact === words)?.codes.join();
}

describe('codes dropped in the editor', () => {
  let workbench: Workbench;
  let text: string;
  let sidecarBefore: string;
  before(async () => {
    workbench = await Workbench.open();
    text = await workbench.readFile(transcript);
    sidecarBefore = await workbench.readFile(sidecar);
    await workbench.focusView('Code Tree');
    await workbench.waitForTreeItem('Code Tree', 'Algemeen');
    await workbench.openTranscript('05-nedco.md');
  });
  after(() => workbench.close());

  const readOnlyTab = () => workbench.page.locator('.tab.active [aria-label$="Read-only"]');
  /** Drags a code onto the middle of some words in the editor. */
  const drop = async (words: string) => {
    await dragCodeTo(workbench, 'Algemeen', () => placeOfWords(workbench, words));
  };
  const waitForCodes = (words: string, codes: string | undefined) =>
    workbench.waitForFile(sidecar, (file) => codesOf(file, words) === codes);
  const undo = async () => {
    await workbench.key('Alt+b', 'u');
    await workbench.waitForFile(sidecar, (file) => file === sidecarBefore);
  };
  const waitUntilUnchanged = async (file: string, before: string) => {
    assert.equal(await workbench.page.locator('.tab.active.dirty').count(), 0);
    assert.equal(await workbench.readFile(file), before);
  };

  it('code the paragraph, and leave the text alone', async () => {
    await drop('Anderhalf jaar, waar');
    await waitForCodes('Anderhalf jaar, waar zat dat in?', 'algemeen');
    await workbench.screenshot('dropCodes-paragraph');
    await waitUntilUnchanged(transcript, text);
    await undo();
    await waitUntilUnchanged(transcript, text);
  });

  it('code the selection when they are dropped on it', async () => {
    await workbench.selectText('Hoe is dat begonnen?');
    await drop('Hoe is dat');
    await waitForCodes('Hoe is dat begonnen?', 'algemeen');
    await waitUntilUnchanged(transcript, text);
    await undo();
  });

  it('code in coding mode too, after which the text is read-only again', async () => {
    await workbench.key('Alt+b', 'Enter');
    await readOnlyTab().waitFor();
    await drop('Anderhalf jaar, waar');
    await waitForCodes('Anderhalf jaar, waar zat dat in?', 'algemeen');
    await readOnlyTab().waitFor();
    await waitUntilUnchanged(transcript, text);
    await workbench.key('u');
    await workbench.waitForFile(sidecar, (file) => file === sidecarBefore);
    await workbench.key('Escape');
    await readOnlyTab().waitFor({ state: 'hidden' });
  });

  it('change nothing in front matter and in a chapter, and say so', async () => {
    await drop('organisation');
    await workbench.waitForText(/Front matter and blank lines cannot be coded/);
    await workbench.command('Notifications: Clear All Notifications');
    const chapterBefore = await workbench.readFile(chapter);
    await workbench.openChapter('resultaten.md');
    await drop('Resultaten');
    await workbench.waitForText(/Codes are applied in transcripts only/);
    await waitUntilUnchanged(chapter, chapterBefore);
    await workbench.screenshot('dropCodes-chapter');
    assert.ok((await workbench.readFile(sidecar)) === sidecarBefore);
  });
});
