/** A stretch of text that both of two texts have, or only the first (`removed`), or only the second (`added`). */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Above this many cells the middle is taken as replaced: two texts of some 2,000 words that share neither start nor end. */
const mostCells = 4_000_000;

/**
 * What changed between two texts, by words, white space and single marks. The parts `same` and `removed` together are the
 * first text, `same` and `added` the second; of a replacement what was removed comes first.
 *
 * The longest common subsequence by dynamic programming, O(words × words), after the common start and end.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const old = tokensOf(before);
  const fresh = tokensOf(after);
  const least = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < least && old[start] === fresh[start]) start++;
  let tail = 0;
  while (tail < least - start && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  return joined([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle(old.slice(start, old.length - tail), fresh.slice(start, fresh.length - tail)),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ]);
}

function tokensOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

function middle(old: readonly string[], fresh: readonly string[]): readonly DiffPart[] {
  const width = fresh.length + 1;
  if ((old.length + 1) * width > mostCells)
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: fresh.join('') },
    ];
  // The length of what the two have in common from a row and a column on; white space is worth next to nothing.
  const common = new Uint32Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--) {
      const at = row * width + column;
      const word = old[row] ?? '';
      common[at] =
        word === fresh[column]
          ? (common[at + width + 1] ?? 0) + worth(word)
          : Math.max(common[at + width] ?? 0, common[at + 1] ?? 0);
    }
  const parts: DiffPart[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < fresh.length) {
    const word = old[row];
    const other = fresh[column];
    const at = row * width + column;
    if (word !== undefined && word === other) {
      parts.push({ kind: 'same', text: word });
      row++;
      column++;
    } else if (word !== undefined && (other === undefined || isRemoved(common, at, width))) {
      parts.push({ kind: 'removed', text: word });
      row++;
    } else {
      parts.push({ kind: 'added', text: other ?? '' });
      column++;
    }
  }
  return parts;
}

function isRemoved(common: Uint32Array, at: number, width: number): boolean {
  return (common[at + width] ?? 0) >= (common[at + 1] ?? 0);
}

function worth(token: string): number {
  return /[\p{L}\p{N}]/u.test(token) ? 100 : 1;
}

/** Joins neighbours of a kind. White space between two changes belongs to both: nobody reads it as kept. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const found: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') found.push({ kind: 'removed', text: removed });
    if (added !== '') found.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  let same = '';
  const flushSame = () => {
    if (same !== '') found.push({ kind: 'same', text: same });
    same = '';
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'same') {
      same += text;
      continue;
    }
    if (same !== '' && same.trim() === '' && (removed !== '' || added !== '')) {
      removed += same;
      added += same;
      same = '';
    }
    if (same !== '') {
      flush();
      flushSame();
    }
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  flushSame();
  return found;
}
