import * as vscode from 'vscode';
import { modelPanelType } from '../../webview/model/messages.ts';
import type { CommandRow } from '../commands/register.ts';
import type { Sessions } from '../sessions.ts';
import type { ModelPanels } from './modelPanels.ts';
import type { Views } from './modelRequests.ts';

/** The drawing of the model. Its code is loaded when it is first shown, or is back after a reload of the window. */
export class ModelDrawing implements vscode.Disposable {
  readonly #load: () => Promise<ModelPanels>;
  readonly #sessions: Sessions;
  readonly #serializer: vscode.Disposable;
  #panels: Promise<ModelPanels> | undefined;

  constructor(sessions: Sessions, context: vscode.ExtensionContext, views: Views) {
    this.#sessions = sessions;
    this.#load = async () => new (await import('./modelPanels.ts')).ModelPanels(sessions, context, views);
    this.#serializer = vscode.window.registerWebviewPanelSerializer(modelPanelType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await this.#loaded()).take(panel, state),
    });
  }

  get rows(): readonly CommandRow[] {
    const sessions = this.#sessions;
    return [
      {
        id: 'model.show',
        run: async () => sessions.active && (await this.#loaded()).show(sessions.active),
      },
      { id: 'model.export', run: async () => (await this.#loaded()).export() },
      { id: 'model.copyMermaid', run: async () => (await this.#loaded()).copyMermaid() },
    ];
  }

  #loaded(): Promise<ModelPanels> {
    this.#panels ??= this.#load();
    return this.#panels;
  }

  dispose(): void {
    this.#serializer.dispose();
    void this.#panels?.then((panels) => panels.dispose());
  }
}
