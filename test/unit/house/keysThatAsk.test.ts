import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Key {
  readonly command: string;
  readonly key: string;
  readonly when: string;
  readonly args?: unknown;
}

const keys: readonly Key[] = JSON.parse(readFileSync('package.json', 'utf8')).contributes.keybindings;
const inText = keys.filter(({ when }) => when.includes('editorTextFocus'));

/** The commands with a key in an editor that ask something, always or where there is something to choose. */
const asking = [
  'applyCode',
  'autoCode',
  'codesAtCursor',
  'commentQuotation',
  'copyQuotation',
  'extendQuotation',
  'extractQuotations',
  'insertQuotation',
  'insertTable',
  'memos.link',
  'memos.show',
  'newCode',
  'newMemoHere',
  'removeCode',
  'review.accept',
  'review.acceptAlike',
  'review.choosePlace',
  'review.compare',
  'review.keepLost',
  'review.reattach',
  'updateTables',
];

const lock = 'workbench.action.files.setActiveEditorReadonlyInSession';
const typing = inText.filter(({ command }) => command === 'codeboom.typeAhead');
const codingKeys = inText.filter(
  (row) => row.when.includes('&& codeboom.codingMode') && !typing.includes(row),
);

/** The row that VS Code takes: of several that fit, the last one. */
function rowFor({ key, when }: Key): Key | undefined {
  return inText.findLast((row) => row.key === key && row.when === `${when} && !editorReadonly`);
}

describe('a key that asks something', () => {
  for (const command of asking) {
    it(`locks the text before an extension hears of it: ${command}`, () => {
      const rows = inText.filter((row) => row.command === `codeboom.${command}` && !codingKeys.includes(row));
      assert.ok(rows.length > 0);
      for (const row of rows) {
        const commands = [lock, { command: 'codeboom.askByKey', args: command }];
        assert.deepEqual(rowFor(row)?.args, { commands }, row.key);
      }
    });
  }

  it('is that of one of these commands', () => {
    const asked = inText.flatMap(({ args }) =>
      [...JSON.stringify(args ?? '').matchAll(/"codeboom.askByKey","args":"([\w.]+)"/g)].map(
        (match) => match[1],
      ),
    );
    assert.deepEqual(asked.sort(), asking);
  });

  it('is followed by letters that wait for the question', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      assert.equal(typing.find(({ key }) => key === letter)?.args, letter);
      assert.equal(typing.find(({ key }) => key === `shift+${letter}`)?.args, letter.toUpperCase());
    }
  });

  it('and a drag are followed by letters that do not get into the text', () => {
    const inTranscript = 'editorTextFocus && codeboom.inTranscript';
    const locked = `${inTranscript} && editorReadonly && !codeboom.codingMode`;
    const notLocked = `${inTranscript} && !editorReadonly && codeboom.codingMode`;
    assert.deepEqual([...new Set(typing.map(({ when }) => when))], [`${locked} || ${notLocked}`]);
  });

  it('is followed by keys of coding mode that can be told apart, and so be typed', () => {
    const singleKeys = codingKeys.filter(({ key }) =>
      /^(shift\+)?(.|space|enter|delete|backspace)$/.test(key),
    );
    const names = singleKeys.map(({ command, args }) => `${command} ${args ?? ''}`);
    assert.ok(names.length > 30);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });
});
