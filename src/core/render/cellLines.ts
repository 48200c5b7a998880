import type { Cell, Table } from '../tables/table.ts';
import type { Run } from '../text/runs.ts';

/** The lines of a cell, each with its emphasis; a cell without text is one line without runs. */
export function linesIn({ text, runs }: Cell): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  for (const run of runs ?? [{ text }]) {
    for (const [index, piece] of run.text.split(/\r\n?|\n/).entries()) {
      if (index > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ ...run, text: piece });
    }
  }
  return lines;
}

/** Quotations that are printed under one name; the name is empty where there is nothing to print. */
export interface QuotationGroup {
  readonly name: string;
  readonly quotations: readonly Cell[];
}

/** The quotations of a table that is printed as such: neighbours with the same name in the first of two columns are a group. */
export function quotationGroups({ columns, rows }: Table): readonly QuotationGroup[] {
  const groups: { name: string; quotations: Cell[] }[] = [];
  for (const row of rows) {
    const [first, quotation] = columns.length > 1 ? row : [undefined, row[0]];
    const name = first?.text ?? '';
    const last = groups.at(-1);
    const cell = quotation ?? { text: '' };
    if (last?.name === name) last.quotations.push(cell);
    else groups.push({ name, quotations: [cell] });
  }
  return groups;
}
