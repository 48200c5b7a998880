import { isDark } from './colors.ts';
import type { HeatCell, HeatMap } from './inputs.ts';
import { type Drawing, faint, ink, label, lineHeight, shape } from './svg.ts';
import { widest, wrapped } from './wrap.ts';

const rowHeight = 30;
const margin = 12;
const widestName = 200;

/** From white to this, the more the darker; the number stands in each cell, so that nobody depends on the colour. */
const darkest = [0x08, 0x45, 0x94] as const;

/** Draws numbers set against one another, each cell the darker the larger its number. */
export function drawHeatMap({ rows, columns, cells }: HeatMap): Drawing {
  const names = rows.map((row) => wrapped(row, widestName));
  const left = margin + widest(names.flat()) + 8;
  const texts = cells.flatMap((row) => row.map(({ text }) => text));
  const width = Math.max(44, widest(texts) + 12);
  const heads = columns.map((column) => wrapped(column, widestName));
  // Names of columns rise at half a right angle from the middle of their columns.
  const rise = widest(heads.flat()) * Math.SQRT1_2 + 10;
  const top = margin + rise + lineHeight * Math.max(0, ...heads.map(({ length }) => length - 1));
  const most = Math.max(0, ...cells.flatMap((row) => row.map(({ value = 0 }) => value)));

  const shapes: string[] = [];
  for (const [index, lines] of heads.entries()) {
    const [x, y] = [left + (index + 0.5) * width, top - 8];
    const rotate = `rotate(-45 ${Math.round(x)} ${Math.round(y)})`;
    shapes.push(
      label(lines, Math.round(x), Math.round(y) - (lines.length - 1) * lineHeight, { transform: rotate }),
    );
  }
  let y = top;
  for (const [row, lines] of names.entries()) {
    const height = Math.max(rowHeight, lines.length * lineHeight + 8);
    const middle = y + height / 2;
    shapes.push(
      label(lines, left - 8, middle - ((lines.length - 1) * lineHeight) / 2, { 'text-anchor': 'end' }),
    );
    for (const [column, cell] of (cells[row] ?? []).entries()) {
      const x = left + column * width;
      const fill = shade(strengthOf(cell, most));
      shapes.push(shape('rect', { x, y, width, height, fill, stroke: '#d0d0d0' }));
      shapes.push(
        label([cell.text], x + width / 2, middle, {
          'text-anchor': 'middle',
          fill: isDark(fill) ? '#ffffff' : ink,
        }),
      );
    }
    y += height;
  }
  const right = left + columns.length * width;
  shapes.push(
    shape('rect', { x: left, y: top, width: right - left, height: y - top, fill: 'none', stroke: faint }),
  );
  return { width: right + rise + margin, height: y + margin, shapes };
}

function strengthOf({ value = 0 }: HeatCell, most: number): number {
  return most > 0 ? Math.max(0, value) / most : 0;
}

function shade(strength: number): string {
  const parts = darkest.map((part) => Math.round(255 + (part - 255) * strength));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
