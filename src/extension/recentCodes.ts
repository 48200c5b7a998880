import * as vscode from 'vscode';
import type { Code } from '../core/study/model.ts';
import type { StudySession } from './session.ts';

const key = 'codeboom.recentCodes';
const most = 30;

/** How many recent codes have a number key. */
const numbered = 9;

/** The codes applied last, most recent first; kept per workspace. */
export class RecentCodes implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

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
    void this.#memento.update(key, [...new Set([...codes, ...this.ids])].slice(0, most));
    this.usedInPlace(codes);
  }

  /** As `used`, but each keeps its place: a number must not mean another code after each press. */
  usedInPlace(codes: readonly string[]): void {
    void this.#memento.update(`${key}.last`, [...codes]);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The recent codes that a study has, as the number keys count them. */
export function recentCodes(recent: RecentCodes, session: StudySession | undefined): readonly Code[] {
  const codes = session?.study.codebook.codes;
  return recent.ids.flatMap((id) => codes?.get(id) ?? []).slice(0, numbered);
}
