import type { Language } from '../../text/notation.ts';
import { formatNumber } from '../../text/notation.ts';
import { ticks } from './axis.ts';
import type { Saturation } from './inputs.ts';
import { type Drawing, faint, ink, label, shape } from './svg.ts';
import { pixelsOf, widest } from './wrap.ts';

const plot = { height: 260, step: 48 } as const;
const margin = 12;
const barColor = '#9ab7cc';
const lineColor = '#084594';

/** Draws how codes come to light: bars for the codes that are new in each interview, a line for all codes by then. */
export function drawCurve({ headers, points }: Saturation, language: Language): Drawing {
  const marks = ticks(Math.max(0, ...points.map(({ cumulative }) => cumulative)), true);
  const most = marks.at(-1) ?? 1;
  const numbers = marks.map((mark) => formatNumber(mark, language));
  const names = points.map(({ name }) => name);
  const left = margin + Math.max(widest(numbers) + 8, widest(names) * Math.SQRT1_2 - plot.step / 2);
  const top = margin + 34;
  const bottom = top + plot.height;
  const right = left + Math.max(points.length, 1) * plot.step;
  const yOf = (value: number) => bottom - (value / most) * plot.height;
  const xOf = (index: number) => left + (index + 0.5) * plot.step;

  const shapes: string[] = [];
  for (const [index, mark] of marks.entries()) {
    const y = yOf(mark);
    shapes.push(shape('line', { x1: left, y1: y, x2: right, y2: y, stroke: mark === 0 ? ink : '#dddddd' }));
    shapes.push(label([numbers[index] ?? ''], left - 8, y, { 'text-anchor': 'end' }));
  }
  for (const [index, { name, fresh, cumulative }] of points.entries()) {
    const [x, y] = [xOf(index), yOf(fresh)];
    shapes.push(
      shape('rect', { x: x - 13, y, width: 26, height: bottom - y, fill: barColor, stroke: faint }),
    );
    // Where the line starts from the bar, the number is in the bar.
    const above = yOf(cumulative) > y - 18 ? -12 : 9;
    if (fresh > 0)
      shapes.push(label([formatNumber(fresh, language)], x, y - above, { 'text-anchor': 'middle' }));
    const foot = { x: Math.round(x), y: Math.round(bottom + 12) };
    const turned = { 'text-anchor': 'end', transform: `rotate(-45 ${foot.x} ${foot.y})` };
    shapes.push(label([name], foot.x, foot.y, turned));
  }
  const line = points.map(
    ({ cumulative }, index) => `${xOf(index)},${Math.round(yOf(cumulative) * 100) / 100}`,
  );
  shapes.push(
    shape('polyline', { points: line.join(' '), fill: 'none', stroke: lineColor, 'stroke-width': 2 }),
  );
  for (const [index, { cumulative }] of points.entries())
    shapes.push(shape('circle', { cx: xOf(index), cy: yOf(cumulative), r: 4, fill: lineColor }));
  const legend = legendOf(headers, left);
  const foot = widest(names) * Math.SQRT1_2 + 24;
  return {
    width: Math.max(right, legend.right) + margin,
    height: bottom + foot + margin,
    shapes: [...shapes, ...legend.shapes],
  };
}

function legendOf({ fresh, cumulative }: Saturation['headers'], left: number) {
  const y = margin + 8;
  const second = left + 22 + pixelsOf(fresh) + 24;
  return {
    right: second + 36 + pixelsOf(cumulative),
    shapes: [
      shape('rect', { x: left, y: y - 7, width: 14, height: 14, fill: barColor, stroke: faint }),
      label([fresh], left + 22, y),
      shape('line', { x1: second, y1: y, x2: second + 28, y2: y, stroke: lineColor, 'stroke-width': 2 }),
      shape('circle', { cx: second + 14, cy: y, r: 4, fill: lineColor }),
      label([cumulative], second + 36, y),
    ],
  };
}
