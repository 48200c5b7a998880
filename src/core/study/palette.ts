/** The colours that have a name in FORMAT.md; each theme gives them values that keep text readable. */
export const paletteSlots = ['orange', 'sky', 'green', 'yellow', 'blue', 'vermilion', 'purple'] as const;

export type PaletteSlot = (typeof paletteSlots)[number];

/** How a slot looks in a theme, `#rrggbb`: the defaults of the manifest, for pictures, which cannot ask the theme, and to tell how much alike two slots are. */
export const looksOfSlots: Record<PaletteSlot, { readonly dark: string; readonly light: string }> = {
  orange: { dark: '#E69F00', light: '#979732' },
  sky: { dark: '#56B4E9', light: '#6699B3' },
  green: { dark: '#009E73', light: '#117733' },
  yellow: { dark: '#F0E442', light: '#41A393' },
  blue: { dark: '#0072B2', light: '#332288' },
  vermilion: { dark: '#D55E00', light: '#CC6677' },
  purple: { dark: '#CC79A7', light: '#882255' },
};

export function isPaletteSlot(color: string): color is PaletteSlot {
  return paletteSlots.some((slot) => slot === color);
}

/**
 * The slot to take next: of those that are used least, the one that is least like any that is used more often.
 *
 * @param used how often each slot is used; one that is not in it is not
 */
export function leastUsedSlot(used: ReadonlyMap<PaletteSlot, number>): PaletteSlot {
  const countOf = (slot: PaletteSlot) => used.get(slot) ?? 0;
  const least = Math.min(...paletteSlots.map(countOf));
  const taken = paletteSlots.filter((slot) => countOf(slot) > least);
  const apart = (slot: PaletteSlot) => Math.min(...taken.map((other) => differenceOf(slot, other)));
  return paletteSlots
    .filter((slot) => countOf(slot) === least)
    .reduce((best, slot) => (apart(slot) > apart(best) ? slot : best));
}

/** How different two slots look in the theme in which they look most alike. */
function differenceOf(one: PaletteSlot, other: PaletteSlot): number {
  const [a, b] = [looksOfSlots[one], looksOfSlots[other]];
  return Math.min(
    distance(perceived(a.dark), perceived(b.dark)),
    distance(perceived(a.light), perceived(b.light)),
  );
}

type Triple = readonly [number, number, number];

const distance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** A colour in Oklab, where distances are as the eye sees them. */
function perceived(color: string): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}
