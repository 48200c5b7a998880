import * as vscode from 'vscode';

/** Which codes are highlighted: all but those that the user switched off in the code tree; kept per workspace. */
export class CodeVisibility implements vscode.Disposable {
  static readonly #key = 'codeboom.hiddenCodes';
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #memento: vscode.Memento;
  #hidden: ReadonlySet<string>;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#hidden = new Set(memento.get<string[]>(CodeVisibility.#key, []));
  }

  isShown(code: string): boolean {
    return !this.#hidden.has(code);
  }

  /** Switches codes on or off. */
  set(codes: Iterable<readonly [code: string, shown: boolean]>): void {
    const hidden = new Set(this.#hidden);
    for (const [code, shown] of codes) {
      if (shown) hidden.delete(code);
      else hidden.add(code);
    }
    this.#hidden = hidden;
    void this.#memento.update(CodeVisibility.#key, [...hidden]);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
