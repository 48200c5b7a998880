import type * as vscode from 'vscode';

const key = 'codeboom.recentQueries';
const most = 20;

/** The queries that were asked last, most recent first; kept per workspace. */
export class RecentQueries {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get all(): readonly string[] {
    return this.#memento.get<string[]>(key, []);
  }

  asked(query: string): void {
    const text = query.trim();
    void this.#memento.update(key, [...new Set([text, ...this.all])].slice(0, most));
  }
}
