import type * as vscode from 'vscode';

const key = 'codeboom.recentCodes';
const most = 30;

/** The codes applied last, most recent first; kept per workspace. */
export class RecentCodes {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get ids(): readonly string[] {
    return this.#memento.get<string[]>(key, []);
  }

  /** The codes that were applied together last. */
  get last(): readonly string[] {
    return this.#memento.get<string[]>(`${key}.last`, []);
  }

  used(codes: readonly string[]): void {
    if (codes.length === 0) return;
    void this.#memento.update(`${key}.last`, [...codes]);
    void this.#memento.update(key, [...new Set([...codes, ...this.ids])].slice(0, most));
  }
}
