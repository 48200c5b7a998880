import * as vscode from 'vscode';
import type { CodingMode } from '../editor/codingMode.ts';
import { inTranscript } from '../inTranscript.ts';
import { codeRow } from '../picker/codeRow.ts';
import { pickOne } from '../picker/pickOne.ts';
import { type RecentCodes, recentCodes } from '../recentCodes.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import type { ApplyCodes } from './applyCodes.ts';
import type { CommandRow } from './register.ts';

/** The commands of coding mode; what its keys do besides is in the manifest. */
export function codingModeCommands(
  context: vscode.ExtensionContext,
  sessions: Sessions,
  codingMode: CodingMode,
  recent: RecentCodes,
  applyCodes: ApplyCodes,
): readonly CommandRow[] {
  return [
    { id: 'startCodingMode', run: () => codingMode.start() },
    { id: 'leaveCodingMode', run: () => codingMode.leave() },
    { id: 'codingModeKeys', run: () => showKeys(context.extension.packageJSON) },
    // Without a command for them, VS Code says over the text that the editor is read-only and offers to change that.
    { id: 'otherKey', run: () => vscode.window.setStatusBarMessage(say('codingMode.otherKey'), 4000) },
    { id: 'applyRecentCode', run: (number?: unknown) => applyRecent(sessions, recent, applyCodes, number) },
  ];
}

/** Applies the recent code of a number key; without a number, the one that the user chooses. */
async function applyRecent(
  sessions: Sessions,
  recent: RecentCodes,
  applyCodes: ApplyCodes,
  number: unknown,
): Promise<void> {
  const where = inTranscript(sessions);
  if (!where) return;
  const codes = recentCodes(recent, where.session);
  const code =
    typeof number === 'number'
      ? codes[number - 1]
      : (
          await pickOne(
            codes.map((each, index) => {
              const { label, ...row } = codeRow(where.session.study.codebook, each);
              return { ...row, label: `${index + 1}  ${label}`, code: each };
            }),
            { title: say('codingMode.recent'), placeHolder: say('codingMode.recentPlaceholder') },
          )
        )?.code;
  if (code) applyCodes.applyInPlace(where, [code.id]);
  else if (typeof number === 'number') {
    vscode.window.setStatusBarMessage(say('codingMode.noRecent', { number }), 4000);
  }
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when?: string;
      readonly args?: unknown;
    }[];
  };
}

/** Lists the keys of coding mode, as the manifest has them, and does what is chosen. */
async function showKeys({ contributes }: Manifest): Promise<void> {
  const titles = new Map(contributes.commands.map(({ command, title }) => [command, title]));
  const keysOf = new Map<string, string[]>();
  for (const { command, key, when, args } of contributes.keybindings) {
    if (when?.includes('editorReadonly') !== true || !titles.has(command)) continue;
    if (command === 'codeboom.otherKey') continue;
    const label = args === undefined ? shown(key) : '1–9';
    keysOf.set(command, [...new Set([...(keysOf.get(command) ?? []), label])]);
  }
  const items = [...keysOf].map(([command, keys]) => ({
    label: keys.join(', '),
    description: titles.get(command) ?? '',
    command,
  }));
  const title = say('codingMode.keys');
  const picked = await pickOne(items, { title, matchOnDescription: true });
  if (picked) await vscode.commands.executeCommand(picked.command);
}

const signs: Readonly<Record<string, string>> = { left: '←', right: '→', up: '↑', down: '↓' };

function shown(key: string): string {
  return key
    .split('+')
    .map((part) => signs[part] ?? part.charAt(0).toUpperCase() + part.slice(1))
    .join('+');
}
