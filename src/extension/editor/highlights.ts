import * as vscode from 'vscode';
import { shownColorOf } from '../../core/study/colors.ts';
import { isPlaced } from '../../core/study/counts.ts';
import type { Codebook, StudyDocument } from '../../core/study/model.ts';
import { type Segment, segmentsOf } from '../../core/study/segments.ts';
import type { CodeVisibility } from '../codeVisibility.ts';
import { rangeOf } from '../positions.ts';
import type { Sessions } from '../sessions.ts';
import { HighlightStyles, type Layer } from './highlightStyles.ts';

/** Several changes in one turn of the event loop are drawn once. */
const coalesceMilliseconds = 10;

/** Draws the quotations in every visible transcript. */
export class Highlights implements vscode.Disposable {
  readonly #styles = new HighlightStyles();
  readonly #subscriptions: vscode.Disposable[];
  readonly #sessions: Sessions;
  readonly #visibility: CodeVisibility;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sessions: Sessions, visibility: CodeVisibility) {
    this.#sessions = sessions;
    this.#visibility = visibility;
    const redraw = () => this.#redrawSoon();
    this.#subscriptions = [
      this.#styles,
      sessions.onDidChangeActive(redraw),
      visibility.onDidChange(redraw),
      vscode.window.onDidChangeVisibleTextEditors(redraw),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('codeboom.highlights')) redraw();
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
    const wanted = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    if (vscode.workspace.getConfiguration('codeboom').get('highlights', true)) {
      for (const [segment, layers] of this.#layersOf(document, session.study.codebook)) {
        const range = rangeOf(editor.document, segment);
        for (const layer of layers) {
          const type = this.#styles.typeOf(layer);
          const ranges = wanted.get(type);
          if (ranges) ranges.push(range);
          else wanted.set(type, [range]);
        }
      }
    }
    for (const type of this.#styles.types) editor.setDecorations(type, wanted.get(type) ?? []);
  }

  *#layersOf(document: StudyDocument, codebook: Codebook): Iterable<[Segment, readonly Layer[]]> {
    const shown = document.quotations.filter(
      (quotation) =>
        isPlaced(quotation) &&
        (quotation.codes.length === 0 || quotation.codes.some((code) => this.#visibility.isShown(code))),
    );
    for (const segment of segmentsOf(shown)) {
      // The shortest quotation is the one that a reader looks at: its first code gives the tint.
      const inner = [...segment.quotations].sort((a, b) => a.end - a.start - (b.end - b.start));
      const codes = [...new Set(inner.flatMap((quotation) => quotation.codes))].filter((code) =>
        this.#visibility.isShown(code),
      );
      const layers: Layer[] = [];
      const [first, second] = codes;
      if (first === undefined) layers.push({ kind: 'uncoded' });
      else layers.push({ kind: 'tint', color: shownColorOf(codebook, first) });
      if (codes.length > 2) layers.push({ kind: 'more' });
      else if (second !== undefined) layers.push({ kind: 'second', color: shownColorOf(codebook, second) });
      if (inner.some((quotation) => quotation.anchor?.state === 'review')) layers.push({ kind: 'review' });
      yield [segment, layers];
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
