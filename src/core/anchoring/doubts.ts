import type { Alignment } from './align.ts';

/** Which old tokens might as well have another partner. */
export interface Doubts {
  /**
   * Whether the same words stand beside this token, of which some came or went: in "ja ja", with one deleted, nothing
   * says which.
   */
  isRepeated(token: number): boolean;
}

/** Longest repetition that is looked for. */
const mostSlide = 400;

/**
 * Finds the tokens whose partner is a matter of chance: a run that was deleted or inserted could as well have been
 * the run next to it, when the tokens between the two places are the same. O(tokens).
 */
export function doubtsOf({ old, new: fresh, newOf, oldOf }: Alignment): Doubts {
  const repeated = new Uint8Array(old.count);
  for (let at = 0; at < old.count; at++) {
    if (newOf[at] !== -1) continue;
    const start = at;
    while (at + 1 < old.count && newOf[at + 1] === -1) at++;
    slide(old.ids, start, at + 1, old.count, (token) => {
      if (newOf[token] === -1) return false;
      repeated[token] = 1;
      return true;
    });
  }
  for (let at = 0; at < fresh.count; at++) {
    if (oldOf[at] !== -1) continue;
    const start = at;
    while (at + 1 < fresh.count && oldOf[at + 1] === -1) at++;
    slide(fresh.ids, start, at + 1, fresh.count, (token) => {
      const partner = oldOf[token] ?? -1;
      if (partner < 0) return false;
      repeated[partner] = 1;
      return true;
    });
  }
  return { isRepeated: (token) => repeated[token] === 1 };
}

/** Goes through the tokens that a run could slide over, to either side, as long as `visit` says so. */
function slide(
  ids: Int32Array,
  start: number,
  end: number,
  count: number,
  visit: (token: number) => boolean,
): void {
  for (let step = 1; step <= mostSlide && start - step >= 0; step++)
    if (ids[start - step] !== ids[end - step] || !visit(start - step)) break;
  for (let step = 0; step < mostSlide && end + step < count; step++)
    if (ids[end + step] !== ids[start + step] || !visit(end + step)) break;
}
