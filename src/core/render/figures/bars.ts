import { formatNumber, type Language } from '../../text/notation.ts';
import { ticks } from './axis.ts';
import { isDark, spareColor } from './colors.ts';
import type { ColorOf, StackedBars } from './inputs.ts';
import { type Drawing, faint, group, ink, label, lineHeight, shape } from './svg.ts';
import { pixelsOf, widest, wrapped } from './wrap.ts';

const plotWidth = 520;
const barHeight = 26;
const step = 38;
const margin = 12;
const widestName = 200;

/** Draws bars made of parts. Each of the series has a colour, lines of a slant of its own, and its number where that fits. */
export function drawBars({ series, bars }: StackedBars, language: Language, colorOf: ColorOf): Drawing {
  const colors = series.map((name, index) => colorOf(name) ?? spareColor(index));
  const looks = series.map((_, index) => index % slants.length);
  const names = bars.map(({ name }) => wrapped(name, widestName));
  const left = margin + widest(names.flat()) + 8;
  const totals = bars.map(({ parts }) => parts.reduce((sum, { value = 0 }) => sum + Math.max(0, value), 0));
  const marks = ticks(Math.max(0, ...totals), false);
  const scale = plotWidth / (marks.at(-1) ?? 1);
  const legend = legendOf(series, colors, looks, left);
  const top = legend.bottom + 12;
  const bottom = top + Math.max(bars.length, 1) * step;
  const unit = bars.some(({ parts }) => parts.some(({ text }) => text.endsWith('%'))) ? '%' : '';

  const shapes: string[] = [patterns(), ...legend.shapes];
  for (const mark of marks) {
    const x = left + mark * scale;
    shapes.push(shape('line', { x1: x, y1: top, x2: x, y2: bottom, stroke: mark === 0 ? ink : '#dddddd' }));
    shapes.push(
      label([`${formatNumber(mark, language)}${unit}`], x, bottom + 14, { 'text-anchor': 'middle' }),
    );
  }
  for (const [row, { parts }] of bars.entries()) {
    const y = top + row * step + (step - barHeight) / 2;
    const lines = names[row] ?? [];
    const first = y + barHeight / 2 - ((lines.length - 1) * lineHeight) / 2;
    shapes.push(label(lines, left - 8, first, { 'text-anchor': 'end' }));
    let x = left;
    for (const [index, { text, value = 0 }] of parts.entries()) {
      const width = Math.max(0, value) * scale;
      if (width === 0) continue;
      const color = colors[index] ?? faint;
      shapes.push(...part({ x, y, width, height: barHeight }, color, looks[index] ?? 0));
      if (pixelsOf(text) + 6 <= width) shapes.push(...number(text, x + width / 2, y + barHeight / 2, color));
      x += width;
    }
  }
  return {
    width: Math.max(left + plotWidth + 30, legend.right) + margin,
    height: bottom + 30 + margin,
    shapes,
  };
}

/** Lines over a colour: series differ by them too, so that nobody depends on the colour. */
const slants = [
  '',
  'M0,8 L8,0',
  'M0,0 L8,8',
  'M0,4 L8,4',
  'M4,0 L4,8',
  'M0,8 L8,0 M0,0 L8,8',
  'M0,4 L8,4 M4,0 L4,8',
] as const;

function patterns(): string {
  const all = slants.flatMap((path, index) =>
    path === ''
      ? []
      : group('pattern', { id: `lines${index}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
          shape('path', {
            d: path,
            stroke: '#ffffff',
            'stroke-width': 1.2,
            'stroke-opacity': 0.65,
            fill: 'none',
          }),
        ]),
  );
  return group('defs', {}, all);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function part(box: Box, color: string, look: number): readonly string[] {
  const plain = shape('rect', { ...box, fill: color, stroke: '#ffffff' });
  return look === 0 ? [plain] : [plain, shape('rect', { ...box, fill: `url(#lines${look})` })];
}

/** The number of a part, on a plain ground so that the lines do not run through it. */
function number(text: string, x: number, y: number, color: string): readonly string[] {
  const width = pixelsOf(text) + 2;
  const fill = isDark(color) ? '#ffffff' : '#000000';
  return [
    shape('rect', { x: x - width / 2, y: y - 8, width, height: 16, fill: color }),
    label([text], x, y, { 'text-anchor': 'middle', fill }),
  ];
}

function legendOf(
  series: readonly string[],
  colors: readonly string[],
  looks: readonly number[],
  left: number,
) {
  const shapes: string[] = [];
  let [x, y, right] = [left, margin + 8, left];
  for (const [index, name] of series.entries()) {
    const width = 22 + pixelsOf(name) + 20;
    if (x > left && x + width > left + plotWidth) {
      x = left;
      y += lineHeight + 4;
    }
    const box = { x, y: y - 7, width: 14, height: 14 };
    shapes.push(...part(box, colors[index] ?? faint, looks[index] ?? 0), label([name], x + 22, y));
    x += width;
    right = Math.max(right, x);
  }
  return { shapes, right, bottom: y + 8 };
}
