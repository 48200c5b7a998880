import type { Point } from './messages.ts';

/** A node with the room that it takes. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** A line between two boxes, by their ids. */
interface Line {
  readonly from: string;
  readonly to: string;
}

/** A place in a layer: of a box, or of a line that passes between the boxes of a layer. */
interface Slot {
  readonly id: string;
  readonly width: number;
  readonly above: Slot[];
  readonly below: Slot[];
  x: number;
}

/** Between boxes of a layer, and between layers: there the types of the relations are written. */
const gapX = 48;
const gapY = 84;
const passingWidth = 72;
const sweeps = 12;

/**
 * Places boxes in layers, a line going down from its layer to a lower one where there is no cycle. The same boxes and lines
 * in the same order give the same places.
 *
 * @returns the middle of each box
 */
export function layOut(boxes: readonly Box[], lines: readonly Line[]): ReadonlyMap<string, Point> {
  const known = new Set(boxes.map(({ id }) => id));
  const acyclic = withoutCycles(
    boxes,
    lines.filter(({ from, to }) => from !== to && known.has(from) && known.has(to)),
  );
  const layers = layersOf(boxes, acyclic);
  const rows = slotsOf(boxes, acyclic, layers);
  const upward = [...rows].reverse();
  for (let sweep = 0; sweep < sweeps; sweep++) {
    if (sweep % 2 === 0) for (const row of rows) arrange(row, 'above');
    else for (const row of upward) arrange(row, 'below');
  }
  return pointsOf(boxes, rows);
}

/** Turns lines around that lead back to where one came from, so that all lead down. */
function withoutCycles(boxes: readonly Box[], lines: readonly Line[]): readonly Line[] {
  const from = groupBy(lines, (line) => line.from);
  const state = new Map<string, 'open' | 'done'>();
  const kept: Line[] = [];
  const seen = new Set<string>();
  const add = (line: Line) => {
    const key = JSON.stringify([line.from, line.to]);
    if (!seen.has(key)) kept.push(line);
    seen.add(key);
  };
  for (const { id } of boxes) {
    if (state.has(id)) continue;
    state.set(id, 'open');
    // A path of its own instead of recursion: a chain may be as long as the codebook.
    const path = [{ id, next: 0 }];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const line = from.get(at.id)?.[at.next++];
      if (!line) {
        state.set(at.id, 'done');
        path.pop();
      } else if (state.get(line.to) === 'open') add({ from: line.to, to: line.from });
      else {
        add(line);
        if (!state.has(line.to)) {
          state.set(line.to, 'open');
          path.push({ id: line.to, next: 0 });
        }
      }
    }
  }
  return kept;
}

/** The layer of each box: one below the lowest of those that lead to it. */
function layersOf(boxes: readonly Box[], lines: readonly Line[]): ReadonlyMap<string, number> {
  const from = groupBy(lines, (line) => line.from);
  const waiting = new Map<string, number>();
  for (const { to } of lines) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const layers = new Map<string, number>();
  const free = boxes.filter(({ id }) => !waiting.has(id)).map(({ id }) => id);
  for (const id of free) {
    const layer = layers.get(id) ?? 0;
    layers.set(id, layer);
    for (const { to } of from.get(id) ?? []) {
      layers.set(to, Math.max(layers.get(to) ?? 0, layer + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) free.push(to);
    }
  }
  return layers;
}

/** The rows of slots, with a slot in every layer that a line passes. */
function slotsOf(
  boxes: readonly Box[],
  lines: readonly Line[],
  layers: ReadonlyMap<string, number>,
): readonly (readonly Slot[])[] {
  const rows: Slot[][] = [];
  const slots = new Map<string, Slot>();
  const put = (id: string, width: number, layer: number): Slot => {
    rows[layer] ??= [];
    const row = rows[layer];
    const slot: Slot = { id, width, above: [], below: [], x: row.length };
    row.push(slot);
    return slot;
  };
  for (const { id, width } of boxes) slots.set(id, put(id, width, layers.get(id) ?? 0));
  for (const { from, to } of lines) {
    let above = slots.get(from);
    const end = slots.get(to);
    if (!above || !end) continue;
    const [first, last] = [layers.get(from) ?? 0, layers.get(to) ?? 0];
    for (let layer = first + 1; layer <= last; layer++) {
      const slot: Slot = layer === last ? end : put('', passingWidth, layer);
      above.below.push(slot);
      slot.above.push(above);
      above = slot;
    }
  }
  return rows.map((row) => row ?? []);
}

/** Orders a row by where its neighbours in the row above or below are, and puts its slots as near to these as they fit. */
function arrange(row: readonly Slot[], side: 'above' | 'below'): void {
  const wish = new Map(row.map((slot) => [slot, meanOf(slot[side].map(({ x }) => x)) ?? slot.x]));
  const wanted = (slot: Slot) => wish.get(slot) ?? slot.x;
  const ordered = [...row].sort((a, b) => wanted(a) - wanted(b) || row.indexOf(a) - row.indexOf(b));
  spread(ordered, wanted);
}

/**
 * Puts slots next to one another, each as near to where it wants to be as the others allow: those that are in one
 * another's way become a block, which stands at the mean of what its slots want.
 */
function spread(slots: readonly Slot[], wanted: (slot: Slot) => number): void {
  interface Block {
    readonly slots: readonly Slot[];
    /** Where the first slot wants to be for the sake of all. */
    readonly sum: number;
    readonly width: number;
  }
  const stepTo = (slot: Slot) => slot.width + gapX;
  const startOf = ({ sum, slots: { length } }: Block) => sum / length;
  const blocks: Block[] = [];
  for (const slot of slots) {
    let block: Block = { slots: [slot], sum: wanted(slot) - slot.width / 2, width: stepTo(slot) };
    for (
      let last = blocks.at(-1);
      last && startOf(last) + last.width > startOf(block);
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = {
        slots: [...last.slots, ...block.slots],
        sum: last.sum + block.sum - last.width * block.slots.length,
        width: last.width + block.width,
      };
    }
    blocks.push(block);
  }
  for (const block of blocks) {
    let left = startOf(block);
    for (const slot of block.slots) {
      slot.x = left + slot.width / 2;
      left += stepTo(slot);
    }
  }
}

function pointsOf(boxes: readonly Box[], rows: readonly (readonly Slot[])[]): ReadonlyMap<string, Point> {
  const heights = new Map(boxes.map(({ id, height }) => [id, height]));
  const points = new Map<string, Point>();
  let y = 0;
  for (const row of rows) {
    const height = Math.max(...row.map(({ id }) => heights.get(id) ?? 0));
    for (const { id, x } of row) if (heights.has(id)) points.set(id, { x: Math.round(x), y: y + height / 2 });
    y += height + gapY;
  }
  return points;
}

function meanOf(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
