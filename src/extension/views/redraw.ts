import * as vscode from 'vscode';

/** Which elements of a tree are to be drawn again. */
export type Stale<Element> = readonly Element[] | 'all';

/** A burst of changes, such as typing, is drawn once. */
const quietMilliseconds = 30;

/** Tells VS Code what to draw again in a tree view: only what changed, and once for a burst of changes. */
export class Redraw<Element> implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Element[] | undefined>();
  readonly #stale: () => Stale<Element>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param stale what is out of date, asked for after the burst */
  constructor(stale: () => Stale<Element>) {
    this.#stale = stale;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => this.now(), quietMilliseconds);
  }

  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const stale = this.#stale();
    if (stale === 'all') this.#changed.fire(undefined);
    else if (stale.length > 0) this.#changed.fire([...stale]);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }
}
