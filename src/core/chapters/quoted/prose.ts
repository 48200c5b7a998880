import type { TextRange } from '../../study/problem.ts';
import { linesOutsideFences } from '../../text/fences.ts';
import { frontMatterOf } from '../../text/frontMatter.ts';
import { blocksOf, isAsGenerated } from '../blocks.ts';
import { citationsIn } from '../citations.ts';

/** A paragraph of a chapter, a list item or a cell of a table; UTF-16 offsets, line breaks inside. */
export interface Paragraph extends TextRange {
  /** Of a block quotation. */
  readonly isBlock: boolean;
  /** The end of what stands in its block quotation; its own end outside one. */
  readonly blockEnd: number;
}

/** What of a chapter is its author's prose. */
export interface Prose {
  /** As long as the chapter; blank where something else stands: code, comments, addresses, the signs of a block quotation. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * The prose of a chapter: no front matter, no code, no comments, no block as it was generated, and no citation, which is checked
 * against its own quotation. A block that was changed by hand is prose.
 *
 * @param chapter LF text
 */
export function proseOf(chapter: string): Prose {
  const { end: bodyStart } = frontMatterOf({ text: chapter });
  const generated = blocksOf(chapter)
    .blocks.filter((block) => isAsGenerated(chapter, block))
    .map(({ range }) => range);
  const lines = linesOutsideFences(chapter).filter(
    ({ start, end }) => start >= bodyStart && !generated.some((one) => start < one.end && one.start < end),
  );
  const gone = citationsIn(chapter, lines).citations.map(({ range }) => range);
  const text = blanked(chapter, lines, gone);
  return { text, paragraphs: paragraphsIn(text, chapter, lines) };
}

/** Comments, code in a line, the address of a link or image, and tags of HTML. */
const noProse =
  /<!--[\s\S]*?-->|(`+)(?!`)[^\n]*?[^`\n]\1(?!`)|(?<=\])\([^()\s]*(?:\s+"[^"\n]*")?\)|<\/?[a-z][^<>\n]*>/gi;

function blanked(chapter: string, lines: readonly TextRange[], gone: readonly TextRange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of lines) {
    parts.push(blank(chapter.slice(at, start)), chapter.slice(start, end));
    at = end;
  }
  parts.push(blank(chapter.slice(at)));
  let text = parts.join('');
  for (const { start, end } of gone)
    text = text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
  return text.replace(noProse, blank).replace(/^(?: {0,3}>[ \t]?)+/gm, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

const heading = /^ {0,3}#{1,6}(?:\s|$)/;
const listItem = /^\s*(?:[-*+]|\d+[.)])\s/;

function paragraphsIn(text: string, chapter: string, lines: readonly TextRange[]): readonly Paragraph[] {
  const found: { start: number; end: number; isBlock: boolean; blockEnd: number }[] = [];
  let open = false;
  let inBlock = false;
  let blockFrom = 0;
  let lastEnd = -1;
  for (const { start, end } of lines) {
    const line = text.slice(start, end);
    const isBlock = /^ {0,3}>/.test(chapter.slice(start, end));
    if (isBlock !== inBlock || start > lastEnd + 1) {
      open = false;
      if (!isBlock || !inBlock || start > lastEnd + 1) blockFrom = found.length;
      inBlock = isBlock;
    }
    lastEnd = end;
    for (const paragraph of found.slice(blockFrom)) paragraph.blockEnd = isBlock ? end : paragraph.end;
    if (line.trim() === '') {
      open = false;
      continue;
    }
    const last = found.at(-1);
    if (heading.test(line) || listItem.test(line)) open = false;
    if (/^\s*\|/.test(line)) {
      for (const { index, 0: cell } of line.matchAll(/(?:\\\||[^|])+/g))
        found.push({ start: start + index, end: start + index + cell.length, isBlock, blockEnd: end });
      open = false;
    } else if (open && last) {
      last.end = end;
      last.blockEnd = Math.max(last.blockEnd, end);
    } else found.push({ start, end, isBlock, blockEnd: end });
    if (!/^\s*\|/.test(line)) open = !heading.test(line);
  }
  return found;
}
