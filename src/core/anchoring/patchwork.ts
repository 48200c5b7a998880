import type { Quotation } from '../study/model.ts';
import type { Piece } from './tokens.ts';

/** What is needed of a quotation to find it again. */
export type Anchored = Pick<Quotation, 'id' | 'start' | 'end' | 'exact' | 'prefix' | 'suffix' | 'anchor'>;

/** The known pieces of a text, and in which of them each quotation is. */
export interface Patchwork {
  readonly pieces: readonly Piece[];
  readonly pieceOf: ReadonlyMap<string, number>;
}

/**
 * What is known of the old text: the whole, or else the quotations of a document with their context, each at its
 * offset, overlaps merged. The context of one quotation is often the text of the next, so that they support each other.
 *
 * A quotation that contradicts what others say of the same place, as after a repair of the sidecar by hand, makes a
 * piece of its own.
 *
 * @param quotations none of them lost: the offsets of a lost one do not count in the old text
 * @returns pieces by offset
 */
export function patchworkOf(quotations: readonly Anchored[], oldText?: string): Patchwork {
  const main: Patch[] = oldText === undefined ? [] : [{ offset: 0, text: oldText }];
  const apart: Patch[] = [];
  const patchOf = new Map<string, Patch>();
  const byStart = [...quotations].sort(
    (a, b) => a.start - a.prefix.length - (b.start - b.prefix.length) || a.end - b.end,
  );
  for (const { id, start, prefix, exact, suffix } of byStart) {
    const patch = { offset: start - prefix.length, text: prefix + exact + suffix };
    const last = main.at(-1);
    if (!last || last.offset + last.text.length <= patch.offset) {
      main.push(patch);
      patchOf.set(id, patch);
    } else if (agree(last, patch)) {
      const known = last.offset + last.text.length - patch.offset;
      if (known < patch.text.length) last.text += patch.text.slice(known);
      patchOf.set(id, last);
    } else {
      apart.push(patch);
      patchOf.set(id, patch);
    }
  }
  const pieces = [...main, ...apart].sort((a, b) => a.offset - b.offset);
  const indexes = new Map(pieces.map((piece, index) => [piece, index]));
  return { pieces, pieceOf: new Map([...patchOf].map(([id, patch]) => [id, indexes.get(patch) ?? 0])) };
}

interface Patch {
  readonly offset: number;
  text: string;
}

/** Whether two patches say the same of the text that both cover; the second does not start before the first. */
function agree(first: Patch, second: Patch): boolean {
  const shared = first.text.slice(
    second.offset - first.offset,
    second.offset - first.offset + second.text.length,
  );
  return second.text.startsWith(shared);
}
