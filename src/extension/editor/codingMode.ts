import * as vscode from 'vscode';
import { transcriptIn } from '../inTranscript.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';

/**
 * While coding mode is on, each transcript that the user comes to is read-only for this window, so that single keys can
 * code; the keys are in the manifest, under `editorReadonly`, which no other input has. VS Code locks and unlocks only the
 * active editor: what another editor shows is unlocked when the user comes to it.
 */
export class CodingMode implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  /** The transcripts that are read-only because of coding mode. */
  readonly #locked = new Set<string>();
  #isOn = false;
  #settling: Promise<void> = Promise.resolve();
  #unlockedForDrop: ReturnType<typeof setTimeout> | undefined;

  /** @param onDidDrag tells when codes begin and end to be dragged */
  constructor(sessions: Sessions, onDidDrag: vscode.Event<boolean>) {
    this.#sessions = sessions;
    this.#subscriptions = [
      this.#changed,
      onDidDrag((begins) => (begins ? this.#unlockForDrop() : this.lockAgain())),
      vscode.window.onDidChangeActiveTextEditor(() => this.#settle()),
      vscode.window.onDidChangeTextEditorSelection(() => this.#lockSoon()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#locked.delete(uri.toString())),
    ];
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  async start(): Promise<void> {
    await this.#turn(true);
    vscode.window.setStatusBarMessage(say('codingMode.started'), 8000);
  }

  async leave(): Promise<void> {
    await this.#turn(false);
  }

  /** Takes over an editor that a key made read-only: it stays so in coding mode, and is unlocked otherwise. */
  async takeOver(document: vscode.TextDocument): Promise<void> {
    this.#locked.add(document.uri.toString());
    await this.#settle();
  }

  async #turn(isOn: boolean): Promise<void> {
    clearTimeout(this.#unlockedForDrop);
    this.#unlockedForDrop = undefined;
    this.#isOn = isOn;
    await this.#settle();
    await vscode.commands.executeCommand('setContext', 'codeboom.codingMode', isOn);
    this.#changed.fire();
  }

  /** VS Code lets nothing be dropped on what is read-only, so it is not while codes are dragged. */
  #unlockForDrop(): void {
    if (!this.#isOn) return;
    this.#lockAfter(longestDragMilliseconds);
    void this.#settle();
  }

  /** A click ends a drag; so does a drop, which VS Code must have done with first. */
  #lockSoon(): void {
    if (this.#unlockedForDrop !== undefined) this.#lockAfter(longestDropMilliseconds);
  }

  #lockAfter(milliseconds: number): void {
    clearTimeout(this.#unlockedForDrop);
    this.#unlockedForDrop = setTimeout(() => this.lockAgain(), milliseconds);
  }

  /** After a drop, or when codes were dragged elsewhere. */
  lockAgain(): void {
    if (this.#unlockedForDrop === undefined) return;
    clearTimeout(this.#unlockedForDrop);
    this.#unlockedForDrop = undefined;
    void this.#settle();
  }

  /** Locks or unlocks the active editor, one after the other: between two of them the user may have gone to another. */
  #settle(): Promise<void> {
    this.#settling = this.#settling.then(() => this.#lockOrUnlock());
    return this.#settling;
  }

  async #lockOrUnlock(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const key = editor.document.uri.toString();
    const isWanted =
      this.#isOn && this.#unlockedForDrop === undefined && transcriptIn(this.#sessions, editor) !== undefined;
    if (isWanted === this.#locked.has(key)) return;
    const verb = isWanted ? 'set' : 'reset';
    await vscode.commands.executeCommand(`workbench.action.files.${verb}ActiveEditorReadonlyInSession`);
    if (isWanted) this.#locked.add(key);
    else this.#locked.delete(key);
  }

  dispose(): void {
    clearTimeout(this.#unlockedForDrop);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** VS Code does not say when a drag ended elsewhere. */
const longestDragMilliseconds = 15_000;

const longestDropMilliseconds = 1000;
