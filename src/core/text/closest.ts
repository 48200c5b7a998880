const collapse = (text: string) => text.normalize('NFC').toLowerCase();

/**
 * The names that look most like a word, best first; equals stay in the order given. A name that begins with the
 * word, or holds it, is about as close as one with a slip of one letter.
 *
 * @param limit how many names at most
 */
export function closest(word: string, names: Iterable<string>, limit = 5): readonly string[] {
  const wanted = collapse(word);
  const distances = new Map<string, number>();
  for (const name of names) distances.set(name, distanceOf(wanted, collapse(name)));
  return [...distances]
    .sort(([, a], [, b]) => a - b)
    .slice(0, limit)
    .map(([name]) => name);
}

function distanceOf(wanted: string, name: string): number {
  if (wanted === name) return 0;
  if (wanted.length > 2 && name.startsWith(wanted)) return 0.75;
  if (wanted.length > 2 && name.includes(wanted)) return 1.5;
  return editDistance(wanted, name);
}

/**
 * The least number of insertions, deletions, substitutions and swaps of neighbours that make one text of the other
 * (optimal string alignment). Time and space: product, and sum, of the lengths.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
