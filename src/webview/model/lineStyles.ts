/** Patterns of dashes that are told apart in grey, too. */
const dashes = ['', '8 4', '2 4', '12 4 2 4', '16 6', '8 3 2 3 2 3'];

/**
 * The pattern of dashes of each type of relation, given out in alphabetical order, so that it is the same as long as the
 * types are. Types beyond the patterns share them; the name of the type stands at every line.
 */
export function dashesOf(types: Iterable<string>): ReadonlyMap<string, string> {
  const sorted = [...new Set(types)].sort();
  return new Map(sorted.map((type, index) => [type, dashes[index % dashes.length] ?? '']));
}
