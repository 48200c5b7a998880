import type { Cell, Table } from '../tables/table.ts';
import { escapeLineStart, escapeMarkdown, markdownOf } from '../text/runs.ts';
import { toMermaid } from './mermaid.ts';

/**
 * A table as GitHub Markdown, LF, without a final newline: its caption in italics, the table (or, for quotations, block quotations
 * under the names of their groups; or its diagram), its note. One row a line and no padding, so that one changed number is one changed line.
 */
export function toMarkdown(table: Table): string {
  const parts = [
    table.caption === undefined ? undefined : `*${oneLine(escapeMarkdown(table.caption))}*`,
    ...contentOf(table),
    table.note === undefined ? undefined : noteOf(table.note),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

function contentOf(table: Table): readonly string[] {
  if (table.diagram) return [`\`\`\`mermaid\n${toMermaid(table.diagram)}\n\`\`\``];
  return table.layout === 'quotations' ? blockQuotations(table) : [grid(table)];
}

function grid({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ header }) => inCell(escapeMarkdown(header)))),
    line(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((cell) => inCell(markdownIn(cell))))),
  ].join('\n');
}

function markdownIn({ text, runs }: Cell): string {
  return runs ? markdownOf(runs) : escapeMarkdown(text);
}

function inCell(markdown: string): string {
  return markdown
    .trim()
    .replaceAll('|', '\\|')
    .replace(/\r\n?|\n/g, '<br>');
}

function oneLine(markdown: string): string {
  return markdown.replace(/\s+/g, ' ').trim();
}

function noteOf(note: string): string {
  return escapeLineStart(oneLine(escapeMarkdown(note))).replace(/^\S+\./, '*$&*');
}

function blockQuotations({ columns, rows }: Table): readonly string[] {
  const isGrouped = columns.length > 1;
  let group: string | undefined;
  return rows.flatMap((row) => {
    const [first, quotation] = isGrouped ? row : [undefined, row[0]];
    const parts: string[] = [];
    if (first && first.text !== group) {
      group = first.text;
      if (group !== '') parts.push(`**${oneLine(escapeMarkdown(group))}**`);
    }
    const lines = quotation ? markdownIn(quotation).split('\n') : [];
    parts.push(lines.map((line) => `> ${escapeLineStart(line)}`).join('\n'));
    return parts;
  });
}
