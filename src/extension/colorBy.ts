import * as vscode from 'vscode';
import { standInOf } from '../core/study/colors.ts';
import { type Codebook, type Level, levels } from '../core/study/model.ts';
import type { MessageKey } from '../messages/english.ts';
import { pickOne } from './picker/pickOne.ts';
import { say } from './say.ts';

const rows: Record<Level, { readonly label: MessageKey; readonly detail: MessageKey }> = {
  code: { label: 'colorBy.code', detail: 'colorBy.codeDetail' },
  theme: { label: 'colorBy.theme', detail: 'colorBy.themeDetail' },
  dimension: { label: 'colorBy.dimension', detail: 'colorBy.dimensionDetail' },
};

/** Whether highlights and stripes have the colours of codes, of themes or of dimensions; kept per workspace. */
export class ColorBy implements vscode.Disposable {
  static readonly #key = 'codeboom.colorBy';
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get #level(): Level {
    const kept = this.#memento.get<string>(ColorBy.#key);
    return levels.find((level) => level === kept) ?? 'code';
  }

  /** The code that a code is shown as. */
  standInOf(codebook: Codebook, code: string): string {
    return standInOf(codebook, code, this.#level)?.id ?? code;
  }

  /** Colour by Code, Theme or Dimension…: lets the user choose, in all editors at once. */
  async choose(level?: Level): Promise<void> {
    const chosen = level ?? (await this.#ask());
    if (chosen === undefined || chosen === this.#level) return;
    await this.#memento.update(ColorBy.#key, chosen);
    this.#changed.fire();
  }

  async #ask(): Promise<Level | undefined> {
    const items = levels.map((level) => ({
      label: say(rows[level].label),
      detail: say(rows[level].detail),
      ...(level === this.#level && { description: say('colorBy.now') }),
      level,
    }));
    return (await pickOne(items, { title: say('colorBy.title') }))?.level;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
