import type { TextRange } from '../study/problem.ts';

/** A line of a Markdown text that is no part of a code fence; offsets in LF text, the end before the line end. */
export interface Line extends TextRange {
  readonly text: string;
}

/**
 * The lines of a Markdown text outside fenced code, in order. A fence that is not closed runs to the end, as in CommonMark.
 *
 * @param text LF text
 */
export function linesOutsideFences(text: string): readonly Line[] {
  const lines: Line[] = [];
  let fence: string | undefined;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    const [, mark, info] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence === undefined && mark !== undefined && !(mark.startsWith('`') && info?.includes('`')))
      fence = mark;
    else if (fence === undefined) lines.push({ text: line, start, end });
    else if (mark?.startsWith(fence) && info?.trim() === '') fence = undefined;
    start = end + 1;
  }
  return lines;
}
