import type { Table } from '../tables/table.ts';
import { toCsv } from './csv.ts';
import { toHtml, toHtmlPage } from './html.ts';
import { toJson } from './json.ts';
import { toLatex } from './latex.ts';
import { toMarkdown } from './markdown.ts';
import { toPandoc } from './pandoc.ts';

/** The formats that a table is written in, with the extension of a file of each. */
export const tableFormats = {
  markdown: { extension: 'md', isBinary: false },
  pandoc: { extension: 'md', isBinary: false },
  html: { extension: 'html', isBinary: false },
  latex: { extension: 'tex', isBinary: false },
  csv: { extension: 'csv', isBinary: false },
  xlsx: { extension: 'xlsx', isBinary: true },
  docx: { extension: 'docx', isBinary: true },
  json: { extension: 'json', isBinary: false },
} as const;

export type TableFormat = keyof typeof tableFormats;

export const tableFormatNames = Object.keys(tableFormats) as readonly TableFormat[];

/** Formats that are laid out on pages of a certain width. */
export function isPaged(format: TableFormat): boolean {
  return format === 'latex' || format === 'docx';
}

/** A table in a format: text, LF, with a final newline, or bytes. What makes Word and Excel files is loaded when first used. */
export async function renderTable(table: Table, format: TableFormat): Promise<string | Uint8Array> {
  switch (format) {
    case 'markdown':
      return `${toMarkdown(table)}\n`;
    case 'pandoc':
      return `${toPandoc(table)}\n`;
    case 'html':
      return toHtml(table);
    case 'latex':
      return toLatex(table);
    case 'csv':
      return toCsv(table);
    case 'json':
      return toJson(table);
    case 'xlsx':
      return (await import('./xlsx.ts')).toXlsx(table);
    case 'docx':
      return (await import('./docx/table.ts')).toDocx(table);
  }
}

/** The same as a file that stands on its own: HTML is a page that says how its signs are encoded. */
export async function renderTableFile(table: Table, format: TableFormat): Promise<string | Uint8Array> {
  return format === 'html' ? toHtmlPage(table) : renderTable(table, format);
}
