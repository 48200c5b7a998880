import * as vscode from 'vscode';
import type { StudyDocument } from '../../core/study/model.ts';
import type { TextRange } from '../../core/study/problem.ts';
import type { CodeVisibility } from '../codeVisibility.ts';
import type { ColorBy } from '../colorBy.ts';
import { rangeOf } from '../positions.ts';
import type { Sessions } from '../sessions.ts';
import { HighlightStyles } from './highlightStyles.ts';
import type { Layer } from './layer.ts';
import { highlightsOf, marginOf, type Showing } from './layers.ts';

const watched = ['codeboom.highlights', 'codeboom.stripes'];

/** Several changes in one turn of the event loop are drawn once. */
const coalesceMilliseconds = 10;

/** Draws the quotations in every visible transcript: in the text and, as stripes, in the margin. */
export class Highlights implements vscode.Disposable {
  readonly #styles = new HighlightStyles();
  readonly #subscriptions: vscode.Disposable[];
  readonly #sessions: Sessions;
  readonly #visibility: CodeVisibility;
  readonly #colorBy: ColorBy;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sessions: Sessions, visibility: CodeVisibility, colorBy: ColorBy) {
    this.#sessions = sessions;
    this.#visibility = visibility;
    this.#colorBy = colorBy;
    const redraw = () => this.#redrawSoon();
    this.#subscriptions = [
      this.#styles,
      sessions.onDidChangeActive(redraw),
      visibility.onDidChange(redraw),
      colorBy.onDidChange(redraw),
      vscode.window.onDidChangeVisibleTextEditors(redraw),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (watched.some((setting) => event.affectsConfiguration(setting))) redraw();
      }),
    ];
    redraw();
  }

  #redrawSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      for (const editor of vscode.window.visibleTextEditors) this.#draw(editor);
    }, coalesceMilliseconds);
  }

  #draw(editor: vscode.TextEditor): void {
    const session = this.#sessions.of(editor.document.uri);
    const document = session?.documentOf(editor.document.uri);
    if (!session || !document) return;
    const showing = {
      codebook: session.study.codebook,
      visibility: this.#visibility,
      colorBy: this.#colorBy,
    };
    const wanted = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    for (const [textRange, layers] of layersOf(document, showing)) {
      const range = rangeOf(editor.document, textRange);
      for (const layer of layers) {
        const type = this.#styles.typeOf(layer);
        const ranges = wanted.get(type);
        if (ranges) ranges.push(range);
        else wanted.set(type, [range]);
      }
    }
    for (const type of this.#styles.types) editor.setDecorations(type, wanted.get(type) ?? []);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** What the user wants to see of the quotations. */
function* layersOf(document: StudyDocument, showing: Showing): Iterable<[TextRange, readonly Layer[]]> {
  const settings = vscode.workspace.getConfiguration('codeboom');
  if (settings.get('highlights', true)) yield* highlightsOf(document, showing);
  if (settings.get('stripes', true)) yield* marginOf(document, showing);
}
