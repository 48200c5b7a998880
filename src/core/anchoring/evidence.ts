import type { Tokens } from './tokens.ts';

/** Two tokens that follow each other so often are a formula: "you know", a speaker's two names, a time stamp. */
const formula = 3;

/**
 * By old token how much it says of where it is, in bits: its rarity, or less when the token before it foretells it.
 * The second name of a speaker adds nothing to the first, and of a time stamp only the figures that differ count. O(tokens).
 *
 * Bits of a token after another are log2 of how often the first occurs over how often the two occur together; only from three
 * times together on, since words that occur once foretell anything.
 *
 * @param bits rarity by id
 */
export function evidenceOf(old: Tokens, fresh: Tokens, bits: Float64Array): Float64Array {
  const counts = new Int32Array(bits.length);
  const pairs = new Map<number, number>();
  for (let at = 0; at < fresh.count; at++) {
    const id = fresh.ids[at] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
    if (at === 0) continue;
    const key = (fresh.ids[at - 1] ?? 0) * bits.length + id;
    pairs.set(key, (pairs.get(key) ?? 0) + 1);
  }
  const evidence = new Float64Array(old.count);
  for (let at = 0; at < old.count; at++) {
    const id = old.ids[at] ?? 0;
    evidence[at] = bits[id] ?? 0;
    if (at === 0 || old.pieces[at] !== old.pieces[at - 1]) continue;
    const before = old.ids[at - 1] ?? 0;
    const together = pairs.get(before * bits.length + id) ?? 0;
    if (together < formula) continue;
    evidence[at] = Math.min(bits[id] ?? 0, Math.log2((counts[before] ?? 1) / together));
  }
  return evidence;
}
