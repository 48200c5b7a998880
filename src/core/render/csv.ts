import Papa from 'papaparse';
import type { Table } from '../tables/table.ts';

/** What a spreadsheet would run as a formula; a negative number is none. */
const formula = /^(?:[=+@\t\r＝＋＠－]|\n+[=+@-]|-(?!\d+(?:[.,]\d+)?%?$)).*$/s;

/**
 * The headers and rows of a table as comma-separated values, LF, with a final newline. A cell that a spreadsheet would take for
 * a formula gets an apostrophe before it.
 */
export function toCsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => row.map(({ text }) => text))];
  return `${Papa.unparse(lines, { newline: '\n', escapeFormulae: formula })}\n`;
}
