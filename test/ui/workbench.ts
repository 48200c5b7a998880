/**
 * Drives a VS Code workbench as a user does, keyboard first. Every method waits for the state that it needs or causes;
 * nothing sleeps for a fixed time.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { copyStudy, projectDirectory, temporaryDirectory, writeJson } from '../host/paths.ts';
import { type Server, workbenchUrl } from '../host/server.ts';
import { sharedSession } from './session.ts';

const patience = 25_000;

/** For the hooks: what is on screen when a test fails, and what it forgot to close. */
export const openWorkbenches = new Set<Workbench>();

export interface WorkbenchOptions {
  /** The folder to copy; by default the sample study. Null: an empty folder. */
  readonly study?: string | null;
  /** Workspace settings. VS Code applies a colour theme only later: use `colorTheme()`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Another window on the same folder, which goes when that other one is closed. */
  readonly beside?: Workbench;
  /** Does something to the copy of the study before it is opened. */
  readonly prepare?: (folder: string) => void;
  /** Another server than the shared one. The extension is then not loaded from the checkout: it must be installed there. */
  readonly server?: Server;
}

export class Workbench {
  readonly page: Page;
  /** The copy of the study that is open. */
  readonly folder: string;
  readonly #context: BrowserContext;
  readonly #remove: () => Promise<void>;

  private constructor(page: Page, folder: string, context: BrowserContext, remove: () => Promise<void>) {
    this.page = page;
    this.folder = folder;
    this.#context = context;
    this.#remove = remove;
  }

  /** Opens a fresh copy of a study and returns when the workbench takes input. Close it in `after`. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const { server: shared, browser } = await sharedSession();
    const directory = options.beside ? undefined : await temporaryDirectory();
    const folder = options.beside?.folder ?? join(directory?.path ?? '', 'study');
    if (directory) await fillFolder(folder, options);
    options.prepare?.(folder);
    const context = await browser.newContext({ viewport: { width: 1400, height: 1200 } });
    const server = options.server ?? shared;
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const workbench = new Workbench(page, folder, context, directory?.remove ?? (async () => {}));
    openWorkbenches.add(workbench);
    const where = options.server ? { folder } : { folder, extensionDevelopmentPath: projectDirectory };
    await page.goto(workbenchUrl(server, where));
    await workbench.#isReady();
    return workbench;
  }

  /** Loads the window anew, as after a crash or an update: its extension host ends, and another one starts. */
  async reload(): Promise<void> {
    await this.whileAway(async () => {});
  }

  /** Leaves the workbench, does something, and comes back to it. */
  async whileAway(act: () => Promise<void>): Promise<void> {
    const url = this.page.url();
    await this.page.goto('about:blank');
    await act();
    await this.page.goto(url);
    await this.#isReady();
  }

  /** Before our icon is there, the palette knows none of our commands. */
  async #isReady(): Promise<void> {
    await this.page
      .locator('.activitybar .action-label[aria-label^="Codeboom"]')
      .waitFor({ timeout: 2 * patience });
  }

  async close(): Promise<void> {
    openWorkbenches.delete(this);
    await this.#context.close();
    await this.#remove();
  }

  /** Presses keys one after the other, in Playwright's names: `key('Control+Home', 'Shift+End')`. */
  async key(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types text where the focus is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Runs a command from the palette by its full title, such as `Codeboom: Apply Code…`. */
  async command(title: string): Promise<void> {
    // A question that is just closing may close the palette too.
    await until(
      async () => {
        await this.key('F1');
        await this.quickInput.waitFor({ timeout: 2000 }).catch(() => {});
        return this.quickInput.fill(`>${title}`, { timeout: 2000 }).then(
          () => true,
          () => false,
        );
      },
      async () => 'the palette',
    );
    // A row with a keybinding goes on after a comma.
    await this.#accept((row) => row === title || row.startsWith(`${title},`), `the command "${title}"`);
  }

  /** Changes the colour theme, by the name that VS Code shows, such as `Dark High Contrast`. */
  async colorTheme(name: string): Promise<void> {
    const classes = () => this.page.locator('.monaco-workbench').first().getAttribute('class');
    const before = await classes();
    await this.command('Preferences: Color Theme');
    await this.answer(name, name);
    await this.quickInput.waitFor({ state: 'hidden' });
    await until(
      async () => (await classes()) !== before,
      async () => `the colour theme ${name}`,
    );
  }

  /** Opens a file by name through Go to File, and returns when its editor has the focus. */
  async openFile(name: string): Promise<void> {
    await this.key('Control+P');
    await this.quickInput.waitFor();
    await this.quickInput.fill(name);
    await this.pick(name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** Opens a transcript, and returns when it can be coded: a study is read after the window takes input. */
  async openTranscript(name: string): Promise<void> {
    await this.openFile(name);
    await this.page.locator('.editor-actions .codicon-tag').first().waitFor();
  }

  /** Opens a chapter, and returns when its tables can be updated. */
  async openChapter(name: string): Promise<void> {
    await this.openFile(name);
    await this.page.locator('.editor-actions .codicon-sync').first().waitFor();
  }

  /** Puts the cursor at a line and a column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.key('Control+G');
    await this.quickInput.waitFor();
    await this.quickInput.fill(`:${line}:${column}`);
    await this.key('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** Selects the first occurrence of a text after the cursor, through Find. The text must stand within one line. */
  async selectText(text: string): Promise<void> {
    await this.key('Control+F');
    const input = this.page.locator('.find-widget.visible .find-part textarea').first();
    await input.waitFor();
    await input.fill(text);
    const selected = this.page.locator('.statusbar-item', { hasText: `(${text.length} selected)` });
    // What was looked for before is not looked for again until Enter.
    await selected.waitFor({ timeout: 2000 }).catch(() => this.key('Enter'));
    await selected.waitFor();
    await this.key('Escape');
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** The input of the QuickPick, InputBox or palette that is open. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
  }

  /** The rows of the open QuickPick that are in view, as a screen reader says them. */
  async quickPickRows(): Promise<string[]> {
    return await labels(this.page.locator('.quick-input-list .monaco-list-row'));
  }

  /** Waits until the row in focus of the open QuickPick starts with `text`. */
  async waitForFocusedRow(text: string): Promise<void> {
    await this.page
      .locator(`.quick-input-list .monaco-list-row.focused[aria-label^=${JSON.stringify(text)}]`)
      .waitFor();
  }

  /** Goes to the first row of the open QuickPick whose spoken label contains `text`, and accepts it. */
  async pick(text: string): Promise<void> {
    await this.#accept((row) => row.toLowerCase().includes(text.toLowerCase()), `a row with "${text}"`);
  }

  async #accept(wanted: (row: string) => boolean, what: string): Promise<void> {
    const rows = '.quick-input-list .monaco-list-row';
    await until(
      async () => {
        const [focused] = await labels(this.page.locator(`${rows}.focused`));
        if (focused !== undefined && wanted(focused)) return true;
        if ((await this.quickPickRows()).some(wanted)) await this.key('ArrowDown');
        return false;
      },
      async () => `${what} in the list; it shows: ${(await this.quickPickRows()).join(' | ') || 'nothing'}`,
    );
    await this.key('Enter');
  }

  /** Fills the open QuickPick or InputBox and accepts. With `row`, waits until that row is the one in focus. */
  async answer(text: string, row?: string): Promise<void> {
    await this.#fill(text);
    if (row === undefined) await this.key('Enter');
    else await this.pick(row);
  }

  /** Fills the open QuickPick or InputBox. One that was answered just now may still be there, until the next one takes its place. */
  async #fill(text: string): Promise<void> {
    let before: string | undefined;
    await until(
      async () => {
        const value = await this.quickInput.inputValue({ timeout: 1000 }).catch(() => undefined);
        const stayed = value === text && before === text;
        if (value !== undefined && value !== text)
          await this.quickInput.fill(text, { timeout: 1000 }).catch(() => {});
        before = value;
        return stayed;
      },
      async () => `a question to answer with “${text}”`,
    );
  }

  /** Chooses from the menu of a row of a tree. */
  async fromMenu(row: Locator, title: string): Promise<void> {
    await row.click({ button: 'right' });
    const item = this.page.getByRole('menuitem', { name: title });
    await item.hover();
    // The menu follows the pointer a moment later; until then Enter takes another item, or none.
    await until(
      async () => await item.evaluate((element) => element.contains(document.activeElement)),
      async () => `the focus on “${title}”`,
    );
    await this.key('Enter');
    await item.waitFor({ state: 'hidden' });
  }

  /** Shows one of our views and puts the focus in it. */
  async focusView(title: string): Promise<void> {
    const focused = this.view(title).locator(':focus');
    await until(
      async () => {
        await this.command(`Codeboom: Focus on ${title} View`);
        // A question that was there just before may still give the focus back to the editor.
        return focused
          .first()
          .waitFor({ timeout: 3000 })
          .then(
            () => true,
            () => false,
          );
      },
      async () => `the focus in the view ${title}`,
    );
  }

  /** A view by its title. The only view of a container has no header of its own, but its tree has the title. */
  view(title: string): Locator {
    const marks = `.pane-header[aria-label^="${title}"], .monaco-list[aria-label^="${title}"]`;
    return this.page.locator('.pane', { has: this.page.locator(marks) });
  }

  /** The visible items of a tree view, as a screen reader says them. */
  async treeItems(title: string): Promise<string[]> {
    return await labels(this.view(title).locator('.monaco-list-row'));
  }

  /** Waits for an item of a tree view whose spoken label contains `text`. */
  async waitForTreeItem(title: string, text: string): Promise<Locator> {
    const item = this.view(title)
      .locator(`.monaco-list-row[aria-label*=${JSON.stringify(text)}]`)
      .first();
    await item.waitFor();
    return item;
  }

  /** The texts of the items of the status bar. */
  async statusBar(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar-item').allInnerTexts();
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }

  /** The texts of the notifications on screen. */
  async notifications(): Promise<string[]> {
    return await this.page.locator('.notification-list-item-message').allInnerTexts();
  }

  /** The lines in view of the first editor; long ones may be wrapped into several. */
  async visibleText(): Promise<string> {
    const lines = this.page.locator('.editor-instance .view-lines').first().locator('.view-line');
    const texts = await lines.evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
        // Lines that scrolled into view stand last in the page, wherever they are.
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text),
    );
    return texts.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Waits until a text is visible anywhere in the workbench. */
  async waitForText(text: string | RegExp): Promise<void> {
    await this.page.locator('.monaco-workbench').getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** What the clipboard holds. */
  async clipboard(): Promise<string> {
    return await this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** A file of the study as it is on disk. */
  async readFile(path: string): Promise<string> {
    return await readFile(join(this.folder, path), 'utf8');
  }

  /** Changes a file of the study behind the editor's back, as git or another program does. */
  async writeFile(path: string, text: string): Promise<void> {
    await writeFile(join(this.folder, path), text);
  }

  /** Waits until a file of the study is on disk as it should be, and returns its text. */
  async waitForFile(path: string, accept: (text: string) => boolean): Promise<string> {
    let text: string | undefined;
    await until(
      async () => {
        text = await this.readFile(path).catch(() => undefined);
        return text !== undefined && accept(text);
      },
      async () => `${path} as expected; it is:\n${text ?? '(absent)'}`,
    );
    return text ?? '';
  }

  /** Puts a picture of the page into test-results/ and returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(projectDirectory, 'test-results', `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}

async function fillFolder(folder: string, { study, settings }: WorkbenchOptions): Promise<void> {
  if (study === null) await mkdir(folder);
  else await copyStudy(folder, study);
  if (!settings) return;
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeJson(join(folder, '.vscode', 'settings.json'), settings);
}

/** Waits until `condition` holds; after `patience` fails, saying what was waited for. */
export async function until(condition: () => Promise<boolean>, what: () => Promise<string>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s for ${await what()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function labels(rows: Locator): Promise<string[]> {
  return await rows.evaluateAll((elements) =>
    elements.map((element) => (element.getAttribute('aria-label') ?? '').trim()),
  );
}
