import type { Table } from '../tables/table.ts';
import { printedWidth } from './printedWidth.ts';
import { turned } from './turned.ts';

/** Average letters of small print (9 points) that fit on a line of a page, A4 with margins of 2.5 cm, upright and on its side. */
export const pageWidths = { upright: 104, onItsSide: 162 } as const;

/** The room between two columns, in letters. */
const gap = 2;

/** How much wider the bold print of a header is. */
const bold = 1.08;

/** Wider than this a column need not be: its text is wrapped. */
const wide = 60;

/**
 * How many letters wide each column is best made on a page: none narrower than its longest word. What is left of the page is dealt
 * out evenly, and a column takes no more than its longest line needs, so that short texts stay on one line. Where not even the
 * words fit, the columns are together wider than the page.
 */
export function columnWidths(table: Table, page: number = pageWidths.upright): readonly number[] {
  const columns = needs(table);
  const widths = columns.map(({ least }) => least + gap);
  let left = Math.max(0, page - sum(widths));
  const modestFirst = columns
    .map(({ least, most }, index) => ({ index, wanted: most - least }))
    .sort((a, b) => a.wanted - b.wanted || a.index - b.index);
  for (const [turn, { index, wanted }] of modestFirst.entries()) {
    const extra = Math.min(wanted, left / (modestFirst.length - turn));
    widths[index] = (widths[index] ?? 0) + extra;
    left -= extra;
  }
  return widths;
}

/** The letters that a line of the table takes when every text is wrapped as narrow as its words allow. */
function leastWidth(table: Table): number {
  return sum(needs(table).map((column) => column.least + gap));
}

/** Where a grid can stand: as it is, only on a page that lies on its side, or nowhere. */
export function fit(table: Table): (typeof places)[number] {
  if (table.layout === 'quotations') return 'upright';
  const width = leastWidth(table);
  if (width <= pageWidths.upright) return 'upright';
  return width <= pageWidths.onItsSide ? 'onItsSide' : 'tooWide';
}

/** Whether a table that is too wide for an upright page fits better with its rows as columns. */
export function fitsBetterTransposed(table: Table): boolean {
  const other = fit(table) === 'upright' ? undefined : turned(table);
  return other !== undefined && places.indexOf(fit(other)) < places.indexOf(fit(table));
}

const places = ['upright', 'onItsSide', 'tooWide'] as const;

function needs({ columns, rows }: Table): readonly { readonly least: number; readonly most: number }[] {
  return columns.map(({ header }, index) => {
    const texts = rows.map((row) => row[index]?.text ?? '');
    const least = Math.max(widest(wordsIn([header])) * bold, widest(wordsIn(texts)), 1);
    const most = Math.max(printedWidth(header) * bold, widest(texts.flatMap((text) => text.split('\n'))));
    return { least, most: Math.max(least, Math.min(most, wide)) };
  });
}

/** Where a line can be broken. */
function wordsIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/[\s/–-]+/u));
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, printedWidth(text)), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
