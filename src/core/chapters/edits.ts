import type { TextRange } from '../study/problem.ts';
import { rawOffsets } from '../text/rawOffsets.ts';

/** A replacement in a chapter; the range and the new text are in LF text. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Applies edits to a text as it is on disk. All that no edit touches keeps its bytes, byte order mark and line ends included; what
 * is put in gets the line ends of the text's first line.
 *
 * @param raw the text with its own line ends
 * @param edits in order, not overlapping, in LF text
 */
export function applyEdits(raw: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return raw;
  const lineEnd = /\r\n?|\n/.exec(raw)?.[0] ?? '\n';
  const toRaw = rawOffsets(raw);
  let result = '';
  let at = 0;
  for (const { range, text } of edits) {
    result += raw.slice(at, toRaw(range.start)) + text.replaceAll('\n', lineEnd);
    at = toRaw(range.end);
  }
  return result + raw.slice(at);
}
