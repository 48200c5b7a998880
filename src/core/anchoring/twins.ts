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
