import { spareColor } from './colors.ts';
import type { ColorOf, DataStructure, Dimension } from './inputs.ts';
import { type Drawing, faint, label, lineHeight, shape } from './svg.ts';
import { pixelsOf, wrapped } from './wrap.ts';

const margin = 12;
const padding = 10;
const widths = { codes: 280, theme: 190, dimension: 170 } as const;
const across = 46;
const down = 14;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws from open codes to themes to dimensions: the codes of a theme in one box, the theme beside it, the dimension beside its themes,
 * after the figures of Gioia, Corley and Hamilton (2013).
 */
export function drawBoxes({ dimensions }: DataStructure, colorOf: ColorOf): Drawing {
  const shapes: string[] = [];
  let y = margin;
  for (const [index, dimension] of dimensions.entries()) {
    const color = dimension.name === '' ? faint : (colorOf(dimension.name) ?? spareColor(index));
    y = drawDimension(dimension, color, y, shapes) + down;
  }
  const width = 2 * margin + widths.codes + widths.theme + widths.dimension + 2 * across;
  return { width, height: Math.max(y - down, margin) + margin, shapes };
}

/** Draws a dimension from a height on, and gives the height below it. */
function drawDimension({ name, themes }: Dimension, color: string, top: number, shapes: string[]): number {
  const themeX = margin + widths.codes + across;
  const themeBoxes: Box[] = [];
  let y = top;
  for (const theme of themes) {
    const codeLines = theme.codes.flatMap((code) =>
      wrapped(code, widths.codes - 2 * padding - pixelsOf('• ')).map((line, index) =>
        index === 0 ? `• ${line}` : `\u2003${line}`,
      ),
    );
    const themeLines = wrapped(theme.name, widths.theme - 2 * padding);
    const height = Math.max(heightOf(codeLines), theme.name === '' ? 0 : heightOf(themeLines));
    const codesBox = middleOf(margin, widths.codes, y, height, codeLines);
    const themeBox = middleOf(themeX, widths.theme, y, height, themeLines);
    if (codeLines.length > 0) shapes.push(...drawn(codesBox, codeLines, color, { rx: 0 }, 'start'));
    if (theme.name !== '') {
      if (codeLines.length > 0) shapes.push(line(codesBox, themeBox));
      shapes.push(...drawn(themeBox, themeLines, color, { rx: 8 }, 'middle'));
      themeBoxes.push(themeBox);
    }
    y += height + down;
  }
  const lines = wrapped(name, widths.dimension - 2 * padding);
  const needed = name === '' ? 0 : heightOf(lines);
  const bottom = Math.max(y - (themes.length > 0 ? down : 0), top + needed);
  if (name !== '') {
    const box = middleOf(themeX + widths.theme + across, widths.dimension, top, bottom - top, lines);
    for (const themeBox of themeBoxes) shapes.push(line(themeBox, box));
    shapes.push(...drawn(box, lines, color, { rx: 20, 'stroke-width': 2.5 }, 'middle'));
  }
  return bottom;
}

function heightOf(lines: readonly string[]): number {
  return lines.length === 0 ? 0 : lines.length * lineHeight + 2 * padding;
}

/** A box around lines, in the middle of a room from `top` on. */
function middleOf(x: number, width: number, top: number, room: number, lines: readonly string[]): Box {
  const height = heightOf(lines);
  return { x, y: top + (room - height) / 2, width, height };
}

function drawn(
  box: Box,
  lines: readonly string[],
  stroke: string,
  look: Readonly<Record<string, number>>,
  anchor: 'start' | 'middle',
): readonly string[] {
  const x = anchor === 'start' ? box.x + padding : box.x + box.width / 2;
  const first = box.y + padding + lineHeight / 2;
  return [
    shape('rect', { ...box, fill: '#ffffff', stroke, 'stroke-width': 1.5, ...look }),
    label(lines, x, first, { 'text-anchor': anchor }),
  ];
}

function line(from: Box, to: Box): string {
  return shape('line', {
    x1: from.x + from.width,
    y1: from.y + from.height / 2,
    x2: to.x,
    y2: to.y + to.height / 2,
    stroke: faint,
  });
}
