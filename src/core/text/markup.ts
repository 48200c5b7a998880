import { derived } from '../study/derived.ts';
import type { TextRange } from '../study/problem.ts';
import { cuePattern, timestampPattern } from './timestamps.ts';
import type { Transcript } from './transcript.ts';

/** The marks in a whole transcript; see `markupIn`. */
export const markupOf = derived(({ text }: Transcript) => markupIn(text));

/**
 * The marks in Markdown that are not speech: emphasis, heading and quotation marks, the address of a link, comments,
 * backslashes before punctuation, timestamps.
 *
 * @returns ranges of UTF-16 offsets, in order, that do not overlap
 */
export function markupIn(text: string): readonly TextRange[] {
  const marks: TextRange[] = [];
  const delimiters: Delimiter[] = [];
  for (const match of text.matchAll(token)) {
    const [written] = match;
    const start = match.index;
    const end = start + written.length;
    const groups = match.groups ?? {};
    if (groups.escape !== undefined) marks.push({ start, end: start + 1 });
    else if (groups.link !== undefined) {
      const shown = start + written.indexOf('[') + 1;
      const inside = markupIn(groups.link).map((mark) => ({
        start: mark.start + shown,
        end: mark.end + shown,
      }));
      marks.push({ start, end: shown }, ...inside, { start: shown + groups.link.length, end });
    } else if (groups.emphasis !== undefined) {
      delimiters.push(delimiterOf(text, start, written));
    } else if (groups.address !== undefined) {
      marks.push({ start, end: start + 1 }, { start: end - 1, end });
    } else if (groups.blank !== undefined) delimiters.push({ ...nothing, blank: true });
    else marks.push({ start, end });
  }
  marks.push(...paired(delimiters));
  return marks.sort((a, b) => a.start - b.start);
}

const token = new RegExp(
  [
    String.raw`(?<blank>\n[ \t]*\n)`,
    String.raw`(?<escape>\\[!-/:-@[-\x60{-~\n])`,
    '(?<comment><!--[^]*?-->)',
    String.raw`(?<address><https?://[^<>\s]*>)`,
    `(?<stamp>${cuePattern}|${timestampPattern})`,
    String.raw`!?\[(?<link>[^\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ \t]+"[^"\n]*")?\)`,
    String.raw`(?<head>^ {0,3}(?:#{1,6}[ \t]+|>[ \t]?))`,
    String.raw`(?<emphasis>\*+|_+|~~|\x60+)`,
  ].join('|'),
  'gmu',
);

interface Delimiter {
  readonly start: number;
  readonly mark: string;
  readonly opens: boolean;
  readonly closes: boolean;
  /** A blank line: emphasis does not reach across. */
  readonly blank?: boolean;
}

const nothing: Delimiter = { start: 0, mark: '', opens: false, closes: false };

/** Emphasis opens before a word and closes after one; `_` only where no letter or digit stands on its other side. */
function delimiterOf(text: string, start: number, mark: string): Delimiter {
  const before = text.charAt(start - 1);
  const after = text.charAt(start + mark.length);
  const inWord = mark.startsWith('_');
  return {
    start,
    mark,
    opens: /\S/.test(after) && !(inWord && /[\p{L}\p{N}]/u.test(before)),
    closes: /\S/.test(before) && !(inWord && /[\p{L}\p{N}]/u.test(after)),
  };
}

/** Pairs each closing mark with the nearest opening one of its kind, as far as both have characters left. */
function paired(delimiters: readonly Delimiter[]): readonly TextRange[] {
  const found: TextRange[] = [];
  let open: { at: number; left: number; sign: string }[] = [];
  for (const { start, mark, opens, closes, blank } of delimiters) {
    if (blank) {
      open = [];
      continue;
    }
    const sign = mark.charAt(0);
    let used = 0;
    while (closes && used < mark.length) {
      const index = open.findLastIndex((opener) => opener.sign === sign);
      const opener = open[index];
      if (!opener) break;
      const length = Math.min(opener.left, mark.length - used);
      found.push({ start: opener.at + opener.left - length, end: opener.at + opener.left });
      found.push({ start: start + used, end: start + used + length });
      used += length;
      open = open.slice(0, opener.left > length ? index + 1 : index);
      opener.left -= length;
    }
    if (opens && used < mark.length) open.push({ at: start + used, left: mark.length - used, sign });
  }
  return found;
}
