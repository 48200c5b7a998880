import type { Table } from '../tables/table.ts';

/** A table as JSON: what the reader sees, row by row; `caption` and `note` are null where there is none. */
export function toJson({ caption, columns, rows, note }: Table): string {
  const content = {
    caption: caption ?? null,
    columns: columns.map(({ header }) => header),
    rows: rows.map((row) => row.map(({ text }) => text)),
    note: note ?? null,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
