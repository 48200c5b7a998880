import { closest } from '../text/closest.ts';
import type { TableProblem } from './making.ts';
import type { Spec } from './specKeys.ts';
import type { Cell, Table } from './table.ts';

/**
 * Sorts the rows of a table by the column that its spec names: numbers by size, else by alphabet, empty cells last, equals in
 * the order they had, totals at the end.
 */
export function sorted(table: Table, spec: Spec, problems: TableProblem[]): Table {
  if (spec.sort === undefined) return table;
  const [, name = '', descending] = /^(.*?)(\s+descending)?$/s.exec(spec.sort.trim()) ?? [];
  const column = table.columns.findIndex(({ header }) => header === name);
  if (column < 0) {
    const names = closest(
      name,
      table.columns.map(({ header }) => header),
    ).join(', ');
    const range = spec.ranges.get('sort');
    const message = { key: 'table.unknownHeader', values: { name, names } };
    problems.push({ severity: 'error', message, ...(range && { range }) });
    return table;
  }
  const end = table.rows.length - table.totalRows;
  const sign = descending ? -1 : 1;
  const rows = table.rows.slice(0, end).sort((a, b) => {
    const [left, right] = [a[column], b[column]];
    return emptyLast(left, right) || sign * compare(left, right);
  });
  return { ...table, rows: [...rows, ...table.rows.slice(end)] };
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function emptyLast(a: Cell | undefined, b: Cell | undefined): number {
  return Number(!a?.text && a?.value === undefined) - Number(!b?.text && b?.value === undefined);
}

function compare(a: Cell | undefined, b: Cell | undefined): number {
  if (a?.value !== undefined && b?.value !== undefined) return a.value - b.value;
  return collator.compare(a?.text ?? '', b?.text ?? '');
}
