import * as vscode from 'vscode';
import { quotationsAt } from '../../core/study/quotations.ts';
import { quotationsMeant, transcriptIn } from '../inTranscript.ts';
import { textRangeOf } from '../positions.ts';
import type { Sessions } from '../sessions.ts';
import type { QuotationsView } from '../views/quotationsView.ts';

/** The cursor rests for so long before the view follows it. */
const restMilliseconds = 150;
const key = 'codeboom.quotations.following';

/**
 * Lets the quotations view follow the cursor: it shows what the quotation there is compared with, and keeps what it shows where
 * there is none. When the user chooses what to show, it follows no more.
 */
export class FollowCursor implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #quotations: QuotationsView;
  readonly #memento: vscode.Memento;
  readonly #subscriptions: vscode.Disposable[] = [];
  #isFollowing: boolean;
  /** The quotation that was gone to from the view: what it is compared with would take the list from under the reader. */
  #held: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sessions: Sessions, quotations: QuotationsView, memento: vscode.Memento) {
    this.#sessions = sessions;
    this.#quotations = quotations;
    this.#memento = memento;
    this.#isFollowing = memento.get(key, false);
    this.#subscriptions.push(
      vscode.window.onDidChangeTextEditorSelection(() => this.#soon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#soon()),
      quotations.onDidChoose(() => this.set(false)),
    );
    this.#tellContext();
  }

  set(isFollowing: boolean): void {
    if (this.#isFollowing !== isFollowing) void this.#memento.update(key, isFollowing);
    this.#isFollowing = isFollowing;
    this.#held = undefined;
    this.#tellContext();
    this.#follow();
  }

  /** The cursor is about to be put at a quotation of the list, which stays as it is while the cursor is there. */
  hold(quotation: string): void {
    this.#held = quotation;
  }

  #soon(): void {
    if (!this.#isFollowing) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#follow(), restMilliseconds);
  }

  #follow(): void {
    if (!this.#isFollowing || !this.#quotations.view.visible) return;
    const where = transcriptIn(this.#sessions, vscode.window.activeTextEditor);
    if (!where || where.session !== this.#sessions.active) return;
    const range = textRangeOf(where.editor.document, where.editor.selection);
    if (quotationsAt(where.document, range).some(({ id }) => id === this.#held)) return;
    this.#held = undefined;
    const [quotation] = quotationsMeant(where);
    if (quotation) this.#quotations.follow(quotation);
  }

  #tellContext(): void {
    void vscode.commands.executeCommand('setContext', key, this.#isFollowing);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
