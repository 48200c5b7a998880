import type { TextRange } from '../../core/study/problem.ts';

const contextLength = 60;

/** What stands at a place of a text, between brackets, with the words before and after it on its line. */
export function inContext(text: string, { start, end }: TextRange, shown: string): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - contextLength);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + contextLength);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  // No half words, and no half surrogate pairs, at the far ends.
  const head = /\n/.test(text.charAt(from - 1)) || from === 0 ? before : `…${before.replace(/^\S*\s?/, '')}`;
  const tail = to === lineEnd || to === text.length ? after : `${after.replace(/\s?\S*$/, '')}…`;
  return `${head}[${shown}]${tail}`;
}
