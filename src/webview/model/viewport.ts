import type { Point } from './messages.ts';
import type { Area } from './route.ts';

/** What part of the drawing is seen: its top left corner, and pixels per unit. */
export interface Viewport extends Point {
  readonly scale: number;
}

const [least, largest] = [0.1, 4];

/** The view in which all areas are seen, no larger than they are. */
export function fitting(areas: readonly Area[], width: number, height: number): Viewport {
  const bounds = boundsOf(areas, 24);
  const scale = clamp(Math.min(width / bounds.width, height / bounds.height, 1));
  return { scale, x: bounds.x - width / scale / 2, y: bounds.y - height / scale / 2 };
}

/** A view zoomed in or out, in which a point of the screen shows what it showed. */
export function zoomed(viewport: Viewport, factor: number, at: Point): Viewport {
  const scale = clamp(viewport.scale * factor);
  return {
    scale,
    x: viewport.x + at.x / viewport.scale - at.x / scale,
    y: viewport.y + at.y / viewport.scale - at.y / scale,
  };
}

/** A view moved as little as makes an area visible in it. */
export function showing(viewport: Viewport, area: Area, width: number, height: number): Viewport {
  const moved = (start: number, seen: number, middle: number, size: number) => {
    const [first, last] = [middle - size / 2 - 12, middle + size / 2 + 12];
    if (last > start + seen) return last - seen;
    return Math.min(first, start);
  };
  return {
    scale: viewport.scale,
    x: moved(viewport.x, width / viewport.scale, area.x, area.width),
    y: moved(viewport.y, height / viewport.scale, area.y, area.height),
  };
}

/** The smallest area around others, with a margin. */
export function boundsOf(areas: readonly Area[], margin: number): Area {
  if (areas.length === 0) return { x: 0, y: 0, width: 1, height: 1 };
  const left = Math.min(...areas.map(({ x, width }) => x - width / 2)) - margin;
  const right = Math.max(...areas.map(({ x, width }) => x + width / 2)) + margin;
  const top = Math.min(...areas.map(({ y, height }) => y - height / 2)) - margin;
  const bottom = Math.max(...areas.map(({ y, height }) => y + height / 2)) + margin;
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

function clamp(scale: number): number {
  return Math.min(Math.max(scale, least), largest);
}
