import type { Block, Sides } from './seeds.ts';

/**
 * The heaviest set of blocks that have the same order on both sides. Blocks may touch or overlap a little where a run was
 * extended into repeated words; the later one is then cut.
 *
 * A Fenwick tree over the places on the new side holds the best chain that ends at or before each: O(b log b).
 *
 * @param blocks in any order
 * @param weigh how much a block is worth; positive
 */
export function heaviestChain(blocks: readonly Block[], weigh: (block: Block) => number): Block[] {
  const sorted = [...blocks].sort((a, b) => a.old - b.old || a.new - b.new);
  const rank = new Map(
    [...new Set(sorted.map((block) => block.new))].sort((a, b) => a - b).map((n, i) => [n, i + 1]),
  );
  const best = new Int32Array(rank.size + 1).fill(-1);
  const weights = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);
  let last = -1;
  for (const [index, block] of sorted.entries()) {
    const place = rank.get(block.new) ?? 0;
    let from = -1;
    for (let node = place - 1; node > 0; node -= node & -node) {
      const other = best[node] ?? -1;
      if (other >= 0 && (from < 0 || (weights[other] ?? 0) > (weights[from] ?? 0))) from = other;
    }
    previous[index] = from;
    weights[index] = weigh(block) + (from >= 0 ? (weights[from] ?? 0) : 0);
    for (let node = place; node < best.length; node += node & -node) {
      const other = best[node] ?? -1;
      if (other < 0 || (weights[other] ?? 0) < (weights[index] ?? 0)) best[node] = index;
    }
    if (last < 0 || (weights[index] ?? 0) > (weights[last] ?? 0)) last = index;
  }
  const chain: Block[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const block = sorted[index];
    if (block) chain.push(block);
  }
  return withoutOverlaps(chain.reverse());
}

function withoutOverlaps(chain: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of chain) {
    const last = result.at(-1);
    const overlap = last
      ? Math.max(0, last.old + last.length - block.old, last.new + last.length - block.new)
      : 0;
    if (overlap < block.length)
      result.push({ old: block.old + overlap, new: block.new + overlap, length: block.length - overlap });
  }
  return result;
}

/**
 * Shifts the seams of a chain to where a line or a sentence starts. Where something was deleted or inserted between two
 * blocks, and both could lay claim to the words at the seam ("R: " of the deleted turn, or of the next?), the earlier one
 * has them; but people delete and insert whole lines and sentences.
 */
export function atOpenings(chain: readonly Block[], { old, new: fresh }: Sides): Block[] {
  const result: Block[] = [];
  for (const block of chain) {
    const last = result.pop();
    if (!last) {
      result.push(block);
      continue;
    }
    const shift = bestShift(last, block, (o, n) => (old.opens[o] ?? 0) + (fresh.opens[n] ?? 0));
    result.push({ ...last, length: last.length - shift });
    result.push({ old: block.old - shift, new: block.new - shift, length: block.length + shift });
  }
  return result;

  function bestShift(last: Block, block: Block, opening: (o: number, n: number) => number): number {
    const oldEnd = last.old + last.length;
    const newEnd = last.new + last.length;
    if (oldEnd !== block.old && newEnd !== block.new) return 0;
    let best = 0;
    let most = opening(block.old, block.new);
    for (let shift = 1; shift < last.length; shift++) {
      const same =
        old.ids[oldEnd - shift] === old.ids[block.old - shift] &&
        fresh.ids[newEnd - shift] === fresh.ids[block.new - shift] &&
        old.pieces[block.old - shift] === old.pieces[block.old];
      if (!same) break;
      const value = opening(block.old - shift, block.new - shift);
      if (value <= most) continue;
      most = value;
      best = shift;
    }
    return best;
  }
}
