import { setAttributes, svgElement } from './elements.ts';
import { filled } from './labels.ts';
import type { Texts } from './messages.ts';
import { type Area, arrowHead } from './route.ts';
import { labelHeight, lineHeight, type Scene, type SceneEdge, type SceneNode } from './scene.ts';
import type { Viewport } from './viewport.ts';

/** The drawing on the page. */
export class Drawing {
  readonly svg: SVGSVGElement;
  readonly #edges: SVGGElement;
  readonly #nodes: SVGGElement;
  /** What stands for a node or an edge is made once and changed, so that focus and pointer stay on it. */
  readonly #groups = new Map<string, SVGGElement>();

  constructor(svg: SVGSVGElement) {
    this.svg = svg;
    // Nodes come first for the Tab key; edges end at their borders, so that nothing is hidden.
    this.#nodes = svgElement('g', svg);
    this.#edges = svgElement('g', svg);
  }

  /** Draws a scene over what was there. */
  draw(scene: Scene, texts: Texts): void {
    const names = new Map(scene.nodes.map(({ id, name }) => [id, name]));
    const nodes = scene.nodes.map((node) => {
      const group = this.#group('node', node.id);
      drawNode(group, node, texts, relationsOf(scene, node.id).length);
      return group;
    });
    const edges = scene.edges.map((edge) => {
      const group = this.#group('edge', edge.id);
      drawEdge(group, edge, edgeName(edge, names));
      return group;
    });
    fill(this.#nodes, nodes);
    fill(this.#edges, edges);
    const shown = new Set([...nodes, ...edges]);
    for (const [key, group] of this.#groups) if (!shown.has(group)) this.#groups.delete(key);
  }

  /** Shows a part of the drawing in the room that there is. */
  look({ x, y, scale }: Viewport): void {
    const { clientWidth, clientHeight } = this.svg;
    setAttributes(this.svg, { viewBox: [x, y, clientWidth / scale, clientHeight / scale].join(' ') });
  }

  #group(kind: 'node' | 'edge', id: string): SVGGElement {
    const key = `${kind} ${id}`;
    const known = this.#groups.get(key);
    if (known) return known;
    const group = svgElement('g');
    setAttributes(group, { class: kind, tabindex: 0, role: 'button', 'data-id': id });
    this.#groups.set(key, group);
    return group;
  }
}

/** The relations of a node. */
export function relationsOf({ edges }: Scene, id: string): readonly SceneEdge[] {
  return edges.filter(({ from, to }) => from === id || to === id);
}

/** What a relation says, in one line. */
function edgeName(
  { from, type, to, isDirected }: Pick<SceneEdge, 'from' | 'type' | 'to' | 'isDirected'>,
  names: ReadonlyMap<string, string>,
): string {
  return `${names.get(from) ?? from} — ${type} ${isDirected ? '→' : '—'} ${names.get(to) ?? to}`;
}

/** The area that the text of an edge takes. */
export function labelArea({ route, labelWidth }: SceneEdge): Area {
  return { ...route.middle, width: labelWidth, height: labelHeight };
}

/** The shape tells the level, as in the diagram of a table: the further in the analysis, the rounder. */
const roundness = { code: 2, theme: 9, dimension: 26 } as const;

function drawNode(group: SVGGElement, node: SceneNode, texts: Texts, count: number): void {
  const { name, level, x, y, width, height, lines, color } = node;
  setAttributes(group, {
    'aria-label': filled(texts.node, { name, level: texts.levels[level], count }),
    transform: `translate(${x} ${y})`,
  });
  group.style.setProperty('--color', color.startsWith('#') ? color : `var(--vscode-codeboom-${color})`);
  for (const kind of ['box', 'tint'] as const) {
    const box = part(group, 'rect', kind);
    setAttributes(box, { x: -width / 2, y: -height / 2, width, height });
    setAttributes(box, { rx: Math.min(roundness[level], height / 2) });
  }
  while (group.querySelectorAll('text').length > lines.length) group.querySelector('text')?.remove();
  for (const [index, line] of lines.entries()) {
    const text = group.querySelectorAll('text')[index] ?? svgElement('text', group);
    setAttributes(text, { y: (index - (lines.length - 1) / 2) * lineHeight });
    text.textContent = line;
  }
  titled(group, name);
}

function drawEdge(group: SVGGElement, edge: SceneEdge, name: string): void {
  const { route, dashes, isDirected, label, comment } = edge;
  const said = comment === undefined ? name : `${name}: ${comment}`;
  setAttributes(group, { 'aria-label': said });
  const d = `M${route.points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
  // A line is too thin to hit: a wider one, not seen, takes the pointer.
  setAttributes(part(group, 'path', 'reach'), { d });
  setAttributes(part(group, 'path', 'line'), { d, 'stroke-dasharray': dashes === '' ? 'none' : dashes });
  const head = part(group, 'polygon', 'head');
  const corners = isDirected ? arrowHead(route) : [];
  setAttributes(head, { points: corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') });
  const { x, y, width, height } = labelArea(edge);
  const back = part(group, 'rect', 'back');
  setAttributes(back, { x: x - width / 2, y: y - height / 2, width, height, rx: 3 });
  const text = part(group, 'text', 'type');
  setAttributes(text, { x, y });
  text.textContent = label;
  titled(group, said);
}

function part<Name extends 'rect' | 'path' | 'polygon' | 'text'>(
  group: SVGGElement,
  name: Name,
  kind: string,
): SVGElementTagNameMap[Name] {
  const known = group.querySelector<SVGElementTagNameMap[Name]>(`${name}.${kind}`);
  if (known) return known;
  const made = svgElement(name, group);
  setAttributes(made, { class: kind });
  return made;
}

/** The whole text on hover, where it was cut off. */
function titled(group: SVGGElement, text: string): void {
  const title = group.querySelector('title') ?? svgElement('title', group);
  title.textContent = text;
}

/** Puts elements into a parent in order. What is in its place already is not touched, so that it keeps the focus. */
function fill(parent: Element, elements: readonly Element[]): void {
  const wanted = new Set(elements);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  for (const [index, element] of elements.entries()) {
    const there = parent.children[index];
    if (there !== element) parent.insertBefore(element, there ?? null);
  }
}
