import { ancestorAt, codeTreeOf } from './codeTree.ts';
import type { Code, Codebook, Level } from './model.ts';

/** The colours that have a name in FORMAT.md; each theme gives them values that keep text readable. */
export const paletteSlots = ['orange', 'sky', 'green', 'yellow', 'blue', 'vermilion', 'purple'] as const;

export type PaletteSlot = (typeof paletteSlots)[number];

/** The values that the slots have in the manifest, for pictures, which cannot ask the theme for a colour. */
export const slotColors: Readonly<Record<PaletteSlot, { readonly light: string; readonly dark: string }>> = {
  orange: { light: '#979732', dark: '#E69F00' },
  sky: { light: '#6699B3', dark: '#56B4E9' },
  green: { light: '#117733', dark: '#009E73' },
  yellow: { light: '#41A393', dark: '#F0E442' },
  blue: { light: '#332288', dark: '#0072B2' },
  vermilion: { light: '#CC6677', dark: '#D55E00' },
  purple: { light: '#882255', dark: '#CC79A7' },
};

export function isPaletteSlot(color: string): color is PaletteSlot {
  return paletteSlots.some((slot) => slot === color);
}

/** Whether text is a colour that a code can have. */
export function isColor(text: string): boolean {
  return isPaletteSlot(text) || /^#[0-9a-f]{6}$/i.test(text);
}

/**
 * The colour to show a code in: its own, else that of the nearest code above it that has one, else a slot that depends
 * only on the top of its tree, so that it is the same in every view and session. A colour that does not exist is none.
 */
export function shownColorOf(codebook: Codebook, id: string): string {
  const path = codeTreeOf(codebook).pathTo(id);
  const colors = path.flatMap(({ color }) => (color !== undefined && isColor(color) ? color : []));
  const color = colors.at(-1);
  if (color !== undefined) return color;
  const top = path[0]?.id ?? id;
  let hash = 0;
  for (const character of top) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return paletteSlots[hash % paletteSlots.length] ?? 'orange';
}

/**
 * The code whose colour and name stand for a code when codes are coloured by level: the nearest code of that level on the
 * way up, itself included. One without a dimension stands under its theme, one without a theme for itself: so it is told
 * apart from its neighbours as long as it is not grouped. Undefined for a code that does not exist.
 */
export function standInOf(codebook: Codebook, id: string, by: Level): Code | undefined {
  const own = codebook.codes.get(id);
  if (by === 'code') return own;
  const theme = () => ancestorAt(codebook, id, 'theme') ?? own;
  return by === 'theme' ? theme() : (ancestorAt(codebook, id, 'dimension') ?? theme());
}
