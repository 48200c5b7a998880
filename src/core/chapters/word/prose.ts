import { HeadingLevel, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type {
  Blockquote,
  Code,
  List,
  Table as MarkdownTable,
  Nodes,
  Paragraph as ProseParagraph,
  RootContent,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { numberedCaption } from '../../render/captionNumber.ts';
import { captionRuns } from '../../render/docx/runs.ts';
import { bullets, listLevel, numbersFrom, styleIds } from '../../render/docx/styles.ts';
import type { Block } from '../../render/docx/tableBlocks.ts';
import { forXml } from '../../render/forXml.ts';
import type { Table } from '../../tables/table.ts';
import type { Language } from '../../text/notation.ts';
import { plainOf } from '../../text/runs.ts';
import { cellRuns, inlineRuns } from './inline.ts';

/** What a paragraph is in: its style, and its place in a list. */
interface Around {
  readonly style: string;
  readonly depth: number;
}

/** Turns the Markdown of a chapter into paragraphs and tables of Word, piece by piece. */
export class Prose {
  /** The first numbers of the numbered lists so far. */
  readonly listStarts = new Set<number>();
  /** What stands for pictures so far: a Word file gets their words only. */
  readonly pictures: string[] = [];
  #lists = 0;
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  /** A table in the text is given as such, for the caller to find a page that it fits on. */
  blocksOf(markdown: string): readonly (Block | Table)[] {
    const nodes = parse(markdown);
    this.#notePictures(nodes);
    const blocks: (Block | Table)[] = [];
    for (let at = 0; at < nodes.length; at++) {
      const [node, next] = [nodes[at], nodes[at + 1]];
      const caption = node?.type === 'paragraph' && next?.type === 'table' ? captionIn(node) : undefined;
      if (caption !== undefined && next?.type === 'table') {
        blocks.push(this.#table(next, caption));
        at++;
      } else if (node?.type === 'table') blocks.push(this.#table(node));
      else if (node) blocks.push(...this.#blocks(node, { style: styleIds.body, depth: 0 }));
    }
    return blocks;
  }

  #blocks(node: RootContent, around: Around): readonly Block[] {
    switch (node.type) {
      case 'heading':
        return [new Paragraph({ heading: headings[node.depth], children: inlineRuns(node.children) })];
      case 'paragraph': {
        const caption = captionIn(node);
        return caption === undefined
          ? [paragraph(inlineRuns(node.children), around)]
          : [new Paragraph({ style: styleIds.caption, children: captionRuns(caption) })];
      }
      case 'blockquote':
        return this.#children(node, { ...around, style: styleIds.quotation });
      case 'list':
        return this.#list(node, around);
      case 'code':
        return [codeParagraph(node)];
      case 'thematicBreak':
        return [new Paragraph({ thematicBreak: true })];
      case 'html':
        return this.#textAmongComments(node.value, around);
      default:
        return [];
    }
  }

  #children({ children }: Blockquote | List['children'][number], around: Around): readonly Block[] {
    return children.flatMap((child) => this.#blocks(child, around));
  }

  #list(list: List, around: Around): readonly Block[] {
    const start = list.start ?? 1;
    if (list.ordered) this.listStarts.add(start);
    const numbering = {
      reference: list.ordered ? numbersFrom(start) : bullets,
      level: listLevel(around.depth),
      instance: this.#lists++,
    };
    const inside = { ...around, depth: around.depth + 1 };
    return list.children.flatMap((item): readonly Block[] => {
      const [first, ...rest] = item.children;
      const children = first?.type === 'paragraph' ? inlineRuns(first.children) : [];
      const others = first === undefined || first.type === 'paragraph' ? rest : item.children;
      return [
        new Paragraph({ style: around.style, numbering, children }),
        ...others.flatMap((child) => this.#blocks(child, inside)),
      ];
    });
  }

  /** A comment at the start of a line makes HTML of the whole line; what stands behind it is text of the author's. */
  #textAmongComments(html: string, around: Around): readonly Block[] {
    const text = html.replace(/<!--.*?-->/gs, '');
    if (text === html || text.trim() === '') return [];
    return parse(text).flatMap((node) => this.#blocks(node, around));
  }

  #table({ align, children }: MarkdownTable, caption?: string): Table {
    const [head, ...rows] = children.map((row) =>
      row.children.map((cell) => {
        const runs = cellRuns(cell.children);
        return { text: plainOf(runs), runs };
      }),
    );
    return {
      layout: 'grid',
      language: this.#language,
      ...(caption !== undefined && { caption }),
      columns: (head ?? []).map(({ text }, index) => ({
        header: text,
        kind: align?.[index] === 'right' ? 'number' : 'text',
      })),
      rows,
      totalRows: 0,
    };
  }

  #notePictures(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (node.type === 'image') this.pictures.push(node.alt || node.url);
      if ('children' in node) this.#notePictures(node.children);
    }
  }
}

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
  6: HeadingLevel.HEADING_6,
} as const;

function parse(markdown: string): readonly RootContent[] {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
    .children;
}

/** The words of a paragraph that is all in italics and begins as a caption does: “Tabel 1: …”. */
function captionIn({ children }: ProseParagraph): string | undefined {
  const [only, second] = children;
  if (only?.type !== 'emphasis' || second) return undefined;
  const text = plainOf(cellRuns(only.children));
  return numberedCaption(text) ? text : undefined;
}

function paragraph(children: readonly ParagraphChild[], { style, depth }: Around): Paragraph {
  const indent = depth > 0 ? { indent: { left: 360 * depth } } : {};
  return new Paragraph({ style, ...indent, children });
}

function codeParagraph({ value }: Code): Paragraph {
  const lines = value.split('\n');
  return new Paragraph({
    style: styleIds.code,
    children: lines.map((line, index) => new TextRun({ text: forXml(line), ...(index > 0 && { break: 1 }) })),
  });
}
