import * as vscode from 'vscode';
import assert from './assert.ts';
import { openInEditor, readSidecar, select, uriOf, type WrittenSidecar, waitFor } from './study.ts';

/** Words of `interview` that are coded in every trial. */
export const words = {
  qtrust: 'Wij vertrouwden elkaar vanaf de eerste dag',
  qyes: 'Ja.',
  qworry: 'Toen maakten we ons zorgen over het contract.',
  qbeds: 'Het ziekenhuis telde bedden',
  qend: 'we bleven aan tafel zitten',
} as const;

type Id = keyof typeof words;

export const interview = `---
case: OneCare
---
**I:** Hoe is de samenwerking begonnen, en wie zette de eerste stap?

**R:** Wij vertrouwden elkaar vanaf de eerste dag, al had nog niemand het over geld gehad.

**I:** En later, toen de verzekeraar aan tafel kwam?

**R:** Ja. Toen maakten we ons zorgen over het contract. Het ziekenhuis telde bedden, en wij telden de dagen.

**R:** Tot slot: we bleven aan tafel zitten tot het rond was.
`;

/** The paragraph of `interview` that holds the quotations `qyes`, `qworry` and `qbeds`, with the empty line after it. */
export const paragraph =
  '**R:** Ja. Toen maakten we ons zorgen over het contract. Het ziekenhuis telde bedden, en wij telden de dagen.\n\n';

const made: Trial[] = [];
let count = 0;

/** Where a quotation is: the words that stand there, or that it is lost, or the words with a question mark. */
type Whereabouts = Readonly<Record<string, string>>;

/** By then Codeboom has seen what became of files, on a busy machine too; nothing tells when it has. */
export function isNoticed(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1000));
}

/** A transcript of its own with coded words, open in an editor. */
export class Trial {
  path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** @param coded the ids of the quotations that it has */
  static async start(coded: readonly Id[] = ids, text = interview): Promise<Trial> {
    const trial = new Trial(`interviews/90-trial-${++count}.md`);
    made.push(trial);
    const quotations = coded
      .map((id) => ({ id: `${id}${count}`, start: text.indexOf(words[id]), exact: words[id] }))
      .sort((a, b) => a.start - b.start)
      .map(({ id, start, exact }) => {
        const end = start + exact.length;
        const [prefix, suffix] = [text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32)];
        const created = '2024-01-01T00:00:00Z';
        return { id, start, end, exact, prefix, suffix, codes: ['algemeen'], created, modified: created };
      });
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const sha256 = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const sidecar = { version: 1, document: trial.path, text: { length: text.length, sha256 }, quotations };
    await write(trial.sidecar, JSON.stringify(sidecar));
    await write(trial.path, text);
    await trial.open();
    await trial.isKnown();
    return trial;
  }

  static async removeAll(): Promise<void> {
    while (vscode.window.activeTextEditor)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    for (const trial of made.splice(0))
      for (const path of [trial.path, trial.sidecar])
        await vscode.workspace.fs.delete(uriOf(path)).then(undefined, () => {});
    // The next trial has the same text: before it is known that this one is gone, that would be this one under another name.
    await isNoticed();
  }

  /** Waits until Codeboom has read the files: then the words have a hover of its own. */
  async isKnown(): Promise<void> {
    const { start } = select(this.editor, 'bleven aan tafel');
    await waitFor(
      () => run('vscode.executeHoverProvider', this.editor.document.uri, start.translate(0, 2)),
      (hovers) => Array.isArray(hovers) && hovers.length > 0,
    );
  }

  get sidecar(): string {
    return this.path.replace(/md$/, 'codes.json');
  }

  get editor(): vscode.TextEditor {
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path, uriOf(this.path).path);
    assert.ok(editor);
    return editor;
  }

  /** Its text with LF line ends. */
  get text(): string {
    return this.editor.document.getText().replaceAll('\r\n', '\n');
  }

  /** Says that the transcript has another path from now on. */
  isNow(path: string): void {
    this.path = path;
  }

  async open(): Promise<void> {
    await openInEditor(this.path);
  }

  /** The places of its quotations as Codeboom has them in memory: it writes all of them when one gets or loses its star. */
  async whereabouts(): Promise<Whereabouts> {
    await this.open();
    const { selection } = this.editor;
    const [before, after] = [await this.#starred(), await this.#starred()];
    assert.notEqual(before.isStarred, after.isStarred);
    this.editor.selection = selection;
    const { file } = after;
    const { text } = this;
    assert.equal(file.text.length, text.length);
    return Object.fromEntries(
      file.quotations.map(({ id, start, end, exact, anchor }) => {
        if (anchor?.state !== 'lost') assert.equal(text.slice(start, end), exact);
        const where = anchor?.state === 'lost' ? 'lost' : anchor ? `${exact}?` : exact;
        return [id.replace(/\d+$/, ''), where];
      }),
    );
  }

  /** Waits until its quotations show, as they do once a transcript that came from elsewhere was read. */
  async isCoded(): Promise<void> {
    await this.open();
    const { start } = select(this.editor, 'bleven aan tafel');
    await waitFor(
      async () => {
        const { uri } = this.editor.document;
        return await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          uri,
          start,
        );
      },
      (hovers) => hovers.length > 0,
    );
  }

  async #starred(): Promise<{ readonly file: WrittenSidecar; readonly isStarred: boolean }> {
    return this.#starredBy(() => {
      // The caret, not a range: boundaries are what the trials are about.
      const { start } = select(this.editor, 'bleven aan tafel');
      this.editor.selection = new vscode.Selection(start, start);
      return run('codeboom.toggleStar');
    });
  }

  /**
   * Takes back that a quotation got or lost its star, and waits until that is on disk. Several at once would be written as
   * the last of them or as each: what is on disk while they are written says nothing about what is in memory.
   */
  async undoStar(): Promise<void> {
    await this.#starredBy(() => run('codeboom.undo'));
  }

  async #starredBy(
    change: () => Thenable<unknown>,
  ): Promise<{ readonly file: WrittenSidecar; readonly isStarred: boolean }> {
    const isStarred = ({ quotations }: WrittenSidecar) =>
      quotations.some(({ id, star }) => id.startsWith('qend') && star === true);
    const before = isStarred(await readSidecar(this.sidecar));
    await change();
    const file = await waitFor(
      () => readSidecar(this.sidecar),
      (now) => isStarred(now) !== before,
    );
    return { file, isStarred: !before };
  }

  select(text: string): void {
    select(this.editor, text);
  }

  caret(text: string, side: 'before' | 'after'): void {
    const range = select(this.editor, text);
    const at = side === 'before' ? range.start : range.end;
    this.editor.selection = new vscode.Selection(at, at);
  }
}

const ids = ['qtrust', 'qyes', 'qworry', 'qbeds', 'qend'] as const;

export function run(command: string, ...args: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(command, ...args);
}

export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

/** Takes edits of the text back until it is as given. */
export async function undoTo(trial: Trial, text: string): Promise<void> {
  for (let times = 0; times < 30 && trial.text !== text; times++) await run('undo');
  assert.equal(trial.text, text);
}

export function type(text: string): Thenable<unknown> {
  return run('type', { text });
}

/** Pastes as the editor does when it has read the clipboard, which the host of the tests may keep from it. */
export function paste(text: string): Thenable<unknown> {
  return run('paste', { text, pasteOnNewLine: false, multicursorText: null, mode: null });
}
