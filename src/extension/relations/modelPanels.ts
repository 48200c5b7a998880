import * as vscode from 'vscode';
import { type FromPanel, modelPanelType, type PanelState } from '../../webview/model/messages.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { ModelPanel } from './modelPanel.ts';
import { answer, askForDrawing, copyMermaid, type Views } from './modelRequests.ts';

/** The panels with the drawing of the conceptual model, one for each study. */
export class ModelPanels implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #context: vscode.ExtensionContext;
  readonly #views: Views;
  readonly #panels = new Map<string, ModelPanel>();
  readonly #subscription: vscode.Disposable;

  constructor(sessions: Sessions, context: vscode.ExtensionContext, views: Views) {
    this.#sessions = sessions;
    this.#context = context;
    this.#views = views;
    // Heard after every change, and when a study was opened: a panel may be back before its study is.
    this.#subscription = sessions.onDidChangeProblems((session) =>
      this.#panels.get(session.root.toString())?.show(session),
    );
  }

  /** Shows the model of a study. */
  show(session: StudySession): void {
    const root = session.root.toString();
    const known = this.#panels.get(root);
    if (known) {
      known.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      modelPanelType,
      say('model.title'),
      vscode.ViewColumn.Active,
    );
    this.take(panel, { root });
  }

  /** Asks in which format to export the drawing that the user is at. */
  async export(): Promise<void> {
    const panel = this.#active;
    if (panel) await askForDrawing(panel);
  }

  /** Copies the model of the drawing that the user is at. */
  async copyMermaid(): Promise<void> {
    const panel = this.#active;
    const session = panel && this.#sessionOf(panel.state.root);
    if (session) await copyMermaid(session, panel);
  }

  /**
   * Makes an empty panel one with a drawing.
   *
   * @param state what VS Code kept of the panel, which may be anything
   */
  take(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = panelStateIn(state);
    if (!kept || this.#panels.has(kept.root)) {
      panel.dispose();
      return;
    }
    const taken = new ModelPanel(panel, kept, this.#context);
    this.#panels.set(kept.root, taken);
    panel.onDidDispose(() => this.#panels.delete(kept.root));
    panel.webview.onDidReceiveMessage((message: FromPanel) => {
      // A panel whose study is not open yet is told when it is.
      const session = this.#sessionOf(kept.root);
      const request = taken.hear(session, message);
      if (request && session)
        void answer(session, taken, request, session === this.#sessions.active, this.#views);
    });
  }

  get #active(): ModelPanel | undefined {
    return [...this.#panels.values()].find(({ panel }) => panel.active);
  }

  #sessionOf(root: string): StudySession | undefined {
    return this.#sessions.all.find((session) => session.root.toString() === root);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

function panelStateIn(state: unknown): PanelState | undefined {
  if (typeof state !== 'object' || state === null || !('root' in state)) return undefined;
  const { root } = state;
  if (typeof root !== 'string') return undefined;
  const top = 'top' in state && typeof state.top === 'string' ? state.top : undefined;
  return { root, ...(top !== undefined && { top }) };
}
