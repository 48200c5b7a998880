import type { TextRange } from '../study/problem.ts';
import { lastAtOrBefore } from '../text/lines.ts';

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

/** From offsets in LF text to offsets in the text as it is. */
function rawOffsets(raw: string): (offset: number) => number {
  const mark = raw.charCodeAt(0) === 0xfeff ? 1 : 0;
  const pairs: number[] = [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2))
    pairs.push(at - mark - pairs.length);
  return (offset) => offset + mark + lastAtOrBefore(pairs, offset - 1) + 1;
}
