import type { Point } from './messages.ts';

/** What the user can do in the drawing, by pointer and by key. */
export interface Actions {
  /** Where a node is. */
  placeOf(node: string): Point | undefined;
  /** @param isDone the pointer is up, or it was a key */
  move(node: string, to: Point, isDone: boolean): void;
  /** Moves what is seen, by pixels. */
  pan(dx: number, dy: number): void;
  /** @param at the point of the drawing, in pixels from its corner, that stays where it is; its middle if not given */
  zoom(factor: number, at?: Point): void;
  fit(): void;
  /** Enter or a double click; `isOther` with Shift. */
  open(kind: 'node' | 'edge', id: string, isOther: boolean): void;
  remove(kind: 'node' | 'edge', id: string): void;
  /** Pixels per unit. */
  readonly scale: number;
}

interface Target {
  readonly kind: 'node' | 'edge';
  readonly id: string;
}

/** Pixels that a node moves for an arrow key, and with Shift. */
const step = 10;
const largeStep = 50;

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Lets pointer and keys act on a drawing. */
export function takeInput(svg: SVGSVGElement, actions: Actions): void {
  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (actOnKey(event, targetOf(event), actions)) event.preventDefault();
  });
  svg.addEventListener('dblclick', (event) => {
    const target = targetOf(event);
    if (target) actions.open(target.kind, target.id, event.shiftKey);
    else actions.fit();
  });
  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      actions.zoom(1.0015 ** -event.deltaY, { x: event.clientX - left, y: event.clientY - top });
    },
    { passive: false },
  );
  svg.addEventListener('pointerdown', (event) => {
    if (event.button === 0) followPointer(svg, event, targetOf(event), actions);
  });
}

/** @returns whether the key meant something */
function actOnKey({ key, shiftKey }: KeyboardEvent, target: Target | undefined, actions: Actions): boolean {
  const arrow = arrows[key];
  const place = target?.kind === 'node' ? actions.placeOf(target.id) : undefined;
  if (arrow) {
    const far = shiftKey ? largeStep : step;
    if (target && place) {
      actions.move(target.id, { x: place.x + far * arrow.x, y: place.y + far * arrow.y }, true);
    } else actions.pan(-far * arrow.x, -far * arrow.y);
  } else if (key === '+' || key === '=') actions.zoom(1.25);
  else if (key === '-') actions.zoom(0.8);
  else if (key === '0') actions.fit();
  else if (target && key === 'Enter') actions.open(target.kind, target.id, shiftKey);
  else if (target && (key === 'Delete' || key === 'Backspace')) actions.remove(target.kind, target.id);
  else return false;
  return true;
}

/** Moves a node, or what is seen, along with the pointer until it is up. */
function followPointer(svg: SVGSVGElement, down: PointerEvent, target: Target | undefined, actions: Actions) {
  const node = target?.kind === 'node' ? target.id : undefined;
  const place = node === undefined ? undefined : actions.placeOf(node);
  let last: Point = { x: down.clientX, y: down.clientY };
  let isMoved = false;
  const drag = (event: PointerEvent, isDone: boolean) => {
    const [dx, dy] = [event.clientX - down.clientX, event.clientY - down.clientY];
    // A hand is not still: a click is not a movement.
    if (!isMoved && Math.hypot(dx, dy) < 4) return;
    // Not before: a pointer that is captured takes the clicks from what is under it.
    if (!isMoved) svg.setPointerCapture(down.pointerId);
    isMoved = true;
    if (node !== undefined && place) {
      const to = { x: Math.round(place.x + dx / actions.scale), y: Math.round(place.y + dy / actions.scale) };
      actions.move(node, to, isDone);
    } else actions.pan(event.clientX - last.x, event.clientY - last.y);
    last = { x: event.clientX, y: event.clientY };
  };
  const onMove = (event: PointerEvent) => drag(event, false);
  const onUp = (event: PointerEvent) => {
    drag(event, true);
    svg.removeEventListener('pointermove', onMove);
    svg.removeEventListener('pointerup', onUp);
    svg.removeEventListener('pointercancel', onUp);
  };
  svg.addEventListener('pointermove', onMove);
  svg.addEventListener('pointerup', onUp);
  svg.addEventListener('pointercancel', onUp);
}

function targetOf({ target }: Event): Target | undefined {
  const group = target instanceof Element ? target.closest<SVGGElement>('g.node, g.edge') : null;
  const id = group?.dataset.id;
  if (!group || id === undefined) return undefined;
  return { kind: group.classList.contains('node') ? 'node' : 'edge', id };
}
