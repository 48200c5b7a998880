import * as vscode from 'vscode';
import { cleanName, codeNamed } from '../../core/study/codebook.ts';
import { searchCodes } from '../../core/study/codeSearch.ts';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import type { Code, Codebook } from '../../core/study/model.ts';
import { codeIcon } from '../codeIcon.ts';
import { say } from '../say.ts';

/** What the user chose: codes that exist, names of codes to make, and a comment. */
export interface PickedCodes {
  readonly codes: readonly string[];
  readonly create: readonly { readonly name: string; readonly parent?: string }[];
  readonly comment?: string;
}

export interface CodePickerOptions {
  readonly codebook: Codebook;
  readonly title: string;
  /** Ids of codes to offer first. */
  readonly recent: readonly string[];
  /** Ids of codes that are ticked from the start. */
  readonly ticked?: readonly string[];
  /** Called with a code whose “define” button was pressed. */
  readonly define?: (code: Code) => void;
  /** Called with a code whose “show in tree” button was pressed. */
  readonly reveal?: (code: Code) => void;
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
  readonly #created = new Map<string, { name: string; parent?: string }>();
  readonly #items: ReadonlyMap<string, CodeItem>;
  #fillingIn = false;

  constructor(options: CodePickerOptions) {
    this.#options = options;
    this.#ticked = new Set(options.ticked);
    this.#items = new Map(codeTreeOf(options.codebook).all.map((code) => [code.id, this.#itemOf(code)]));
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
      if (!item.code) return;
      if (button === defineButton) this.#options.define?.(item.code);
      else this.#options.reveal?.(item.code);
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
        resolve(undefined);
        pick.dispose();
      });
      pick.show();
    });
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
    const { codebook, define, reveal } = this.#options;
    const path = codeTreeOf(codebook).pathTo(code.id).slice(0, -1);
    const buttons = [...(define ? [defineButton] : []), ...(reveal ? [revealButton] : [])];
    return {
      label: code.name,
      description: path.map(({ name }) => name).join(' › '),
      ...(code.definition !== undefined && { detail: code.definition }),
      iconPath: codeIcon(codebook, code),
      alwaysShow: true,
      buttons,
      code,
    };
  }

  #fill(): void {
    const { codebook, recent } = this.#options;
    const search = this.#search;
    const items: CodeItem[] = [];
    const exact = codeNamed(codebook, search);
    const found = searchCodes(codebook, search);
    const ranked = exact ? [exact, ...found.filter((code) => code !== exact)] : found;
    const create: CodeItem[] =
      search === '' || exact
        ? []
        : [
            {
              label: say('picker.create', { name: search }),
              alwaysShow: true,
              create: { name: search, under: false },
            },
            {
              label: say('picker.createUnder', { name: search }),
              alwaysShow: true,
              create: { name: search, under: true },
            },
          ];
    // A new name stays on top, but what was typed to find a code must not make one by accident: a code whose name
    // starts with it is in focus.
    const first = ranked[0];
    const focusFound = first?.name.toLocaleLowerCase().startsWith(search.toLocaleLowerCase()) ?? false;
    items.push(...create);
    for (const [name, { parent }] of this.#created) {
      items.push({
        label: name,
        description: say('picker.new', { parent: codebook.codes.get(parent ?? '')?.name ?? '' }),
        alwaysShow: true,
      });
    }
    if (search === '') {
      const lately = recent.flatMap((id) => this.#items.get(id) ?? []);
      if (lately.length > 0)
        items.push(separator(say('picker.recent')), ...lately, separator(say('picker.all')));
      const rest = new Set(lately);
      items.push(...[...this.#items.values()].filter((item) => !rest.has(item)));
    } else {
      items.push(...ranked.flatMap((code) => this.#items.get(code.id) ?? []));
    }
    this.#fillingIn = true;
    this.#pick.items = items;
    this.#pick.selectedItems = items.filter((item) => this.#isTicked(item));
    const focus = focusFound && first ? this.#items.get(first.id) : undefined;
    if (focus) this.#pick.activeItems = [focus];
    this.#fillingIn = false;
  }

  #isTicked(item: CodeItem): boolean {
    return item.code ? this.#ticked.has(item.code.id) : this.#created.has(item.label);
  }

  /** Keeps the ticks: rows that the search hides stay as they were. */
  #ticks(selected: readonly CodeItem[]): void {
    if (this.#fillingIn) return;
    const shown = new Set(selected);
    for (const item of this.#pick.items) {
      if (!item.code) continue;
      if (shown.has(item)) this.#ticked.add(item.code.id);
      else this.#ticked.delete(item.code.id);
    }
    for (const name of [...this.#created.keys()]) {
      const item = this.#pick.items.find(({ label, code, create }) => label === name && !code && !create);
      if (item && !shown.has(item)) this.#created.delete(name);
    }
  }

  async #accept(): Promise<PickedCodes | undefined> {
    const typed = this.#search !== '';
    const chosen = new Set<CodeItem>(this.#pick.selectedItems.filter(({ create }) => create));
    const [active] = this.#pick.activeItems;
    if (active && (typed || (this.#ticked.size === 0 && this.#created.size === 0))) chosen.add(active);
    for (const { code, create } of chosen) {
      if (code) this.#ticked.add(code.id);
      else if (create && !create.under) this.#created.set(create.name, { name: create.name });
      else if (create) {
        const parent = await pickCode(
          this.#options.codebook,
          say('picker.parentTitle', { name: create.name }),
        );
        if (!parent) {
          this.#pick.show();
          return undefined;
        }
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
  const tree = codeTreeOf(codebook);
  const picked = await vscode.window.showQuickPick(
    among.map((code) => ({
      label: code.name,
      description: tree
        .pathTo(code.id)
        .slice(0, -1)
        .map(({ name }) => name)
        .join(' › '),
      iconPath: codeIcon(codebook, code),
      code,
    })),
    { title, matchOnDescription: true },
  );
  return picked?.code;
}
