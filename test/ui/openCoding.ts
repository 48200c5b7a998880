/** The first part of the method: what is said gets its first codes, in every way that there is. */
import assert from 'node:assert/strict';
import { dragCodeTo, placeOfCaret } from './dragCode.ts';
import { type Researcher, sidecarOf } from './researcher.ts';
import { passagesIn, threeTranscripts, wordToFind } from './transcripts.ts';
import { quotationsIn } from './written.ts';

export const transcripts = threeTranscripts();
const [longest, second] = transcripts;

/** The transcript in which most is coded. */
export const first = longest;

const passages = passagesIn(first, 5);

/** Words of another transcript that become a code in vivo. */
export const [vivo = ''] = passagesIn(second, 3);

/** Some words of the first transcript, each time others. */
export function passage(index: number): string {
  const words = passages[index];
  assert.ok(words, `passage ${index} of ${first.name}`);
  return words;
}

/** The tests of this part, for the study that is open in a window. */
export function openCoding(researcher: () => Researcher): void {
  const workbench = () => researcher().workbench;
  const codeRow = (label: string) => workbench().waitForTreeItem('Code Tree', label);
  const statusItem = (words: string) =>
    workbench().page.locator('.statusbar-item', { hasText: words }).first();

  it('codes what is selected by the picker, with a new code and a comment', async () => {
    await researcher().code(first, passage(0), 'Beginning', 'first impression');
    const quotation = await researcher().waitForCodes(first.name, passage(0), ['Beginning']);
    assert.equal(quotation.comment, 'first impression');
    await codeRow('Beginning, code, 1 coding(s)');
  });

  it('codes with the last codes', async () => {
    await workbench().selectText(passage(1));
    await workbench().key('Alt+b', 'l');
    await researcher().waitForCodes(first.name, passage(1), ['Beginning']);
    researcher().steps++;
  });

  it('codes a sentence, expanded to from a word', async () => {
    await researcher().goToWords(first, passage(2));
    await workbench().command('Codeboom: Expand to…');
    await researcher().answer('Expand To', 'Sentence', 'Sentence');
    await statusItem(' selected)').waitFor();
    await workbench().key('Alt+b', 'a');
    await researcher().applyByPicker('Money');
    const sentence = (await researcher().quotations(first.name)).find(({ exact }) =>
      exact.includes(passage(2)),
    );
    assert.ok(sentence && sentence.exact.length > passage(2).length);
    await workbench().screenshot('method-02-open-coding');
  });

  it('codes a paragraph with a code that is dropped on it', async () => {
    await researcher().goToWords(first, passage(4));
    await dragCodeTo(workbench(), 'Money', () => placeOfCaret(workbench()));
    const written = await workbench().waitForFile(sidecarOf(first.name), (text) =>
      quotationsIn(text).some(({ exact }) => exact.includes(passage(4))),
    );
    researcher().steps++;
    const paragraph = quotationsIn(written).find(({ exact }) => exact.includes(passage(4)));
    const { id } = await researcher().waitForCode('Money');
    assert.deepEqual(paragraph?.codes, [id]);
    assert.equal(await workbench().readFile(`interviews/${first.name}`), first.text);
  });

  it('codes with single keys in coding mode', async () => {
    // The drop gives the editor the focus.
    await workbench().page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await researcher().goToWords(first, passage(6));
    await workbench().key('Alt+b', 'Enter');
    await statusItem('Coding mode').waitFor();
    await workbench().key('.');
    await statusItem(' selected)').waitFor();
    await workbench().key('a');
    await researcher().applyByPicker('Working together');
    await statusItem('1 Working together  2 Money').waitFor();
    await researcher().goToWords(first, passage(8));
    await workbench().key('.', '2');
    await workbench().waitForFile(sidecarOf(first.name), (text) =>
      quotationsIn(text).some(({ exact, codes }) => exact.includes(passage(8)) && codes.includes('money')),
    );
    researcher().steps++;
    await workbench().screenshot('method-03-coding-mode');
    await workbench().key('ArrowRight', 'Escape');
    await statusItem('Coding mode').waitFor({ state: 'hidden' });
  });

  it('codes in vivo in another transcript, and what doubts there are', async () => {
    await workbench().openTranscript(second.name);
    await workbench().selectText(vivo);
    await workbench().key('Alt+b', 'v');
    await researcher().waitForCodes(second.name, vivo, [vivo]);
    researcher().steps++;
    const [doubt = '', doubts = ''] = passagesIn(second, 6).slice(2);
    await researcher().code(second, doubt, 'Doubt');
    await researcher().code(second, doubts, 'Doubts');
  });

  it('codes what is found in all transcripts, looked through before', async () => {
    const word = wordToFind(transcripts);
    await workbench().key('Alt+b', 'Shift+a');
    await researcher().answer('By What?', '', 'Text');
    await researcher().answer('Where?', '', 'The whole study');
    await researcher().answer('Which Text?', word);
    await researcher().answer('How Much', '', 'Sentence');
    await researcher().answer('Whose Words?', '', 'Everyone');
    await researcher().applyByPicker('Mentions', '', 'With Which Code(s)?');
    const title = workbench().page.locator('.quick-input-title', { hasText: 'get Mentions' });
    await title.waitFor();
    const count = Number(/^\d+/.exec((await title.textContent()) ?? '')?.[0]);
    assert.ok(count > 5, `${count} passages with “${word}”`);
    await workbench().key('ArrowDown', 'ArrowDown', 'Shift+Enter');
    await workbench().waitForText(`${count - 1} Selected`);
    await workbench().screenshot('method-04-auto-code');
    await workbench().key('Enter');
    await codeRow(`Mentions, code, ${count - 1} coding(s)`);
  });
}
