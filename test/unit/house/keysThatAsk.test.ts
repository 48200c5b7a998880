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
  'query',
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
const codingKeys = inText.filter((row) => row.when.includes('&& codeboom.codingMode'));

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
});
