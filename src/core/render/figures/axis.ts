/** Round numbers from 0 to at least the largest value, about five of them: where the lines behind a chart stand. */
export function ticks(most: number, isWhole: boolean): readonly number[] {
  if (!(most > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(most / 5));
  const found = [1, 2, 5, 10].find((step) => most / (step * power) <= 6) ?? 10;
  const step = isWhole ? Math.max(1, found * power) : found * power;
  const count = Math.ceil(most / step - 1e-9);
  // By multiplication of whole numbers, so that no tick is 0.30000000000000004.
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
