import * as vscode from 'vscode';
import type { RecentCodes } from '../recentCodes.ts';
import { recentCodes } from '../recentCodes.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import type { CodingMode } from './codingMode.ts';

/** No name of a code takes more room than this in the status bar, in UTF-16 code units. */
const longestName = 18;

/** Two items of the status bar while coding mode is on: one says so and leaves it, one has the codes of the number keys. */
export class CodingModeStatus implements vscode.Disposable {
  readonly #mode = vscode.window.createStatusBarItem(
    'codeboom.codingMode',
    vscode.StatusBarAlignment.Left,
    2,
  );
  readonly #codes = vscode.window.createStatusBarItem('codeboom.recent', vscode.StatusBarAlignment.Left, 1);
  readonly #subscriptions: vscode.Disposable[];
  readonly #sessions: Sessions;
  readonly #recent: RecentCodes;

  constructor(sessions: Sessions, codingMode: CodingMode, recent: RecentCodes) {
    this.#sessions = sessions;
    this.#recent = recent;
    this.#mode.name = say('codingMode.name');
    this.#mode.text = `$(record-keys) ${say('codingMode.name')}`;
    this.#mode.tooltip = say('codingMode.tooltip');
    this.#mode.command = 'codeboom.leaveCodingMode';
    this.#codes.name = say('codingMode.recent');
    this.#codes.command = 'codeboom.applyRecentCode';
    const update = () => this.#update(codingMode.isOn);
    this.#subscriptions = [
      this.#mode,
      this.#codes,
      codingMode.onDidChange(update),
      sessions.onDidChangeActive(update),
      recent.onDidChange(update),
    ];
  }

  #update(isOn: boolean): void {
    const names = recentCodes(this.#recent, this.#sessions.active).map(({ name }) => name);
    if (isOn) this.#mode.show();
    else this.#mode.hide();
    if (!isOn || names.length === 0) {
      this.#codes.hide();
      return;
    }
    this.#codes.text = names.map((name, index) => `${index + 1} ${escapeIcons(short(name))}`).join('  ');
    const spoken = names.map((name, index) => `${index + 1} ${name}`);
    this.#codes.tooltip = [say('codingMode.recent'), ...spoken].join('\n');
    this.#codes.accessibilityInformation = { label: `${say('codingMode.recent')}: ${spoken.join(', ')}` };
    this.#codes.show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function short(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;
}

/** The name of a code is text: `$(flame)` in it is no icon. */
function escapeIcons(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
