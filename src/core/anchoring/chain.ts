import type { Block } from './seeds.ts';

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
