import type { TextEdit } from '../../../src/core/anchoring/textEdit.ts';

/** The text after a batch of edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of ascending(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The batch that takes a batch back, with offsets in the text after it. */
export function inverseEdits(before: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return ascending(edits).map(({ start, end, text }) => {
    const from = start + shift;
    shift += text.length - (end - start);
    return { start: from, end: from + text.length, text: before.slice(start, end) };
  });
}

function ascending(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
