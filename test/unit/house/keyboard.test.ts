import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

interface Row {
  readonly command?: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly Row[]>>;
  };
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { commands, keybindings, menus } = manifest.contributes;

/** Menus that VS Code opens by keyboard too (Shift+F10), or whose buttons the Tab key reaches. */
const menusByKeyboard = ['view/item/context', 'comments/comment/title', 'comments/comment/context'];

/** Commands that are in no menu and have no key: what a keyboard reaches them by instead. */
const reachedOtherwise: Readonly<Record<string, string>> = {
  'codeboom.askByKey': 'each key that asks something (keysThatAsk.test.ts)',
  'codeboom.codeTree.choose': 'Enter on a row of the Code Tree',
  'codeboom.overwriteBlock': 'a quick fix in a chapter (Ctrl+.)',
  'codeboom.keepBlockAsText': 'a quick fix in a chapter (Ctrl+.)',
  'codeboom.replaceName': 'a quick fix at a real name (Ctrl+.)',
};

/**
 * What a mouse does in the views and the editor other than choosing from a menu: where the code hears of it, and the commands
 * that do the same.
 */
const mouseActions: readonly {
  readonly action: string;
  readonly file: string;
  readonly heardBy: RegExp;
  readonly commands: readonly string[];
}[] = [
  {
    action: 'drag a code in the tree, or a quotation onto a code',
    file: 'views/codeTreeView.ts',
    heardBy: /dragAndDropController/,
    commands: ['codeTree.moveTo', 'quotations.addCode'],
  },
  {
    action: 'tick a code to see or hide its highlights',
    file: 'views/codeTreeView.ts',
    heardBy: /onDidChangeCheckboxState/,
    commands: ['codeTree.toggleHighlights'],
  },
  {
    action: 'drag a quotation into a chapter or memo',
    file: 'views/quotationsView.ts',
    heardBy: /dragAndDropController/,
    commands: ['insertQuotation', 'quotations.copy'],
  },
  {
    action: 'drop a code on a passage',
    file: 'editor/dropCodes.ts',
    heardBy: /registerDocumentDropEditProvider/,
    commands: ['applyCode', 'codeTree.apply'],
  },
  {
    action: 'drop a quotation on a chapter',
    file: 'chapters/dropQuotations.ts',
    heardBy: /registerDocumentDropEditProvider/,
    commands: ['insertQuotation'],
  },
  {
    action: 'click a code',
    file: 'views/codeItem.ts',
    heardBy: /item\.command =/,
    commands: ['codeTree.choose', 'codeTree.showQuotations'],
  },
  {
    action: 'click a smart code',
    file: 'queries/smartCodeItem.ts',
    heardBy: /item\.command =/,
    commands: ['smartCodes.showQuotations'],
  },
  {
    action: 'click a code set or a code in it',
    file: 'codebook/codeSetsView.ts',
    heardBy: /item\.command =/,
    commands: ['codeSets.showQuotations'],
  },
  {
    action: 'click a quotation',
    file: 'views/quotationItem.ts',
    heardBy: /item\.command =/,
    commands: ['quotations.reveal'],
  },
  {
    action: 'click a case or document',
    file: 'views/documentItem.ts',
    heardBy: /item\.command =/,
    commands: ['documents.showQuotations', 'documents.openTranscript'],
  },
  {
    action: 'click a memo or a link of one',
    file: 'memos/memosView.ts',
    heardBy: /item\.command =/,
    commands: ['memos.reveal'],
  },
  {
    action: 'click a relation',
    file: 'relations/relationsView.ts',
    heardBy: /item\.command =/,
    commands: ['relations.goToFrom', 'relations.goToTo'],
  },
  {
    action: 'click a quotation in doubt',
    file: 'review/reviewItem.ts',
    heardBy: /item\.command =/,
    commands: ['review.reveal'],
  },
  {
    action: 'click the status bar in coding mode',
    file: 'editor/codingModeStatus.ts',
    heardBy: /\.command = 'codeboom/,
    commands: ['leaveCodingMode', 'applyRecentCode'],
  },
];

describe('the keyboard', () => {
  it('reaches every command: by the palette, a key, or a menu', () => {
    const inPalette = (command: string) =>
      !(menus.commandPalette ?? []).some((row) => row.command === command && row.when === 'false');
    const hasKey = new Set(keybindings.map(({ command }) => command));
    const inMenu = new Set(
      menusByKeyboard.flatMap((menu) => menus[menu] ?? []).map(({ command }) => command),
    );
    const unreached = commands
      .map(({ command }) => command)
      .filter((command) => !inPalette(command) && !hasKey.has(command) && !inMenu.has(command));
    assert.deepEqual(unreached.sort(), Object.keys(reachedOtherwise).sort());
  });

  it('does by a command whatever the mouse does in a view', () => {
    const known = new Set(commands.map(({ command }) => command));
    for (const { action, file, heardBy, commands: same } of mouseActions) {
      assert.match(readFileSync(`src/extension/${file}`, 'utf8'), heardBy, action);
      for (const command of same) assert.ok(known.has(`codeboom.${command}`), `${action}: ${command}`);
    }
  });

  it('knows of every place in the code that hears of the mouse', () => {
    const pattern =
      /dragAndDropController|onDidChangeCheckboxState|registerDocumentDropEditProvider|item\.command =|\.command = 'codeboom/;
    const listed = new Set(mouseActions.map(({ file }) => file));
    const hearing = globSync('src/extension/**/*.ts')
      .filter((file) => pattern.test(readFileSync(file, 'utf8')))
      .map((file) => file.replaceAll('\\', '/').replace('src/extension/', ''));
    assert.deepEqual(
      hearing.filter((file) => !listed.has(file)),
      [],
    );
  });
});
