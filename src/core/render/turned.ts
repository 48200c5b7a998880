import type { Cell, Column, Table } from '../tables/table.ts';

/**
 * A table that was made, with its rows as columns: the first column names them, and the headers become the first column. Undefined for
 * quotations that are printed one below the other, and for a table without rows or without a second column.
 */
export function turned(table: Table): Table | undefined {
  const { layout, columns, rows } = table;
  const [corner, ...others] = columns;
  if (layout === 'quotations' || !corner || others.length === 0 || rows.length === 0) return undefined;
  return {
    ...table,
    columns: [
      { header: corner.header, kind: 'text' },
      ...rows.map((row): Column => ({ header: row[0]?.text ?? '', kind: kindOf(row.slice(1), others) })),
    ],
    rows: others.map(({ header }, index): readonly Cell[] => [
      { text: header },
      ...rows.map((row) => row[index + 1] ?? { text: '' }),
    ]),
    // What was the column of totals looks like any other: which row is one can no longer be told.
    totalRows: 0,
  };
}

/** Numbers where all that stands there is a number. */
function kindOf(cells: readonly Cell[], columns: readonly Column[]): Column['kind'] {
  const kinds = new Set(
    cells.flatMap(({ text }, index) => (text === '' ? [] : (columns[index]?.kind ?? 'text'))),
  );
  const [only, second] = kinds;
  return second === undefined ? (only ?? 'text') : 'text';
}
