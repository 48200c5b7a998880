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

/** A word with the letters that it has, a bit for each by its code modulo 32. */
interface Lettered {
  readonly id: number;
  readonly word: string;
  readonly letters: number;
}

export function withLetters(id: number, word: string): Lettered {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return { id, word, letters };
}

/**
 * Whether two words can be alike at all, in a few steps: each difference between them adds or takes at most one letter on
 * either side. Of most pairs of words it says no.
 */
export function mayBeAlike(a: Lettered, b: Lettered): boolean {
  const most = (Math.max(a.word.length, b.word.length) - 1) >> 1;
  return Math.abs(a.word.length - b.word.length) <= most && bitsIn(a.letters ^ b.letters) <= 2 * most;
}

function bitsIn(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
