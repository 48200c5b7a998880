import { toCsv } from '../core/render/csv.ts';
import { toHtml } from '../core/render/html.ts';
import { toJson } from '../core/render/json.ts';
import { toMarkdown } from '../core/render/markdown.ts';
import type { Table } from '../core/tables/table.ts';
import type { Format } from './command.ts';
import type { Terminal } from './terminal.ts';

const renderers: Readonly<Record<Format, (table: Table) => string>> = {
  markdown: (table) => `${toMarkdown(table)}\n`,
  csv: toCsv,
  html: toHtml,
  json: toJson,
};

export function printTable(table: Table, format: Format, terminal: Terminal): void {
  terminal.print(renderers[format](table));
}
