/**
 * How alike two words are, from 0 to 1: one minus the number of letters to insert, delete, replace or swap with a
 * neighbour (optimal string alignment), over the length of the longer word. At one half or below it counts as 0, and so it
 * does for words of up to three letters: "if" and "it" are different words.
 *
 * @see Damerau (1964), A technique for computer detection and correction of spelling errors
 */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  const most = Math.floor((longest - 1) / 2);
  if (longest < 4 || Math.abs(a.length - b.length) > most) return 0;
  let before = new Uint16Array(b.length + 1);
  let row = Uint16Array.from({ length: b.length + 1 }, (_, index) => index);
  let next = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (letter === other ? 0 : 1),
      );
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return 0;
    [before, row, next] = [row, next, before];
  }
  const distance = row[b.length] ?? longest;
  return distance > most ? 0 : 1 - distance / longest;
}
