import type { Cell, Table } from '../tables/table.ts';
import { escapeLineStart, escapeMarkdown, markdownOf } from '../text/runs.ts';
import { quotationGroups } from './cellLines.ts';
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

function blockQuotations(table: Table): readonly string[] {
  return quotationGroups(table).flatMap(({ name, quotations }) => [
    ...(name === '' ? [] : [`**${oneLine(escapeMarkdown(name))}**`]),
    ...quotations.map((quotation) =>
      markdownIn(quotation)
        .split('\n')
        .map((line) => `> ${escapeLineStart(line)}`)
        .join('\n'),
    ),
  ]);
}
