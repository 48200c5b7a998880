import * as vscode from 'vscode';
import { type ConceptModel, conceptModelOf, topsWithRelations } from '../../core/study/conceptModel.ts';
import type { FromPanel, PanelState, Positions, ToPanel } from '../../webview/model/messages.ts';
import type { StudySession } from '../session.ts';
import { panelHtml, panelTexts } from './panelPage.ts';

const positionsKey = 'codeboom.model.positions';

/** What the panel asks the extension to do with the study, beyond showing it. */
export type PanelRequest = Exclude<FromPanel, { readonly kind: 'ready' | 'choose' | 'moved' }>;

/** A panel with the drawing of the model of one study. */
export class ModelPanel {
  readonly panel: vscode.WebviewPanel;
  readonly #memento: vscode.Memento;
  #state: PanelState;
  #isReady = false;
  /** What the drawing was made of; anything else that changes in a study is of no concern. */
  #drawn: readonly unknown[] = [];

  constructor(panel: vscode.WebviewPanel, state: PanelState, context: vscode.ExtensionContext) {
    this.panel = panel;
    this.#state = state;
    this.#memento = context.workspaceState;
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: ['dist', 'media'].map((path) => vscode.Uri.joinPath(context.extensionUri, path)),
    };
    panel.webview.html = panelHtml(panel.webview, context.extensionUri);
  }

  get state(): PanelState {
    return this.#state;
  }

  /** The model as it is shown: all of it when the part that was chosen has no relations any more. */
  modelIn({ study }: StudySession): ConceptModel {
    const { top } = this.#state;
    const isOffered = topsWithRelations(study).some(({ id }) => id === top);
    return conceptModelOf(study, isOffered ? top : undefined);
  }

  /** Shows the model of the study as it is now, if it differs from what is shown. */
  show(session: StudySession): void {
    const { relations, codebook } = session.study;
    const drawn = [relations, codebook, this.#state];
    if (!this.#isReady || drawn.every((part, index) => part === this.#drawn[index])) return;
    this.#drawn = drawn;
    this.tell({
      kind: 'model',
      state: this.#state,
      model: this.modelIn(session),
      tops: topsWithRelations(session.study),
      positions: this.#positions[this.#state.root] ?? {},
      texts: panelTexts(),
    });
  }

  /** Does what a message asks of the panel itself; gives back what is asked of the study. */
  hear(session: StudySession | undefined, message: FromPanel): PanelRequest | undefined {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#drawn = [];
        break;
      case 'choose':
        this.#state = { root: this.#state.root, ...(message.top !== undefined && { top: message.top }) };
        break;
      case 'moved':
        void this.#memento.update(positionsKey, {
          ...this.#positions,
          [this.#state.root]: message.positions,
        });
        // Where nodes were dragged to they are already; all back in their places is to be drawn.
        if (Object.keys(message.positions).length > 0) return undefined;
        this.#drawn = [];
        break;
      default:
        return message;
    }
    if (session) this.show(session);
    return undefined;
  }

  tell(message: ToPanel): void {
    void this.panel.webview.postMessage(message);
  }

  get #positions(): Readonly<Record<string, Positions>> {
    return this.#memento.get(positionsKey, {});
  }
}
