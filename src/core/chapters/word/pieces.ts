import type { Study } from '../../study/study.ts';
import { makeTable } from '../../tables/makeTable.ts';
import { parseSpec } from '../../tables/spec.ts';
import type { Table } from '../../tables/table.ts';
import { linesOutsideFences } from '../../text/fences.ts';
import { frontMatterOf } from '../../text/frontMatter.ts';
import { transcriptOf } from '../../text/transcript.ts';
import type { Block } from '../blocks.ts';
import { citationsIn } from '../citations.ts';
import { type BlockStatus, renderChapter } from '../render.ts';

/** A part of a chapter, in its order: Markdown of the author's own, or a generated table. */
export type Piece =
  | { readonly kind: 'prose'; readonly markdown: string }
  | { readonly kind: 'table'; readonly table: Table }
  /** A block that is not as it would be generated: what stands in it. */
  | {
      readonly kind: 'asItStands';
      readonly markdown: string;
      readonly status: BlockStatus;
      readonly line: number;
    };

/**
 * What a chapter is made of, its tables and citations brought up to date first. The comments that mark blocks and citations are left
 * out. A block that was edited by hand, or whose spec cannot be followed, is as it stands in the chapter.
 */
export function piecesOf(study: Study, text: string): readonly Piece[] {
  const chapter = transcriptOf(renderChapter(study, text).text);
  const { blocks } = renderChapter(study, chapter.text);
  const pieces: Piece[] = [];
  let at = frontMatterOf(chapter).end;
  const prose = (end: number) => {
    const markdown = withoutMarkers(chapter.text.slice(at, end));
    if (markdown.trim() !== '') pieces.push({ kind: 'prose', markdown });
  };
  for (const { block, status } of blocks) {
    prose(block.range.start);
    pieces.push(pieceOf(study, chapter.text, block, status));
    at = block.range.end;
  }
  prose(chapter.text.length);
  return pieces;
}

function pieceOf(study: Study, chapter: string, block: Block, status: BlockStatus): Piece {
  const { spec } = parseSpec(chapter.slice(block.spec.start, block.spec.end), study);
  const table = status === 'fresh' && spec ? makeTable(study, spec).table : undefined;
  if (table) return { kind: 'table', table };
  const markdown = withoutMarkers(chapter.slice(block.content.start, block.content.end));
  const line = chapter.slice(0, block.range.start).split('\n').length;
  return { kind: 'asItStands', markdown, status, line };
}

/** Markdown without the comments around citations: at the start of a line they would hide it as HTML. */
function withoutMarkers(markdown: string): string {
  const { citations } = citationsIn(markdown, linesOutsideFences(markdown));
  let [shown, at] = ['', 0];
  for (const { range, content } of citations) {
    shown += markdown.slice(at, range.start) + markdown.slice(content.start, content.end);
    at = range.end;
  }
  return shown + markdown.slice(at);
}
