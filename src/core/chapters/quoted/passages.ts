import type { TextRange } from '../../study/problem.ts';
import type { Paragraph, Prose } from './prose.ts';

/** A passage that a chapter prints as somebody's words. UTF-16 offsets in the chapter's LF text. */
export interface QuotedPassage {
  /** Without its quotation marks. */
  readonly range: TextRange;
  /** Of its sentence: what stands before and after it. */
  readonly before: TextRange;
  readonly after: TextRange;
  /** A block quotation without quotation marks. */
  readonly isBlock: boolean;
}

/** The passages in quotation marks and the block quotations of a chapter, in order. One inside another is part of it. */
export function quotedPassagesIn(prose: Prose): readonly QuotedPassage[] {
  const { text, paragraphs } = prose;
  return paragraphs.flatMap((paragraph, index) => {
    const marked = markedIn(text, paragraph, paragraphs[index + 1]);
    const introduction = introductionTo(text, paragraphs, index);
    const [first] = marked;
    const beginsMarked = first !== undefined && text.slice(paragraph.start, first.outer.start).trim() === '';
    if (paragraph.isBlock && !beginsMarked) {
      const range = withoutSource(text, paragraph);
      if (!range) return [];
      const after = { start: range.end, end: Math.min(paragraph.blockEnd, range.end + farthest) };
      return [{ range, before: introduction, after, isBlock: true }];
    }
    return marked.map(({ inner, outer }, at): QuotedPassage => {
      const { isBlock, blockEnd } = paragraph;
      const from = Math.max(marked[at - 1]?.outer.end ?? paragraph.start, outer.start - farthest);
      const last = marked[at + 1]?.outer.start ?? (isBlock ? blockEnd : paragraph.end);
      const to = Math.min(last, outer.end + farthest);
      const before = { start: sentenceStart(text, from, outer.start), end: outer.start };
      return {
        range: inner,
        before: at === 0 && beginsMarked ? introduction : before,
        after: { start: outer.end, end: isBlock ? to : sentenceEnd(text, outer.end, to) },
        isBlock: false,
      };
    });
  });
}

/** No sentence that names a source is longer, and no passage between two quotation marks, in UTF-16 code units. */
const farthest = 1000;
const longestPassage = 5000;

interface Marked {
  readonly outer: TextRange;
  readonly inner: TextRange;
}

/** How a quotation opens, and what closes it. */
const pairs: readonly { readonly open: RegExp; readonly close: RegExp }[] = [
  { open: /(?<!\.)\.\. ?['’‘"“„]/uy, close: /['’‘"”“] ?\.\./gu },
  { open: /“/uy, close: /”/gu },
  { open: /„/uy, close: /[”“"]/gu },
  { open: /«/uy, close: /»/gu },
  { open: /‹/uy, close: /›/gu },
  { open: /(?<=^|[\s([—–])»(?=\S)/uy, close: /«/gu },
  { open: /(?<=^|[\s([{—–/*_.…:])"(?=[^\s"])/uy, close: /(?<=\S)"(?![\p{L}\p{N}])/gu },
  // An apostrophe is no quotation mark: ’s morgens, ’t, the managers’ day.
  { open: /(?<![\p{L}\p{N}])[‘‚]/uy, close: /[’‘](?![\p{L}\p{N}])/gu },
  { open: /(?<=^|[\s([{—–/*_"“„])'(?=[^\s'])/uy, close: /(?<=\S)'(?![\p{L}\p{N}])/gu },
];

const clitic = /^['‘’](?:s|t|n|k|m|r|ns|em|tis|twas|cause|til|\d0s)(?![\p{L}\p{N}])/iu;

function markedIn(text: string, paragraph: Paragraph, next: Paragraph | undefined): readonly Marked[] {
  const inside = text.slice(paragraph.start, paragraph.end);
  const found: Marked[] = [];
  const opener = /[.'"‘‚“„«‹»]/g;
  for (let match = opener.exec(inside); match; match = opener.exec(inside)) {
    const at = match.index;
    if (clitic.test(inside.slice(at, at + 8))) continue;
    for (const { open, close } of pairs) {
      open.lastIndex = at;
      const opening = open.exec(inside)?.[0];
      if (opening === undefined) continue;
      const from = at + opening.length;
      const closing = closingOf(inside.slice(0, from + longestPassage), from, opening, close);
      const goesOn =
        !closing && at === inside.length - inside.trimStart().length && opens(text, next, opening);
      if (!closing && !goesOn) continue;
      const end = closing?.start ?? inside.length;
      const outerEnd = closing?.end ?? inside.length;
      const { start } = paragraph;
      found.push({
        outer: { start: start + at, end: start + outerEnd },
        inner: { start: start + from, end: start + end },
      });
      opener.lastIndex = outerEnd;
      break;
    }
  }
  return found;
}

/** Where a quotation closes, those inside it closed before. */
function closingOf(text: string, from: number, opening: string, close: RegExp): TextRange | undefined {
  const isSingle = /^['‘‚]$/.test(opening);
  let possible: TextRange | undefined;
  close.lastIndex = from;
  for (let match = close.exec(text); match; match = close.exec(text)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (
      opening === '“' &&
      countOf(text.slice(from, range.start), '“') > countOf(text.slice(from, range.start), '”')
    )
      continue;
    // The apostrophe of a plural ("the managers' day") looks like a closing mark: another one behind it is more likely.
    const isPlural =
      isSingle && /s/i.test(text.charAt(range.start - 1)) && /^ \p{Ll}/u.test(text.slice(range.end));
    if (!isPlural) return range;
    possible ??= range;
  }
  return possible;
}

const countOf = (text: string, sign: string) => text.split(sign).length - 1;

/** Whether a paragraph opens with a mark: a quotation of several paragraphs has one before each. */
function opens(text: string, paragraph: Paragraph | undefined, mark: string): boolean {
  return paragraph !== undefined && text.slice(paragraph.start, paragraph.end).trimStart().startsWith(mark);
}

/** A paragraph of a block quotation without the source after it; undefined where it is a source and nothing else. */
function withoutSource(text: string, { start, end }: Paragraph): TextRange | undefined {
  const inside = text.slice(start, end);
  if (/^\s*(?:[-–—]{1,3}\s*\S|\(|\[(?![.…])|(?:bron|source)\s*:|\*?\[!)/i.test(inside)) return undefined;
  const source = /\s(?:\([^()]*\)\.?|[–—]{1,3}\s[^.!?\n]{2,80}|\*?(?:bron|source)\s*:.*)\s*$/is.exec(inside);
  const length =
    source && /[.!?…'"”’\]]\s*$/.test(inside.slice(0, source.index)) ? source.index : inside.length;
  return { start, end: start + length };
}

/** The last sentence of the paragraph before, where it ends with a colon; else nothing, before the paragraph. */
function introductionTo(text: string, paragraphs: readonly Paragraph[], index: number): TextRange {
  const own = paragraphs[index]?.start ?? 0;
  let at = index - 1;
  while (
    paragraphs[index]?.isBlock &&
    paragraphs[at]?.isBlock &&
    paragraphs[at]?.blockEnd === paragraphs[index]?.blockEnd
  )
    at--;
  const before = paragraphs[at];
  if (!before || !/:\s*$/.test(text.slice(before.start, before.end))) return { start: own, end: own };
  const start = Math.max(before.start, before.end - farthest);
  return { start: sentenceStart(text, start, before.end), end: before.end };
}

const sentenceBreak = /[.!?…]["'”’»)\]*_]*\s+(?=["'“‘„«(*_]*\p{Lu})/gu;

function sentenceStart(text: string, from: number, to: number): number {
  let start = from;
  for (const { index, 0: mark } of text.slice(from, to).matchAll(sentenceBreak))
    start = from + index + mark.length;
  return start;
}

/** Where the sentence that a quotation stands in ends. A source behind the quotation belongs to it whatever the quotation ends with. */
function sentenceEnd(text: string, from: number, to: number): number {
  const behind = text.slice(from, to);
  const source =
    /^[\s.,;]*(?:\([^()]*\)|\[[^[\]]*\]|[–—-]{1,3}\s[^.!?\n]*|\*?(?:bron|source)\s*:[^.!?\n]*)/i.exec(behind);
  if (source) return from + source[0].length;
  const isEnded = /[.!?…]["'”’»]*$/.test(text.slice(from - 4, from)) && /^\s+["'“‘„«]*\p{Lu}/u.test(behind);
  if (isEnded) return from;
  sentenceBreak.lastIndex = 0;
  const end = sentenceBreak.exec(behind);
  return end ? from + end.index + 1 : to;
}
