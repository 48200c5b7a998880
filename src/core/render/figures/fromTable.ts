import type { Cell, Table } from '../../tables/table.ts';
import { wordsOf } from '../../tables/words.ts';
import type { DataStructure, HeatCell, HeatMap, Saturation, StackedBars } from './inputs.ts';

/** The numbers of a table under its first column, without its totals; undefined for a table without numbers. */
export function heatMapIn(table: Table): HeatMap | undefined {
  const { columns, rows } = withoutTotals(table);
  const numbers = numberColumns({ columns });
  if (numbers.length === 0) return undefined;
  return {
    rows: rows.map((row) => row[0]?.text ?? ''),
    columns: numbers.map((at) => columns[at]?.header ?? ''),
    cells: rows.map((row) => numbers.map((at) => heatCell(row[at]))),
  };
}

/** A bar for each row, with a part for each column of numbers. */
export function barsIn(table: Table): StackedBars | undefined {
  const map = heatMapIn(table);
  return (
    map && {
      series: map.columns,
      bars: map.rows.map((name, index) => ({ name, parts: map.cells[index] ?? [] })),
    }
  );
}

/** New codes and all codes by then: the first two columns of numbers, for what the first column names. */
export function saturationIn(table: Table): Saturation | undefined {
  const [fresh, cumulative] = numberColumns(table);
  if (fresh === undefined || cumulative === undefined) return undefined;
  return {
    headers: {
      fresh: table.columns[fresh]?.header ?? '',
      cumulative: table.columns[cumulative]?.header ?? '',
    },
    points: bodyOf(table).map((row) => ({
      name: row[0]?.text ?? '',
      fresh: row[fresh]?.value ?? 0,
      cumulative: row[cumulative]?.value ?? 0,
    })),
  };
}

/** Codes, themes and dimensions by the columns that are headed so, in the order in which they come. */
export function dataStructureIn(table: Table): DataStructure | undefined {
  const words = wordsOf(table.language);
  const at = (header: string) => table.columns.findIndex((column) => column.header === header);
  const [code, theme, dimension] = [at(words.code), at(words.theme), at(words.dimension)];
  if (code < 0 || theme < 0 || dimension < 0) return undefined;
  const dimensions = new Map<string, Map<string, string[]>>();
  for (const row of bodyOf(table)) {
    const themes = inserted(dimensions, row[dimension]?.text ?? '', () => new Map<string, string[]>());
    const name = row[theme]?.text ?? '';
    const member = row[code]?.text ?? '';
    if (name === '' && member === '') continue;
    const codes = inserted(themes, name, (): string[] => []);
    if (member !== '') codes.push(member);
  }
  return {
    dimensions: [...dimensions].map(([name, themes]) => ({
      name,
      themes: [...themes].map(([title, codes]) => ({ name: title, codes })),
    })),
  };
}

function inserted<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/** A table without its rows of totals and without a last column of totals. */
export function withoutTotals(table: Table): Table {
  const { columns, language } = table;
  const { total } = wordsOf(language);
  const last = columns.at(-1);
  const count = columns.length - (last?.kind === 'number' && last.header === total ? 1 : 0);
  return {
    ...table,
    columns: columns.slice(0, count),
    rows: bodyOf(table).map((row) => row.slice(0, count)),
    totalRows: 0,
  };
}

function bodyOf({ rows, totalRows }: Table): Table['rows'] {
  return rows.slice(0, rows.length - totalRows);
}

/** Which columns but the first hold numbers. */
function numberColumns({ columns }: Pick<Table, 'columns'>): readonly number[] {
  return columns.flatMap(({ kind }, index) => (kind === 'number' && index > 0 ? index : []));
}

function heatCell(cell: Cell | undefined): HeatCell {
  const text = cell?.text ?? '';
  return cell?.value === undefined ? { text } : { text, value: cell.value };
}
