import type { Problem, TextRange } from '../study/problem.ts';
import { sha256Hex } from '../text/digest.ts';
import { type Line, linesOutsideFences } from '../text/fences.ts';

/** Something wrong in a chapter; the range is in its LF text. */
export type ChapterProblem = Omit<Problem, 'file'> & { readonly range: TextRange };

/** A generated block. All ranges are UTF-16 offsets in the chapter's LF text. */
export interface Block {
  /** From the opening comment to the end of the closing one. */
  readonly range: TextRange;
  /** The YAML in the opening comment. */
  readonly spec: TextRange;
  /** What was generated, with its last line end: from the line after the opening comment to that of the closing one. */
  readonly content: TextRange;
  readonly closing: TextRange;
  /** The digest in the closing comment; absent in a block that was never rendered. */
  readonly digest?: string;
}

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly problems: readonly ChapterProblem[];
}

const opening = /^ {0,3}<!-- *codeboom(?=\s|$|-->)/;
const closing = /^ {0,3}<!-- *\/codeboom(?: +sha256:([0-9a-f]{64}))? *-->[ \t]*$/;
const closingLike = /^ {0,3}<!-- *\/codeboom\b/;

interface Opened {
  readonly start: number;
  readonly spec: TextRange;
  /** The offset after the line of `-->`. */
  readonly contentStart: number;
  /** Blocks that were opened and closed inside this one, those that are in order. */
  readonly inner: Block[];
  hasInner: boolean;
}

/**
 * The generated blocks of a chapter, outside code fences. A block that is not closed, and blocks inside one another, are
 * reported and left out, so that nothing is done to them; what stands beside them is found as ever.
 *
 * @param text LF text
 */
export function blocksOf(text: string): Blocks {
  const problems: ChapterProblem[] = [];
  const report = (key: string, range: TextRange) =>
    problems.push({ severity: 'error', message: { key, values: {} }, range });
  const blocks: Block[] = [];
  const open: Opened[] = [];
  let readTo = 0;
  for (const line of linesOutsideFences(text)) {
    if (line.start < readTo) continue;
    if (opening.test(line.text)) {
      const opened = openedAt(text, line);
      if (!opened) report('chapter.unclosedComment', rangeOf(line));
      else {
        open.push(opened);
        readTo = opened.contentStart;
      }
    } else if (closingLike.test(line.text)) {
      const match = closing.exec(line.text);
      const opened = open.pop();
      const outer = open.at(-1);
      if (outer) outer.hasInner = true;
      if (!match) report('chapter.badClosing', rangeOf(line));
      else if (!opened) report('chapter.unopened', rangeOf(line));
      else if (opened.hasInner) report('chapter.nested', { start: opened.start, end: opened.spec.end });
      else (outer?.inner ?? blocks).push(blockOf(opened, line, match[1]));
    }
  }
  for (const { start, spec, inner } of open) {
    report('chapter.unclosed', { start, end: spec.end });
    blocks.push(...inner);
  }
  return { blocks: blocks.sort((a, b) => a.range.start - b.range.start), problems };
}

function blockOf(opened: Opened, line: Line, digest: string | undefined): Block {
  return {
    range: { start: opened.start, end: line.end },
    spec: opened.spec,
    content: { start: opened.contentStart, end: line.start },
    closing: rangeOf(line),
    ...(digest !== undefined && { digest }),
  };
}

const rangeOf = ({ start, end }: Line): TextRange => ({ start, end });

/** Reads an opening comment; undefined when it is not closed before the next comment begins. */
function openedAt(text: string, line: Line): Opened | undefined {
  const from = line.start + (opening.exec(line.text)?.[0].length ?? 0);
  const to = text.indexOf('-->', from);
  if (to < 0 || text.slice(from, to).includes('<!--')) return undefined;
  const lineEnd = text.indexOf('\n', to);
  const start = line.start + line.text.indexOf('<');
  const contentStart = lineEnd < 0 ? text.length : lineEnd + 1;
  return { start, spec: { start: from, end: to }, contentStart, inner: [], hasInner: false };
}

/** The closing comment of a block with this content. */
export function closingOf(content: string): string {
  return `<!-- /codeboom sha256:${sha256Hex(content)} -->`;
}

/** Whether the content of a block is as it was generated. */
export function isAsGenerated(text: string, { content, digest }: Block): boolean {
  return digest !== undefined && digest === sha256Hex(text.slice(content.start, content.end));
}
