import type { Quotation } from '../model.ts';

/**
 * The codes and weights of a quotation when each of its codes gives way to others: no code twice, and the highest of the
 * weights that come together.
 *
 * @param inPlaceOf the ids of the codes that take the place of one; itself to leave it
 */
export function recoded(
  { codes, weight }: Quotation,
  inPlaceOf: (code: string) => readonly string[],
): Pick<Quotation, 'codes' | 'weight'> {
  const next = [...new Set(codes.flatMap(inPlaceOf))];
  if (!weight) return { codes: next };
  const weights = new Map<string, number>();
  for (const [code, value] of Object.entries(weight)) {
    for (const id of inPlaceOf(code)) weights.set(id, Math.max(weights.get(id) ?? 0, value));
  }
  return { codes: next, weight: Object.fromEntries(weights) };
}
