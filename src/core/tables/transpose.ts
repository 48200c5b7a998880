import { type Cell, type Column, emptyCell, type Table } from './table.ts';

/**
 * A matrix with its rows for columns: what was in the first column becomes the headers. All columns but the first are of one
 * kind in it, so that the rows can be columns of that kind; totals go along.
 *
 * @param corner the header of the new first column
 */
export function transposed(table: Table, corner: string): Table {
  const [, ...columns] = table.columns;
  const rowAt = (index: number): readonly Cell[] => [
    { text: columns[index]?.header ?? '' },
    ...table.rows.map((row) => row[index + 1] ?? emptyCell),
  ];
  const kind = columns[0]?.kind ?? 'text';
  return {
    ...table,
    columns: [
      { header: corner, kind: 'text' },
      ...table.rows.map(([first = emptyCell], index): Column => {
        const isTotal = index >= table.rows.length - table.totalRows;
        return { header: first.text, kind: isTotal ? 'number' : kind };
      }),
    ],
    rows: columns.map((_, index) => rowAt(index)),
  };
}
