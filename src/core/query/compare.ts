import { parseNumber } from '../text/numbers.ts';
import type { Comparison } from './query.ts';
import { fold } from './vocabulary.ts';

/**
 * Whether an attribute compares so with a value. A list does when one of its items does, and is unequal (`!=`) when none
 * is equal. An absent attribute does not compare with anything: `NOT role = x` holds for it, `role != x` does not.
 */
export function compares(items: readonly string[], comparison: Comparison, value: string): boolean {
  if (comparison === '!=') return items.length > 0 && !items.some((item) => order(item, value) === 0);
  return items.some((item) => holds(comparison, order(item, value)));
}

/**
 * Numbers by size, in either language's notation; dates at the precision that is asked for, so that 4 March 2019 equals
 * `2019` and `2019-03`; other text by the alphabet, without regard to case.
 *
 * @returns below, above or equal to zero; undefined for a number and a text, which have no order
 */
function order(item: string, value: string): number | undefined {
  if (/^\d{4}-\d\d(-\d\d)?/.test(item) && /^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) {
    return alphabetical(item.slice(0, value.length), value);
  }
  const [left, right] = [parseNumber(item), parseNumber(value)];
  if (left !== undefined && right !== undefined) return left - right;
  if (fold(item) === fold(value)) return 0;
  return left === undefined && right === undefined ? alphabetical(fold(item), fold(value)) : undefined;
}

function holds(comparison: Comparison, order: number | undefined): boolean {
  if (order === undefined) return comparison === '!=';
  switch (comparison) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function alphabetical(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
