import { shownColorOf } from '../../study/colors.ts';
import type { Codebook } from '../../study/model.ts';
import { isPaletteSlot, type PaletteSlot, paletteSlots } from '../../study/palette.ts';
import type { ColorOf } from './inputs.ts';

/** The palette on white paper: the values of light themes. */
const onPaper: Readonly<Record<PaletteSlot, string>> = {
  orange: '#979732',
  sky: '#6699b3',
  green: '#117733',
  yellow: '#41a393',
  blue: '#332288',
  vermilion: '#cc6677',
  purple: '#882255',
};

/** The colours of codes by their names, as in the code tree. Of codes of one name, that of the first. */
export function colorsOf(codebook: Codebook): ColorOf {
  const colors = new Map<string, string>();
  for (const { id, name } of codebook.codes.values()) {
    const color = shownColorOf(codebook, id);
    if (!colors.has(name)) colors.set(name, isPaletteSlot(color) ? onPaper[color] : color.toLowerCase());
  }
  return (name) => colors.get(name);
}

/** A colour for the nth thing that has none of its own. */
export function spareColor(index: number): string {
  return onPaper[paletteSlots[index % paletteSlots.length] ?? 'orange'];
}

/** Whether white stands out on a colour more than black does, by the luminance of WCAG. */
export function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179;
}
