import { lastAtOrBefore } from './lines.ts';

/** From offsets in LF text to offsets in the text as it is. */
export function rawOffsets(raw: string): (offset: number) => number {
  const mark = raw.charCodeAt(0) === 0xfeff ? 1 : 0;
  const pairs: number[] = [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2))
    pairs.push(at - mark - pairs.length);
  return (offset) => offset + mark + lastAtOrBefore(pairs, offset - 1) + 1;
}
