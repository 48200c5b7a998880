import type { Point } from './messages.ts';

/** A rectangle by its middle. */
export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** The way of a line from one area to another. */
export interface Route {
  readonly points: readonly Point[];
  /** Where its text stands. */
  readonly middle: Point;
}

const steps = 32;
/** How far a line bows out to get around what is in its way: the least first, either side. */
const bows = [0, 30, -30, 60, -60, 100, -100, 150, -150, 210, -210, 280, -280];
const clearance = 6;

/**
 * The way from the border of one area to that of another, as a curve that bows out until neither it nor its text is in
 * the way of other areas. Where nothing helps it goes straight.
 *
 * @param text the room for the text
 * @param others what is to be avoided; neither of the two ends
 */
export function routeBetween(
  from: Area,
  to: Area,
  text: Pick<Area, 'width' | 'height'>,
  others: readonly Area[],
): Route {
  if (from.x === to.x && from.y === to.y) return loopAt(from);
  let straight: Route | undefined;
  for (const bow of bows) {
    const route = curve(from, to, bow);
    straight ??= route;
    const label = { ...route.middle, ...text };
    const isFree =
      !overlaps(label, from) &&
      !overlaps(label, to) &&
      others.every(
        (area) => !overlaps(label, area) && route.points.every((point) => !isInside(point, area, clearance)),
      );
    if (isFree) return route;
  }
  return straight ?? curve(from, to, 0);
}

/** A line from an area to itself, at its right side. */
function loopAt({ x, y, width, height }: Area): Route {
  const right = x + width / 2;
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const angle = -Math.PI / 2 + (Math.PI * index) / steps;
    return { x: right + 36 * Math.cos(angle), y: y + (height / 3) * Math.sin(angle) };
  });
  return { points, middle: { x: right + 36, y } };
}

/** A curve between the middles of two areas, cut off at their borders. */
function curve(from: Area, to: Area, bow: number): Route {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const control = {
    x: (from.x + to.x) / 2 - (2 * bow * dy) / length,
    y: (from.y + to.y) / 2 + (2 * bow * dx) / length,
  };
  const at = (t: number): Point => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y,
  });
  const start = borderBetween(0, 0.5, (t) => isInside(at(t), from, 0));
  const end = borderBetween(1, 0.5, (t) => isInside(at(t), to, 0));
  const points = Array.from({ length: steps + 1 }, (_, index) => at(start + ((end - start) * index) / steps));
  return { points, middle: at((start + end) / 2) };
}

/** Where between two parameters one leaves an area, by halving. */
function borderBetween(inside: number, outside: number, isIn: (t: number) => boolean): number {
  let [low, high] = [inside, outside];
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (isIn(middle)) low = middle;
    else high = middle;
  }
  return high;
}

function overlaps(a: Area, b: Area): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}

function isInside(point: Point, area: Area, margin: number): boolean {
  return (
    Math.abs(point.x - area.x) < area.width / 2 + margin &&
    Math.abs(point.y - area.y) < area.height / 2 + margin
  );
}

/** The head of an arrow at the end of a route: its tip and two corners. */
export function arrowHead({ points }: Route): readonly Point[] {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-4) ?? tip;
  const [dx, dy] = [tip.x - before.x, tip.y - before.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const base = { x: tip.x - 11 * ux, y: tip.y - 11 * uy };
  return [tip, { x: base.x - 5 * uy, y: base.y + 5 * ux }, { x: base.x + 5 * uy, y: base.y - 5 * ux }];
}
