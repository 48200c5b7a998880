import { pairedByWord } from './gap.ts';
import type { Trace } from './trace.ts';

/** Whether the same words stood right beside a quotation and are gone: "That's great." said twice, and once now. */
export function hasLostTwin({ alignment, from, to }: Trace): boolean {
  const { old, newOf } = alignment;
  return isBeside(old.ids, newOf, from, to);
}

/**
 * Whether the same words stand right beside the place of a quotation, and are new there: nothing says which are its own.
 *
 * @param start the first new token of the place, `end` the last
 */
export function hasNewTwin({ alignment }: Trace, start: number, end: number): boolean {
  const { new: fresh, oldOf } = alignment;
  return isBeside(fresh.ids, oldOf, start, end + 1);
}

/** Whether the tokens before or behind `[from, to)` are the same, without any partner. */
function isBeside(ids: Int32Array, partners: Int32Array, from: number, to: number): boolean {
  const length = to - from;
  return [-length, length].some((shift) => {
    for (let token = from; token < to; token++)
      if (partners[token + shift] !== -1 || ids[token + shift] !== ids[token]) return false;
    return true;
  });
}

/** How far around a passage that moved its old neighbours are looked for, in tokens. */
const mostAround = 40;

/**
 * Whether the place that a quotation seems to have moved away from still has text of its size: then rather the quotation was
 * corrected there, and what was found is a copy of it.
 */
export function isFilledAtHome({ alignment, from, to }: Trace): boolean {
  const { old, newOf, grade, passage } = alignment;
  const stays = (token: number) =>
    old.pieces[token] === old.pieces[from] && grade[token] === pairedByWord && passage[token] === 0;
  let before = from - 1;
  while (before > from - mostAround && !stays(before)) before--;
  let behind = to;
  while (behind < to + mostAround && !stays(behind)) behind++;
  if (!stays(before) || !stays(behind)) return false;
  const gap = (newOf[behind] ?? 0) - (newOf[before] ?? 0) - 1;
  return gap > 0 && gap * 2 >= to - from;
}
