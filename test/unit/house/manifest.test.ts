import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly enablement?: string;
    }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when?: string;
    }[];
    readonly menus: Readonly<
      Record<
        string,
        readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]
      >
    >;
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest: Manifest = JSON.parse(text);
const { commands, keybindings, menus } = manifest.contributes;
const source = globSync('src/extension/**/*.ts').map((file) => readFileSync(file, 'utf8'));
const registered = new Set(
  source.flatMap((file) =>
    [...file.matchAll(/\bid: '([\w.]+)',\s+run\b/g)].map((match) => `codeboom.${match[1]}`),
  ),
);

describe('the manifest', () => {
  it('names every command that is registered, and no other', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), [...registered].sort());
  });

  it('gives every command a title, the category, and all but the first two a condition', () => {
    const always = ['codeboom.newStudy', 'codeboom.openSampleStudy'];
    const faulty = commands.flatMap(({ command, title, category, enablement }) => [
      ...(/^%command\.[\w.]+%$/.test(title ?? '') ? [] : [`${command} has no title from the texts`]),
      ...(category === 'Codeboom' ? [] : [`${command} has no category`]),
      ...((enablement === undefined) === always.includes(command) ? [] : [`${command} has no condition`]),
    ]);
    assert.deepEqual(faulty, []);
  });

  it('hides from the palette or limits there every command with a condition', () => {
    const limited = new Set((menus.commandPalette ?? []).map(({ command }) => command));
    for (const { command, enablement } of commands) {
      if (enablement !== undefined) assert.ok(limited.has(command), command);
    }
  });

  it('shows every command in a menu only where it has a meaning', () => {
    const everywhere = Object.entries(menus).flatMap(([menu, rows]) =>
      // A submenu has the condition of the row that opens it.
      menu === 'codeboom.editor'
        ? []
        : rows.filter(({ when }) => !when).map((row) => `${menu}: ${row.command}`),
    );
    assert.deepEqual(everywhere, []);
  });

  it('binds keys only under a condition, and none with Ctrl+Alt and a letter on Windows and Linux', () => {
    for (const { command, key, when } of keybindings) {
      assert.ok(when, command);
      assert.doesNotMatch(key, /ctrl\+alt\+[a-z]\b/);
    }
  });

  for (const file of ['package.nls.json', 'package.nls.nl.json']) {
    it(`has each of its texts in ${file}, and none that it does not use`, () => {
      const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]));
      assert.deepEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort(), [...used].sort());
    });
  }
});
