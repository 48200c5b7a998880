import type { Tokens } from './tokens.ts';

/** A range of token indexes on either side. */
export interface Window {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** A run of tokens that is the same on both sides. */
export interface Block {
  readonly old: number;
  readonly new: number;
  readonly length: number;
}

/** The two sides of an alignment and, per token, its partner on the other side; -1 for none. */
export interface Sides {
  readonly old: Tokens;
  readonly new: Tokens;
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
}

/**
 * The runs of tokens that the two sides of a window share and that hold `size` tokens which occur once in either, each
 * run as long as it goes. Tokens with a partner take no part.
 *
 * Such seeds are what makes alignment sure: it is not the likeness of two places that counts but that there is no third.
 * O(tokens).
 */
export function sharedBlocks(sides: Sides, window: Window, size: number): Block[] {
  const { oldFrom, oldTo, newFrom, newTo } = window;
  const table = new Grams(sides.new, sides.oldOf, newFrom, newTo, size);
  const own = new Grams(sides.old, sides.newOf, oldFrom, oldTo, size);
  const blocks: Block[] = [];
  let end = -1;
  let diagonal = Number.NaN;
  for (let at = oldFrom; at + size <= oldTo; at++) {
    if (!own.isOnce(at)) continue;
    const there = table.find(sides.old, at);
    if (there < 0 || (at < end && there - at === diagonal)) continue;
    const block = extended(sides, window, at, there, size);
    end = block.old + block.length;
    diagonal = there - at;
    blocks.push(block);
  }
  return blocks;
}

/** The longest run of equal tokens without partners around a seed. */
function extended(sides: Sides, window: Window, old: number, there: number, size: number): Block {
  const same = (o: number, n: number, next: number) =>
    o >= window.oldFrom &&
    o < window.oldTo &&
    n >= window.newFrom &&
    n < window.newTo &&
    sides.old.ids[o] === sides.new.ids[n] &&
    sides.old.pieces[o] === sides.old.pieces[next] &&
    sides.newOf[o] === -1 &&
    sides.oldOf[n] === -1;
  let before = 0;
  while (same(old - before - 1, there - before - 1, old - before)) before++;
  let length = size;
  while (same(old + length, there + length, old + length - 1)) length++;
  return { old: old - before, new: there - before, length: length + before };
}

/** Runs of `size` neighbouring tokens by content: an open hash table of places, which knows what occurs twice. */
class Grams {
  readonly #tokens: Tokens;
  readonly #size: number;
  readonly #mask: number;
  readonly #slots: Int32Array;
  readonly #repeated: Uint8Array;
  readonly #from: number;

  constructor(tokens: Tokens, partners: Int32Array, from: number, to: number, size: number) {
    this.#tokens = tokens;
    this.#size = size;
    this.#from = from;
    let capacity = 16;
    while (capacity < 2 * (to - from)) capacity *= 2;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity);
    this.#repeated = new Uint8Array(Math.max(0, to - from));
    let run = 0;
    for (let at = from; at < to; at++) {
      if (partners[at] !== -1) run = 0;
      else run = run > 0 && tokens.pieces[at] === tokens.pieces[at - 1] ? run + 1 : 1;
      if (run >= size) this.#add(at - size + 1);
      else if (at - size + 1 >= from) this.#repeated[at - size + 1 - from] = 2;
    }
    for (let at = Math.max(from, to - size + 1); at < to; at++) this.#repeated[at - from] = 2;
  }

  isOnce(at: number): boolean {
    return this.#repeated[at - this.#from] === 0;
  }

  /** The one place where the tokens at a place of other tokens occur; -1 when there is none or more than one. */
  find(tokens: Tokens, at: number): number {
    const slot = this.#slotOf(tokens, at);
    const found = (this.#slots[slot] ?? 0) - 1;
    return found >= 0 && this.isOnce(found) ? found : -1;
  }

  #add(at: number): void {
    const slot = this.#slotOf(this.#tokens, at);
    const found = (this.#slots[slot] ?? 0) - 1;
    if (found < 0) this.#slots[slot] = at + 1;
    else {
      this.#repeated[found - this.#from] = 1;
      this.#repeated[at - this.#from] = 1;
    }
  }

  /** The slot that holds equal tokens, or the free one where they would go. */
  #slotOf(tokens: Tokens, at: number): number {
    let hash = 0;
    for (let index = at; index < at + this.#size; index++)
      hash = Math.imul(hash ^ (tokens.ids[index] ?? 0), 0x9e3779b1) + 0x7f4a7c15;
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (; ; slot = (slot + 1) & this.#mask) {
      const found = (this.#slots[slot] ?? 0) - 1;
      if (found < 0 || this.#equal(tokens, at, found)) return slot;
    }
  }

  #equal(tokens: Tokens, at: number, place: number): boolean {
    for (let index = 0; index < this.#size; index++)
      if (tokens.ids[at + index] !== this.#tokens.ids[place + index]) return false;
    return true;
  }
}
