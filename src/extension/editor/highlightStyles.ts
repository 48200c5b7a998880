import * as vscode from 'vscode';
import { isPaletteSlot, paletteSlots } from '../../core/study/palette.ts';
import { keyOfLayer, type Layer } from './layer.ts';
import { moreDrawing, stripeDrawing, stripeLook } from './stripeStyle.ts';

/** One decoration type per layer, made when first used and kept for the window. */
export class HighlightStyles implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  typeOf(layer: Layer): vscode.TextEditorDecorationType {
    const key = keyOfLayer(layer);
    const known = this.#types.get(key);
    if (known) return known;
    const made = vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      ...look(layer),
    });
    this.#types.set(key, made);
    return made;
  }

  get types(): Iterable<vscode.TextEditorDecorationType> {
    return this.#types.values();
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
  }
}

/** Colours of codes as theme colours, so that users and themes can change them. */
export function themeColorOf(color: string): vscode.ThemeColor | undefined {
  return isPaletteSlot(color) ? new vscode.ThemeColor(`codeboom.${color}`) : undefined;
}

function look(layer: Layer): vscode.DecorationRenderOptions {
  switch (layer.kind) {
    case 'tint': {
      const ruler = { overviewRulerLane: vscode.OverviewRulerLane.Right };
      if (isPaletteSlot(layer.color)) {
        return {
          ...ruler,
          backgroundColor: new vscode.ThemeColor(`codeboom.${layer.color}Background`),
          border: '1px solid',
          borderColor: new vscode.ThemeColor(`codeboom.${layer.color}Border`),
          overviewRulerColor: new vscode.ThemeColor(`codeboom.${layer.color}`),
          color: new vscode.ThemeColor('editor.foreground'),
        };
      }
      return {
        ...ruler,
        overviewRulerColor: layer.color,
        color: new vscode.ThemeColor('editor.foreground'),
        light: { backgroundColor: `${layer.color}40` },
        dark: { backgroundColor: `${layer.color}33` },
      };
    }
    case 'second':
      return {
        textDecoration: `underline dashed 2px ${cssColorOf(layer.color)}; text-underline-offset: 3px`,
      };
    case 'more':
      return { textDecoration: 'underline double 1px currentColor; text-underline-offset: 3px' };
    case 'uncoded':
      return { textDecoration: 'underline dotted 1px currentColor; text-underline-offset: 3px' };
    case 'review':
      return {
        border: '1px dashed',
        borderColor: new vscode.ThemeColor('editorWarning.foreground'),
        overviewRulerColor: new vscode.ThemeColor('editorWarning.foreground'),
        overviewRulerLane: vscode.OverviewRulerLane.Right,
      };
    case 'startEdge':
      return edgeLook('1px 0 1px 2px', layer.color);
    case 'endEdge':
      return edgeLook('1px 2px 1px 0', layer.color);
    case 'stripe':
      return stripeLook(layer.lane, stripeDrawing(layer.color));
    case 'moreStripes':
      return stripeLook('more', moreDrawing);
  }
}

/** A line beside a character, which takes no room. */
function edgeLook(borderWidth: string, color: string | undefined): vscode.DecorationRenderOptions {
  const borderColor = color === undefined ? new vscode.ThemeColor('editor.foreground') : cssColorOf(color);
  return { borderStyle: 'solid', borderWidth, borderColor };
}

function cssColorOf(color: string): string {
  const slot = paletteSlots.find((known) => known === color);
  return slot ? `var(--vscode-codeboom-${slot})` : color;
}
