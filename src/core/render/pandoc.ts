import type { Cell, Column, Table } from '../tables/table.ts';
import type { Run } from '../text/runs.ts';
import { labelOf, withoutNumber } from './captionNumber.ts';
import { linesIn, quotationGroups } from './cellLines.ts';
import { columnWidths } from './columnWidths.ts';

/**
 * A table as Markdown for Pandoc, LF, without a final newline: a grid table, whose cells may have several lines, with its caption and
 * a label (`#tbl:…`) for cross-references. A number at the start of the caption is left out, since Pandoc's own numbering
 * would double it. Quotations are block quotations under the names of their groups.
 */
export function toPandoc(table: Table): string {
  const { caption, note } = table;
  const shownNote =
    note === undefined ? undefined : startEscaped(oneLine(escapePandoc(note))).replace(/^\S+?\./, '*$&*');
  const parts =
    table.layout === 'quotations'
      ? [
          caption === undefined ? undefined : `**${oneLine(escapePandoc(caption))}**`,
          ...quotations(table),
          shownNote,
        ]
      : [...(table.columns.length === 0 ? [] : [grid(table)]), captionOf(table), shownNote];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

function captionOf({ caption }: Table): string | undefined {
  if (caption === undefined) return undefined;
  return `Table: ${oneLine(escapePandoc(withoutNumber(caption)))} {#tbl:${labelOf(caption)}}`;
}

function grid(table: Table): string {
  const { columns, rows } = table;
  const wished = columnWidths(table).map((width) => Math.max(3, Math.round(width)));
  const wrapped = (lines: readonly string[], index: number) =>
    lines.flatMap((line) => wrap(line, wished[index] ?? 3).map(startEscaped));
  const head = columns.map(({ header }, index) => wrapped([escapePandoc(oneLine(header))], index));
  const body = rows.map((row) =>
    columns.map((_, index) => wrapped(markdownLines(row[index] ?? { text: '' }), index)),
  );
  const widths = wished.map((width, index) =>
    Math.max(width, ...[head, ...body].flatMap((row) => (row[index] ?? []).map(({ length }) => length))),
  );
  const rule = (sign: string, marks: readonly Column[] = []) =>
    `+${widths
      .map((width, index) => sign.repeat(width + 1) + (marks[index]?.kind === 'number' ? ':' : sign))
      .join('+')}+`;
  const lines = (row: readonly (readonly string[])[]) =>
    Array.from({ length: Math.max(...row.map(({ length }) => length)) }, (_, at) => {
      const cells = row.map((cell, index) => (cell[at] ?? '').padEnd(widths[index] ?? 0));
      return `| ${cells.join(' | ')} |`;
    });
  return [
    rule('-'),
    ...lines(head),
    rule('=', columns),
    ...body.flatMap((row) => [...lines(row), rule('-')]),
  ].join('\n');
}

/** A cell with each of its lines as a paragraph. */
function markdownLines(cell: Cell): readonly string[] {
  return linesIn(cell).flatMap((runs, index) => {
    const line = runs.map(emphasised).join('').trim();
    return index === 0 ? [line] : ['', line];
  });
}

/** A line of Markdown on as many lines as it takes, cut at spaces only; longer words stand out. */
function wrap(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function quotations(table: Table): readonly string[] {
  return quotationGroups(table).flatMap(({ name, quotations: cells }) => [
    ...(name === '' ? [] : [`**${oneLine(escapePandoc(name))}**`]),
    // Without a sentence between them two block quotations would be one.
    cells
      .map((cell) =>
        markdownLines(cell)
          .map((line) => `> ${startEscaped(line)}`.trim())
          .join('\n'),
      )
      .join('\n\n<!-- -->\n\n'),
  ]);
}

function emphasised({ text, italic, bold }: Run): string {
  const marks = `${bold ? '**' : ''}${italic ? '*' : ''}`;
  return `${marks}${escapePandoc(text)}${[...marks].reverse().join('')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Text that Pandoc prints as it is: no formula, citation, note or command, and no signs drawn together. */
function escapePandoc(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n]|\p{Surrogate}/gu, '')
    .replace(/[\\`*_{}[\]<>$^~@#|'"&]|\.(?=\.)|-(?=-)|:(?=\/\/)/g, '\\$&')
    .replace(/!(?=\\\[)/g, '\\!');
}

/** Keeps a line from being read as a list item, heading, definition or rule; `escapePandoc` has seen to the rest. */
function startEscaped(line: string): string {
  return line
    .replace(/^(\(?(?:\d{1,9}|\p{L}|[ivxlcdm]+))([.)])(?=\s|$)/iu, '$1\\$2')
    .replace(/^(?:[=:%]|[+-](?=\s|$))/, '\\$&')
    .replace(/^(Table)(?=:)/i, '$1\\');
}
