import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/universal';
import type { Cell, Column, Table } from '../tables/table.ts';
import { columnWidths } from './columnWidths.ts';
import { forXml } from './forXml.ts';
import { repacked } from './officePackage.ts';

/** What a cell of Excel holds at most, in UTF-16 code units. */
const mostCharacters = 32_767;

/**
 * A table as an Excel workbook: its caption, the headers, the rows, its note. Numbers are numbers, not rounded, shown as in the
 * table; percentages too. All else is text, in cells of the type text, so that nothing becomes a formula, not even when the cell
 * is edited. The same table always gives the same bytes.
 */
export async function toXlsx(table: Table): Promise<Uint8Array> {
  const { caption, columns, rows, totalRows, note } = table;
  const above: SheetData = caption === undefined ? [] : [[{ ...textCell(caption), fontWeight: 'bold' }]];
  const headers = columns.map(
    ({ header, kind }): CellObject => ({
      ...textCell(header),
      fontWeight: 'bold',
      wrap: true,
      ...(kind === 'number' && { align: 'right' }),
    }),
  );
  const body = rows.map((row, index) =>
    columns.map((column, at) => ({
      ...cellOf(row[at] ?? { text: '' }, column),
      ...(index >= rows.length - totalRows && { fontWeight: 'bold' as const }),
    })),
  );
  const below: SheetData = note === undefined ? [] : [[], [textCell(note)]];
  const blob = await writeExcelFile([...above, headers, ...body, ...below], {
    sheet: sheetName(table),
    stickyRowsCount: above.length + 1,
    columns: columnWidths(table).map((width) => ({ width: Math.round(width) })),
  }).toBlob();
  return repacked(new Uint8Array(await blob.arrayBuffer()), (path, xml) =>
    // Without this, Excel drops spaces at the ends of a text.
    path === 'xl/sharedStrings.xml' ? xml.replaceAll('<t>', '<t xml:space="preserve">') : xml,
  );
}

function cellOf(cell: Cell, { kind }: Column): CellObject {
  const format = cell.value === undefined ? undefined : numberFormat(cell.text);
  if (cell.value !== undefined && format !== undefined) {
    const value = format.endsWith('%') ? cell.value / 100 : cell.value;
    return { value, type: Number, format, alignVertical: 'top' };
  }
  return { ...textCell(cell.text), wrap: true, ...(kind === 'number' && { align: 'right' }) };
}

/** How a number is shown in the table, for Excel; undefined for what is not written as one, such as the school mark 6-. */
function numberFormat(text: string): string | undefined {
  const [, decimals, percent] = /^[-−]?\d+(?:[.,](\d+))?(%?)$/.exec(text) ?? [];
  if (percent === undefined) return undefined;
  return `0${decimals === undefined ? '' : `.${'0'.repeat(decimals.length)}`}${percent}`;
}

function textCell(text: string): CellObject {
  return { value: shown(text), type: String, format: '@', alignVertical: 'top' };
}

/** Text as Excel reads it back: its own notation for control characters, `_x000D_`, is kept from being one. */
function shown(text: string): string {
  const written = forXml(text).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  return written.length <= mostCharacters ? written : `${forXml(written.slice(0, mostCharacters - 1))}…`;
}

/** The header of the first column, which names what the rows are, as Excel takes names. */
function sheetName({ columns }: Table): string {
  const name = (columns[0]?.header ?? '')
    .replace(/[\\/?*[\]:\p{Cc}\p{Surrogate}]/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
    .trim();
  // Excel keeps this name for itself.
  return name === '' || name.toLowerCase() === 'history' ? 'Codeboom' : name;
}
