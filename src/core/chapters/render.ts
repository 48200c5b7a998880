import { toMarkdown } from '../render/markdown.ts';
import { findQuotation } from '../study/quotations.ts';
import type { Study } from '../study/study.ts';
import { makeTable } from '../tables/makeTable.ts';
import { parseSpec } from '../tables/spec.ts';
import type { Table } from '../tables/table.ts';
import { linesOutsideFences } from '../text/fences.ts';
import { normalForm } from '../text/transcript.ts';
import { type Block, blocksOf, type ChapterProblem, closingOf, isAsGenerated } from './blocks.ts';
import { checkCitation, citationsIn } from './citations.ts';
import { applyEdits, type TextEdit } from './edits.ts';

/**
 * How a block was found: `fresh` is up to date, `stale` is not, `neverRendered` is empty, `handEdited` holds what was not
 * generated, `failed` has a spec that cannot be followed.
 */
export type BlockStatus = 'fresh' | 'stale' | 'neverRendered' | 'handEdited' | 'failed';

interface ChapterBlock {
  readonly block: Block;
  readonly status: BlockStatus;
  /** What the block should hold now, with a final newline; absent when the spec failed. */
  readonly content?: string;
  /** The table that it should show; absent when the spec failed. */
  readonly table?: Table;
}

interface ChapterCitation {
  readonly id: string;
  readonly range: Block['range'];
  readonly status: 'fresh' | 'stale' | 'failed';
}

export interface RenderedChapter {
  /** The chapter with every block and citation refreshed that may be; the same string when nothing changed. */
  readonly text: string;
  /** The same as changes of its LF text, in order. */
  readonly edits: readonly TextEdit[];
  /** In order; the place of a block in this list is its number for `force`. */
  readonly blocks: readonly ChapterBlock[];
  readonly citations: readonly ChapterCitation[];
  /** Ranges in LF text. */
  readonly problems: readonly ChapterProblem[];
}

export interface RenderOptions {
  /** Numbers of the blocks that may be overwritten though they were edited by hand. */
  readonly force?: ReadonlySet<number>;
}

/**
 * Refreshes the generated blocks and the citations of a chapter. Nothing outside them changes, a block that was edited by
 * hand is left unless forced, and rendering the result again changes nothing.
 *
 * @param text the chapter as it is on disk or in an editor, with its own line ends
 */
export function renderChapter(study: Study, text: string, options: RenderOptions = {}): RenderedChapter {
  const chapter = normalForm(text);
  const found = blocksOf(chapter);
  const problems: ChapterProblem[] = [...found.problems];
  const edits: TextEdit[] = [];

  const blocks = found.blocks.map((block, number): ChapterBlock => {
    const result = renderBlock(study, chapter, block, problems);
    const { status, content } = result;
    const mayWrite = status === 'stale' || status === 'neverRendered' || options.force?.has(number);
    if (status === 'handEdited' && !mayWrite) {
      problems.push({
        severity: 'warning',
        message: { key: 'chapter.handEdited', values: {} },
        range: block.content,
      });
    }
    if (content !== undefined && mayWrite && status !== 'fresh') {
      const range = { start: block.content.start, end: block.closing.end };
      edits.push({ range, text: `${content}${closingOf(content)}` });
    }
    return result;
  });

  const citations = checkCitations(study, chapter, found.blocks, problems, edits);
  edits.sort((a, b) => a.range.start - b.range.start);
  problems.sort((a, b) => a.range.start - b.range.start);
  return { text: applyEdits(text, edits), edits, blocks, citations, problems };
}

function renderBlock(study: Study, chapter: string, block: Block, problems: ChapterProblem[]): ChapterBlock {
  const offset = block.spec.start;
  const add = (
    found: readonly (Omit<ChapterProblem, 'range'> & Partial<Pick<ChapterProblem, 'range'>>)[],
  ) => {
    for (const { range, ...rest } of found) {
      const at = range ? { start: range.start + offset, end: range.end + offset } : block.spec;
      problems.push({ ...rest, range: at });
    }
  };
  const parsed = parseSpec(chapter.slice(block.spec.start, block.spec.end), study);
  add(parsed.problems);
  if (!parsed.spec) return { block, status: 'failed' };
  const made = makeTable(study, parsed.spec);
  add(made.problems);
  if (!made.table) return { block, status: 'failed' };

  const { table } = made;
  const content = `${toMarkdown(table)}\n`;
  const current = chapter.slice(block.content.start, block.content.end);
  const closing = chapter.slice(block.closing.start, block.closing.end);
  if (current === content) {
    return { block, status: closing === closingOf(content) ? 'fresh' : 'stale', content, table };
  }
  if (current.trim() === '') return { block, status: 'neverRendered', content, table };
  return { block, status: isAsGenerated(chapter, block) ? 'stale' : 'handEdited', content, table };
}

function checkCitations(
  study: Study,
  chapter: string,
  blocks: readonly Block[],
  problems: ChapterProblem[],
  edits: TextEdit[],
): readonly ChapterCitation[] {
  const outside = linesOutsideFences(chapter).filter(
    (line) => !blocks.some(({ range }) => line.start < range.end && range.start < line.end),
  );
  const found = citationsIn(chapter, outside);
  problems.push(...found.problems);
  return found.citations.map(({ id, range, content }) => {
    const checked = checkCitation(study, id, chapter.slice(content.start, content.end));
    if (checked.state === 'stale') edits.push({ range: content, text: checked.content });
    if (checked.state === 'failed') {
      problems.push({ severity: 'error', message: { key: checked.key, values: { id } }, range });
    }
    const quotation = findQuotation(study, id);
    if (quotation?.anchor?.state === 'review') {
      const values = { id, document: quotation.document };
      problems.push({ severity: 'warning', message: { key: 'table.quotationInReview', values }, range });
    }
    return { id, range, status: checked.state };
  });
}
