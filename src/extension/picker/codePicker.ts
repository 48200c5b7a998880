import * as vscode from 'vscode';
import { cleanName, codeNamed } from '../../core/study/codebook/names.ts';
import { searchCodes } from '../../core/study/codeSearch.ts';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import type { Code, Codebook } from '../../core/study/model.ts';
import { say } from '../say.ts';
import { codeRow } from './codeRow.ts';
import { pickMany } from './pickMany.ts';
import { pickOne } from './pickOne.ts';
import { setTickKey } from './tickKey.ts';

/** What the user chose: codes that exist, names of codes to make, and a comment. */
export interface PickedCodes {
  readonly codes: readonly string[];
  readonly create: readonly { readonly name: string; readonly parent?: string }[];
  readonly comment?: string;
}

export interface CodePickerOptions {
  /** Asked again after a code was defined from here. */
  readonly codebook: () => Codebook;
  readonly title: string;
  /** Ids of codes to offer first. */
  readonly recent: readonly string[];
  /** Ids of codes that are ticked from the start. */
  readonly ticked?: readonly string[];
  /** Called with a code whose “define” button was pressed. */
  readonly define?: (code: Code) => Promise<unknown>;
  /** Called with a code whose “show in tree” button was pressed. */
  readonly reveal?: (code: Code) => unknown;
}

interface CodeItem extends vscode.QuickPickItem {
  readonly code?: Code;
  readonly create?: { readonly name: string; readonly under: boolean };
}

/** What stands between the search for a code and the comment on the quotation. */
const commentMark = '//';

/**
 * Lets the user tick codes, old and new. Enter takes what is ticked and, when something was typed, the row in focus. What
 * is typed after `//` becomes the comment.
 */
export function pickCodes(options: CodePickerOptions): Promise<PickedCodes | undefined> {
  return new CodePicker(options).show();
}

class CodePicker {
  readonly #options: CodePickerOptions;
  readonly #pick = vscode.window.createQuickPick<CodeItem>();
  readonly #ticked: Set<string>;
  /** Codes that the user ticked or unticked here: Enter does not change these, though one may have the focus. */
  readonly #decided = new Set<string>();
  readonly #created = new Map<string, { name: string; parent?: string }>();
  #items: ReadonlyMap<string, CodeItem> = new Map();
  #fillingIn = false;
  /** Another picker stands in front of this one, which VS Code hides meanwhile. */
  #isCovered = false;
  /** The row that has the focus after typing, until the user moves it. */
  #focus: CodeItem | undefined;

  constructor(options: CodePickerOptions) {
    this.#options = options;
    this.#ticked = new Set(options.ticked);
  }

  get #codebook(): Codebook {
    return this.#options.codebook();
  }

  show(): Promise<PickedCodes | undefined> {
    const pick = this.#pick;
    pick.title = this.#options.title;
    pick.placeholder = say('picker.placeholder');
    pick.canSelectMany = true;
    pick.ignoreFocusOut = true;
    pick.matchOnDescription = true;
    pick.onDidChangeValue(() => this.#fill());
    pick.onDidChangeSelection((items) => this.#ticks(items));
    pick.onDidTriggerItemButton(({ item, button }) => {
      const { code } = item;
      if (!code) return;
      if (button === defineButton) void this.#behind(async () => this.#options.define?.(code));
      else this.#options.reveal?.(code);
    });
    this.#fill();
    return new Promise((resolve) => {
      pick.onDidAccept(async () => {
        const picked = await this.#accept();
        if (!picked) return;
        resolve(picked);
        pick.hide();
      });
      pick.onDidHide(() => {
        setTickKey(pick, false);
        if (this.#isCovered) return;
        resolve(undefined);
        pick.dispose();
      });
      this.#reveal();
    });
  }

  #reveal(): void {
    setTickKey(this.#pick, true);
    this.#pick.show();
  }

  /** Asks something in front of this picker, and comes back to it as it was. */
  async #behind<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    this.#isCovered = true;
    try {
      return await ask();
    } finally {
      this.#isCovered = false;
      this.#fill();
      this.#reveal();
    }
  }

  get #search(): string {
    return cleanName(this.#pick.value.split(commentMark)[0] ?? '');
  }

  get #comment(): string | undefined {
    const [, ...comment] = this.#pick.value.split(commentMark);
    const text = comment.join(commentMark).trim();
    return text === '' ? undefined : text;
  }

  #itemOf(code: Code): CodeItem {
    const { define, reveal } = this.#options;
    const buttons = [...(define ? [defineButton] : []), ...(reveal ? [revealButton] : [])];
    return {
      ...codeRow(this.#codebook, code),
      ...(code.definition !== undefined && { detail: code.definition }),
      alwaysShow: true,
      buttons,
      code,
    };
  }

  /**
   * What is ticked always comes first, in the order in which it was: VS Code tells by its place which row was ticked, and what it
   * tells may come after the rows were filled anew. So a row that is ticked has the same place before and after.
   */
  #fill(): void {
    this.#items = new Map(codeTreeOf(this.#codebook).all.map((code) => [code.id, this.#itemOf(code)]));
    const ticked = this.#tickedItems();
    const others = this.#search === '' ? this.#allItems() : this.#foundItems();
    const items = ticked.length > 0 ? [separator(say('picker.ticked')), ...ticked, ...others] : others;
    this.#fillingIn = true;
    this.#pick.items = items;
    this.#pick.selectedItems = ticked;
    this.#focus = this.#search === '' ? undefined : this.#bestOf([...others, ...ticked]);
    if (this.#focus) this.#pick.activeItems = [this.#focus];
    this.#fillingIn = false;
  }

  /** Codes that are ticked, and those that are made when the picker is accepted. */
  #tickedItems(): readonly CodeItem[] {
    const codes = [...this.#ticked].flatMap((id) => this.#items.get(id) ?? []);
    return [...codes, ...this.#newItems()];
  }

  #allItems(): readonly CodeItem[] {
    const isOpen = ({ code }: CodeItem) => !this.#ticked.has(code?.id ?? '');
    const recent = this.#options.recent.flatMap((id) => this.#items.get(id) ?? []).filter(isOpen);
    const rest = [...this.#items.values()].filter((item) => isOpen(item) && !recent.includes(item));
    const isPlain = recent.length + this.#ticked.size + this.#created.size === 0;
    return [
      ...(recent.length > 0 ? [separator(say('picker.recent')), ...recent] : []),
      ...(isPlain ? [] : [separator(say('picker.all'))]),
      ...rest,
    ];
  }

  /** What the search finds. The row that makes a code of the name comes first where there is none. */
  #foundItems(): readonly CodeItem[] {
    const name = this.#search;
    const exact = codeNamed(this.#codebook, name);
    const found = searchCodes(this.#codebook, name).filter((code) => code !== exact);
    const items = [...(exact ? [exact] : []), ...found]
      .filter(({ id }) => !this.#ticked.has(id))
      .flatMap((code) => this.#items.get(code.id) ?? []);
    const heading = this.#ticked.size + this.#created.size > 0 ? [separator(say('picker.found'))] : [];
    if (exact || this.#created.has(name)) return [...heading, ...items];
    const label = say('picker.create', { name });
    const labelUnder = say('picker.createUnder', { name });
    return [
      ...heading,
      { label, alwaysShow: true, create: { name, under: false } },
      { label: labelUnder, alwaysShow: true, create: { name, under: true } },
      ...items,
    ];
  }

  /** The codes that are made when the picker is accepted. */
  #newItems(): readonly CodeItem[] {
    return [...this.#created].map(([label, { parent }]) => {
      const under = this.#codebook.codes.get(parent ?? '')?.name ?? '';
      return { label, description: say('picker.new', { parent: under }), alwaysShow: true };
    });
  }

  /**
   * What was typed to find a code must not make one by accident: a code whose name has all the words comes before a new one.
   */
  #bestOf(items: readonly CodeItem[]): CodeItem | undefined {
    const words = this.#search.toLocaleLowerCase().split(' ');
    const hasAll = (name: string) => words.every((word) => name.toLocaleLowerCase().includes(word));
    return (
      items.find(({ code }) => code !== undefined && hasAll(code.name)) ??
      items.find(({ kind }) => kind === undefined)
    );
  }

  /** Keeps the ticks: rows that the search hides stay as they were. */
  #ticks(selected: readonly CodeItem[]): void {
    if (this.#fillingIn) return;
    const shown = new Set(selected);
    for (const item of this.#pick.items) {
      if (!item.code) continue;
      const { id } = item.code;
      if (shown.has(item) === this.#ticked.has(id)) continue;
      this.#decided.add(id);
      if (shown.has(item)) this.#ticked.add(id);
      else this.#ticked.delete(id);
    }
    for (const name of [...this.#created.keys()]) {
      const item = this.#pick.items.find(({ label, code, create }) => label === name && !code && !create);
      if (item && !shown.has(item)) this.#created.delete(name);
    }
  }

  /** The row in focus. Enter may come before VS Code has shown the rows for what was typed last. */
  get #activeItem(): CodeItem | undefined {
    const [active] = this.#pick.activeItems;
    return active && this.#pick.items.includes(active) ? active : this.#focus;
  }

  async #accept(): Promise<PickedCodes | undefined> {
    const typed = this.#search !== '';
    const chosen = new Set<CodeItem>(this.#pick.selectedItems.filter(({ create }) => create));
    const active = this.#activeItem;
    const isDecided = this.#decided.has(active?.code?.id ?? '');
    const isNothingTicked = this.#ticked.size === 0 && this.#created.size === 0;
    if (active && !isDecided && (typed || isNothingTicked)) chosen.add(active);
    for (const { code, create } of chosen) {
      if (code) this.#ticked.add(code.id);
      else if (create && !create.under) this.#created.set(create.name, { name: create.name });
      else if (create) {
        const title = say('picker.parentTitle', { name: create.name });
        const parent = await this.#behind(() => pickCode(this.#codebook, title));
        if (!parent) return undefined;
        this.#created.set(create.name, { name: create.name, parent: parent.id });
      }
    }
    return {
      codes: [...this.#ticked],
      create: [...this.#created.values()],
      ...(this.#comment !== undefined && { comment: this.#comment }),
    };
  }
}

const defineButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('book'),
  get tooltip() {
    return say('picker.define');
  },
};

const revealButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('list-tree'),
  get tooltip() {
    return say('picker.reveal');
  },
};

function separator(label: string): CodeItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Lets the user choose one code, of all or of some. */
export async function pickCode(
  codebook: Codebook,
  title: string,
  among: readonly Code[] = codeTreeOf(codebook).all,
): Promise<Code | undefined> {
  const picked = await pickOne(
    among.map((code) => ({ ...codeRow(codebook, code), code })),
    { title, matchOnDescription: true },
  );
  return picked?.code;
}

/** Lets the user tick some codes of all. */
export async function pickSomeCodes(codebook: Codebook, title: string): Promise<readonly Code[]> {
  const picked = await pickMany(
    codeTreeOf(codebook).all.map((code) => ({ ...codeRow(codebook, code), code })),
    { title, matchOnDescription: true },
  );
  return picked?.map(({ code }) => code) ?? [];
}
