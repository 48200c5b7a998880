import * as vscode from 'vscode';
import { shownColorOf } from '../core/study/colors.ts';
import type { Code, Codebook } from '../core/study/model.ts';
import { isPaletteSlot, looksOfSlots } from '../core/study/palette.ts';
import { themeColorOf } from './editor/highlightStyles.ts';

/** The icon of a code in a tree: its shape tells the level, its colour that of the highlights. */
export function codeIcon(codebook: Codebook, code: Code): vscode.ThemeIcon | vscode.Uri {
  const color = shownColorOf(codebook, code.id);
  const themeColor = themeColorOf(color);
  if (themeColor) return new vscode.ThemeIcon(iconNames[code.level], themeColor);
  return picture(code.level, color);
}

/** The icon of a code in a picker, where VS Code draws the icons of a theme without their colour. */
export function codePicture(codebook: Codebook, code: Code): Picture {
  return colorPicture(shownColorOf(codebook, code.id), code.level);
}

interface Picture {
  readonly light: vscode.Uri;
  readonly dark: vscode.Uri;
}

/** A colour that a code can have, as an icon in a picker. */
export function colorPicture(color: string, level: Code['level'] = 'code'): Picture {
  const { light, dark } = isPaletteSlot(color) ? looksOfSlots[color] : { light: color, dark: color };
  return { light: picture(level, light), dark: picture(level, dark) };
}

function picture(level: Code['level'], color: string): vscode.Uri {
  return vscode.Uri.parse(`data:image/svg+xml,${encodeURIComponent(drawing(level, color))}`);
}

const iconNames: Record<Code['level'], string> = {
  code: 'circle-filled',
  theme: 'symbol-structure',
  dimension: 'layers',
};

/** A colour that no theme has a name for needs a picture of its own. The colour was checked to be `#rrggbb`. */
function drawing(level: Code['level'], color: string): string {
  const shape =
    level === 'code'
      ? `<circle cx="8" cy="8" r="4.5"/>`
      : level === 'theme'
        ? `<rect x="3.5" y="3.5" width="9" height="9" rx="1.5"/>`
        : `<path d="M8 2.5 13.5 8 8 13.5 2.5 8Z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="${color}">${shape}</svg>`;
}
