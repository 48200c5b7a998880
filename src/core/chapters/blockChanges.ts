import { toMarkdown } from '../render/markdown.ts';
import type { Cell, Table } from '../tables/table.ts';
import { unescapeMarkdown } from '../text/runs.ts';

/** A cell that is no longer what a block shows. */
export interface CellChange {
  /** The first cell of its row, and the header of its column. */
  readonly row: string;
  readonly column: string;
  /** Empty where the row, or the column, is new or gone. */
  readonly before: string;
  readonly after: string;
  /** Paths of the documents that it is worked out from now. */
  readonly documents: readonly string[];
}

/**
 * Which cells of a block differ from the table as it is now. Rows are told apart by their first cell, columns by their header.
 * Quotations that are printed below each other, and diagrams, have no cells: of these nothing is said.
 *
 * @param content what the block holds, LF
 */
export function blockChanges(content: string, table: Table): readonly CellChange[] {
  const old = gridIn(content);
  const fresh = gridIn(toMarkdown(table));
  if (!old || !fresh) return [];
  const columns = [...new Set([...fresh.headers, ...old.headers])];
  const rows = [...new Set([...fresh.rows.keys(), ...old.rows.keys()])];
  const changes: CellChange[] = [];
  for (const row of rows) {
    for (const column of columns) {
      const before = old.rows.get(row)?.get(column) ?? '';
      const after = fresh.rows.get(row)?.get(column) ?? '';
      if (before === after) continue;
      const cell = table.rows[[...fresh.rows.keys()].indexOf(row)]?.[fresh.headers.indexOf(column)];
      changes.push({
        row: plain(row),
        column: plain(column),
        before: plain(before),
        after: plain(after),
        documents: documentsOf(cell),
      });
    }
  }
  return changes;
}

/** The paths of the documents that a cell counts or prints something of, in order. */
function documentsOf(cell: Cell | undefined): readonly string[] {
  const paths = cell?.documents ?? cell?.quotations?.().map(({ document }) => document) ?? [];
  return [...new Set(paths)];
}

/** The paths of all documents that a table is worked out from, in order. */
export function documentsIn(table: Table): readonly string[] {
  return [...new Set(table.rows.flat().flatMap(documentsOf))].sort();
}

interface Grid {
  readonly headers: readonly string[];
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The first table in some Markdown. A name that comes again in the first column gets a number. */
function gridIn(markdown: string): Grid | undefined {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  const [head, , ...body] = lines;
  if (head === undefined) return undefined;
  const headers = cellsIn(head);
  const rows = new Map<string, ReadonlyMap<string, string>>();
  for (const line of body) {
    const cells = cellsIn(line);
    const name = cells[0] ?? '';
    let key = name;
    for (let number = 2; rows.has(key); number++) key = `${name} (${number})`;
    rows.set(key, new Map(headers.map((header, at) => [header, cells[at] ?? ''])));
  }
  return { headers, rows };
}

function cellsIn(line: string): readonly string[] {
  return [...line.slice(1).matchAll(/((?:\\.|[^|\\])*)\|/g)].map(([, cell = '']) => cell.trim());
}

function plain(markdown: string): string {
  return unescapeMarkdown(markdown.replaceAll('<br>', ' ').replace(/(?<!\\)\*+/g, ''));
}
