import { ancestorAt, codeTreeOf } from './codeTree.ts';
import { derived } from './derived.ts';
import type { Code, Codebook, Level } from './model.ts';
import { isPaletteSlot, leastUsedSlot, type PaletteSlot } from './palette.ts';

/** Whether text is a colour that a code can have. */
export function isColor(text: string): boolean {
  return isPaletteSlot(text) || /^#[0-9a-f]{6}$/i.test(text);
}

/**
 * The colour to show a code in: its own, else that of the nearest code above it that has one, else the slot of the top of
 * its tree. A colour that does not exist is none.
 */
export function shownColorOf(codebook: Codebook, id: string): string {
  const path = codeTreeOf(codebook).pathTo(id);
  const own = path.findLast(hasColor)?.color;
  return own ?? slotsOfTops(codebook).get(path[0]?.id ?? id) ?? 'orange';
}

/** The slot that a new code at the top of the tree takes: one that no other has, as long as there is one. */
export function slotForNewCode(codebook: Codebook): PaletteSlot {
  return leastUsedSlot(slotsUsed(codebook, slotsOfTops(codebook).values()));
}

/**
 * The slots of the codes at the top of the tree that have no colour: the one that a code got when it was made. Where there is
 * none, as in a codebook from elsewhere, the codes choose one after the other, the oldest first.
 */
const slotsOfTops = derived((codebook: Codebook): ReadonlyMap<string, PaletteSlot> => {
  const slots = new Map<string, PaletteSlot>();
  const tops = codeTreeOf(codebook).roots.filter((code) => !hasColor(code));
  for (const { id, slot } of tops) if (isSlot(slot)) slots.set(id, slot);
  const without = tops.filter(({ slot }) => !isSlot(slot));
  // The slots of others do not count: a code that is made later leaves these as they are.
  const used = slotsUsed(codebook, []);
  for (const { id } of without.sort(byAge)) {
    const slot = leastUsedSlot(used);
    slots.set(id, slot);
    used.set(slot, (used.get(slot) ?? 0) + 1);
  }
  return slots;
});

/** How often codes have each slot for their own colour or, at the top of the tree, got it when they were made. */
function slotsUsed(codebook: Codebook, ofTops: Iterable<string>): Map<PaletteSlot, number> {
  const colors = [...codebook.codes.values()].flatMap(({ color }) => color ?? []);
  const used = new Map<PaletteSlot, number>();
  for (const slot of [...colors, ...ofTops].filter(isPaletteSlot)) used.set(slot, (used.get(slot) ?? 0) + 1);
  return used;
}

const hasColor = ({ color }: Code) => color !== undefined && isColor(color);
const isSlot = (slot: string | undefined): slot is PaletteSlot => slot !== undefined && isPaletteSlot(slot);

function byAge(a: Code, b: Code): number {
  const [older, newer] = [a.created ?? '', b.created ?? ''];
  return older < newer ? -1 : older > newer ? 1 : a.id < b.id ? -1 : 1;
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
