/** What a researcher does again and again, by the commands, keys and clicks that everybody has. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineAndColumn, type TranscriptFile } from './transcripts.ts';
import type { Workbench } from './workbench.ts';
import { codesIn, quotationsIn, type WrittenCode, type WrittenQuotation } from './written.ts';

export class Researcher {
  readonly workbench: Workbench;
  /** How many steps there are to undo. */
  steps = 0;

  constructor(workbench: Workbench) {
    this.workbench = workbench;
  }

  /** Answers a question once it is there: the one before it closes while this one opens. */
  async answer(question: string, text: string, row?: string): Promise<void> {
    await this.workbench.page.locator('.quick-input-title', { hasText: question }).first().waitFor();
    await this.workbench.answer(text, row);
  }

  /** Runs a command of the palette on one code. */
  async onCode(title: string, code: string): Promise<void> {
    await this.workbench.command(`Codeboom: ${title}`);
    await this.answer('Which Code?', code, code);
  }

  /** Runs a command of the palette on several codes, each found by typing and ticked by keyboard. */
  async onCodes(title: string, codes: readonly string[]): Promise<void> {
    await this.workbench.command(`Codeboom: ${title}`);
    await this.workbench.page.locator('.quick-input-title', { hasText: 'Which Code?' }).waitFor();
    for (const [index, code] of codes.entries()) {
      await this.workbench.quickInput.fill(code);
      await this.workbench.page
        .locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(code)}]`)
        .first()
        .waitFor();
      await this.workbench.key('ArrowDown');
      await this.workbench.waitForFocusedRow(code);
      await this.workbench.key('Shift+Enter');
      await this.workbench.waitForText(`${index + 1} Selected`);
    }
    await this.workbench.screenshot('method-tick-codes');
    await this.workbench.key('Enter');
  }

  /** Chooses from the menu of a row of a tree. */
  async fromMenu(view: string, row: string, title: string): Promise<void> {
    await this.workbench.fromMenu(await this.workbench.waitForTreeItem(view, row), title);
  }

  /** Puts the caret into some words of the transcript in the editor. */
  async goToWords({ text }: TranscriptFile, words: string): Promise<void> {
    await this.workbench.goTo(...lineAndColumn(text, text.indexOf(words) + 2));
  }

  /** Applies one code to what is selected, by the picker; a code that is not there yet is made. */
  async applyByPicker(code: string, comment = '', question = 'Apply Code'): Promise<void> {
    // The picker before it closes while this one opens: what is typed too early would go into the text.
    const title = this.workbench.page.locator('.quick-input-title', { hasText: question });
    await title.waitFor();
    await this.workbench.page.locator('.quick-input-box input:focus').waitFor();
    await this.workbench.type(code);
    const isNew = !codesIn(await this.read('codebook.json')).some(({ name }) => name === code);
    await this.workbench.waitForFocusedRow(isNew ? `Create “${code}”` : code);
    if (comment !== '') await this.workbench.type(` // ${comment}`);
    await this.workbench.key('Enter');
    await title.waitFor({ state: 'hidden' });
    this.steps++;
  }

  /** Selects words and applies a code to them by the picker. */
  async code({ name }: TranscriptFile, words: string, code: string, comment = ''): Promise<void> {
    await this.workbench.selectText(words);
    await this.workbench.key('Alt+b', 'a');
    await this.applyByPicker(code, comment);
    await this.waitForCodes(name, words, [code]);
  }

  /** A file of the study; empty when it is not there. */
  async read(path: string): Promise<string> {
    return this.workbench.readFile(path).catch(() => '');
  }

  async codes(): Promise<readonly WrittenCode[]> {
    return codesIn(await this.read('codebook.json'));
  }

  /** The code of a name, once it is on disk as it should be. */
  async waitForCode(name: string, accept: (code: WrittenCode) => boolean = () => true): Promise<WrittenCode> {
    const isMeant = (code: WrittenCode) => code.name === name && accept(code);
    const file = await this.workbench.waitForFile('codebook.json', (text) => codesIn(text).some(isMeant));
    const found = codesIn(file).find(isMeant);
    assert.ok(found);
    return found;
  }

  async quotations(transcript: string): Promise<readonly WrittenQuotation[]> {
    return quotationsIn(await this.read(sidecarOf(transcript)));
  }

  /** Waits until the quotation of exactly some words carries codes of these names, and gives it. */
  async waitForCodes(transcript: string, words: string, names: readonly string[]): Promise<WrittenQuotation> {
    const found = (text: string) => quotationsIn(text).find(({ exact }) => exact === words);
    const codes = await Promise.all(names.map((name) => this.waitForCode(name)));
    const ids = codes.map(({ id }) => id).sort();
    const file = await this.workbench.waitForFile(sidecarOf(transcript), (text) => {
      return [...(found(text)?.codes ?? [])].sort().join() === ids.join();
    });
    const quotation = found(file);
    assert.ok(quotation);
    return quotation;
  }

  /** Every file of the study that an operation can change, by path. */
  files(): Readonly<Record<string, string>> {
    const paths = readdirSync(this.workbench.folder, { recursive: true, encoding: 'utf8' });
    const written = paths.filter((path) => /\.jsonl?$/.test(path)).sort();
    return Object.fromEntries(
      written.map((path) => [path, readFileSync(join(this.workbench.folder, path), 'utf8')]),
    );
  }
}

export function sidecarOf(transcript: string): string {
  return `interviews/${transcript.replace(/\.md$/, '.codes.json')}`;
}
