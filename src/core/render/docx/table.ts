import type { Table } from '../../tables/table.ts';
import { fit } from '../columnWidths.ts';
import { wordFile } from './file.ts';
import { tableBlocks } from './tableBlocks.ts';

/** A table as a Word file, on a page that lies on its side where it is too wide for one that is upright. */
export function toDocx(table: Table): Promise<Uint8Array> {
  const { language, caption } = table;
  return wordFile([{ isOnItsSide: fit(table) !== 'upright', blocks: tableBlocks(table) }], {
    language,
    ...(caption !== undefined && { title: caption }),
  });
}
