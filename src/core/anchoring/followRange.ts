import type { TextRange } from '../study/problem.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * Carries a range through a batch of edits that do not overlap and whose offsets all count in the text before. What is
 * inserted at a boundary stays outside; what is deleted shrinks the range; text that replaces a part of it is in it, text
 * that replaces more than it is not.
 *
 * @param range UTF-16 offsets in the text before
 * @returns UTF-16 offsets in the text after; empty when nothing of the range is left
 */
export function followRange(range: TextRange, edits: readonly TextEdit[]): TextRange {
  let { start, end } = range;
  for (const edit of edits) {
    const grown = edit.text.length - (edit.end - edit.start);
    if (edit.end <= range.start) start += grown;
    else if (edit.start < range.start) start += edit.text.length - (range.start - edit.start);
    if (edit.end < range.end || (edit.end === range.end && edit.start < edit.end)) end += grown;
    else if (edit.start < range.end) end += edit.start - range.end;
  }
  return { start, end: Math.max(start, end) };
}

/** A text after a batch of edits that do not overlap and whose offsets all count in the text before. */
export function textAfter(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
