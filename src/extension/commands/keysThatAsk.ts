import * as vscode from 'vscode';
import type { CodingMode } from '../editor/codingMode.ts';
import { expectTyping, isTypingExpected, landTyping, typeAhead } from '../picker/typedAhead.ts';
import { say } from '../say.ts';
import { type CommandRow, registerCommands } from './register.ts';

const typeAheadCommand = 'codeboom.typeAhead';

interface Manifest {
  readonly contributes: {
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when?: string;
      readonly args?: unknown;
    }[];
  };
}

/**
 * A key that asks something is followed by typing, at once; but until the question has the focus, what is typed goes to the
 * editor, and would replace the words that are selected there. No extension is fast enough to prevent that. So in the
 * manifest such a key first makes the editor read-only, which VS Code does before it looks at the next key, and then runs
 * `askByKey`. What is typed into the read-only transcript is kept for the question (`typeAhead`), and so are the keys of coding
 * mode, where single letters are commands.
 *
 * @returns registers all commands. They ask before they wait for anything, so that VS Code was told to show the question once
 *   they return, and only then that the editor can be written in again
 */
export function commandsWithKeysThatAsk(
  manifest: Manifest,
  codingMode: CodingMode,
): (rows: readonly CommandRow[]) => vscode.Disposable {
  const characters = charactersOf(manifest);
  return (rows) => registerCommands(withKeysThatAsk(characters, codingMode, rows));
}

function withKeysThatAsk(
  characters: ReadonlyMap<string, string>,
  codingMode: CodingMode,
  rows: readonly CommandRow[],
): readonly CommandRow[] {
  const known = new Map(rows.map((row) => [row.id, row]));

  const perform = async (row: CommandRow, args: never[], isAsked = () => {}): Promise<unknown> => {
    // Nobody runs a command while something is dragged.
    codingMode.lockAgain();
    const isFirst = !isTypingExpected();
    if (isFirst) expectTyping();
    let answer: unknown;
    try {
      const loaded = row.load ? await row.load() : row;
      answer = loaded?.run(...args);
    } finally {
      isAsked();
      if (isFirst) void landTyping();
    }
    return await answer;
  };

  const askByKey = (command: string): unknown => {
    const locked = vscode.window.activeTextEditor?.document;
    const row = known.get(command);
    return row && perform(row, [], () => locked && void codingMode.takeOver(locked));
  };

  return [
    ...rows.map((row) => ({
      id: row.id,
      run: (...args: never[]) => {
        const character = isTypingExpected() ? characters.get(nameOf(row.id, args[0])) : undefined;
        return character === undefined ? perform(row, args) : typeAhead(character);
      },
    })),
    { id: 'askByKey', run: askByKey },
    {
      id: 'typeAhead',
      run: (text: string) => {
        if (isTypingExpected()) typeAhead(text);
        else if (codingMode.isOn) codingMode.lockAgain();
        else vscode.window.setStatusBarMessage(say('typeAhead.readOnly'), 4000);
      },
    },
  ];
}

/**
 * What the single keys of coding mode type where they are no commands, by their command and its argument; a command that
 * several keys run tells them apart by that.
 */
function charactersOf({ contributes }: Manifest): ReadonlyMap<string, string> {
  return new Map(
    contributes.keybindings
      .filter(({ command, when }) => command !== typeAheadCommand && when?.includes('codeboom.codingMode'))
      .flatMap(({ command, key, args }) => {
        const typed = typedBy(key);
        return typed === undefined ? [] : [[nameOf(command.replace('codeboom.', ''), args), typed] as const];
      }),
  );
}

/** What a key types ahead: nothing, if it would end the question. */
function typedBy(key: string): string | undefined {
  if (key === 'space') return ' ';
  if (key === 'backspace') return key;
  if (key === 'enter' || key === 'delete') return '';
  if (key === 'shift+/') return '?';
  const [, shift, character] = /^(shift\+)?(.)$/.exec(key) ?? [];
  return shift ? character?.toUpperCase() : character;
}

function nameOf(command: string, argument: unknown): string {
  return `${command} ${typeof argument === 'string' || typeof argument === 'number' ? argument : ''}`;
}
