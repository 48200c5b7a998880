import { renderTable, type TableFormat } from '../core/render/formats.ts';
import type { Table } from '../core/tables/table.ts';
import { put } from './output.ts';
import type { Terminal } from './terminal.ts';

export async function printTable(table: Table, format: TableFormat, terminal: Terminal): Promise<void> {
  await put(await renderTable(table, format), undefined, terminal);
}
