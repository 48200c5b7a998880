import type { ConceptEdge, ConceptModel, ConceptNode } from '../../core/study/conceptModel.ts';
import { linesOf, shortened } from './labels.ts';
import { layOut } from './layout.ts';
import { dashesOf } from './lineStyles.ts';
import type { Point, Positions } from './messages.ts';
import { type Area, type Route, routeBetween } from './route.ts';

/** The model with the place of everything. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

export interface SceneNode extends ConceptNode, Area {
  /** The name, broken to fit. */
  readonly lines: readonly string[];
}

export interface SceneEdge extends ConceptEdge {
  readonly route: Route;
  /** The type, cut off to fit, and the room that it takes. */
  readonly label: string;
  readonly labelWidth: number;
  readonly dashes: string;
}

/** How wide a text is, in units of the drawing. */
export type Measure = (text: string) => number;

export const lineHeight = 17;
export const labelHeight = 18;
const longestLine = 24;
const mostLines = 3;
const longestLabel = 30;

/** Places the nodes where the user put them, the others where the layout does, and the edges around them. */
export function sceneOf(model: ConceptModel, positions: Positions, measure: Measure): Scene {
  const boxes = model.nodes.map((node) => ({ node, ...sizeOf(node, measure) }));
  const places = layOut(
    boxes.map(({ node, width, height }) => ({ id: node.id, width, height })),
    model.edges,
  );
  const nodes = boxes.map(({ node, ...box }) => {
    const place = (Object.hasOwn(positions, node.id) && positions[node.id]) || places.get(node.id);
    return { ...node, ...box, ...(place ?? { x: 0, y: 0 }) };
  });
  const dashes = dashesOf(model.edges.map(({ type }) => type));
  const edges = model.edges.map((edge) => {
    const label = shortened(edge.type, longestLabel);
    return { ...edge, label, labelWidth: measure(label) + 8, dashes: dashes.get(edge.type) ?? '' };
  });
  return { nodes, edges: routed(edges, nodes) };
}

/** The scene with a node elsewhere. */
export function withMoved(scene: Scene, id: string, { x, y }: Point): Scene {
  const nodes = scene.nodes.map((node) => (node.id === id ? { ...node, x, y } : node));
  return { nodes, edges: routed(scene.edges, nodes) };
}

function sizeOf(node: ConceptNode, measure: Measure): Pick<SceneNode, 'lines' | 'width' | 'height'> {
  const lines = linesOf(node.name, longestLine, mostLines);
  const width = Math.max(72, ...lines.map((line) => measure(line) + 32));
  return { lines, width: Math.ceil(width), height: lines.length * lineHeight + 19 };
}

type Unrouted = Omit<SceneEdge, 'route'>;

/** Above this, avoiding everything would take longer than a movement may. */
const mostComparisons = 50_000;

/** The ways of edges, each around the nodes and around the texts of those before it. */
function routed(edges: readonly Unrouted[], nodes: readonly SceneNode[]): readonly SceneEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const avoids = edges.length * (nodes.length + edges.length) <= mostComparisons;
  const labels: Area[] = [];
  return edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to) return [];
    const room = { width: edge.labelWidth, height: labelHeight };
    const others = avoids ? [...nodes.filter((node) => node !== from && node !== to), ...labels] : [];
    const route = routeBetween(from, to, room, others);
    labels.push({ ...route.middle, ...room });
    return [{ ...edge, route }];
  });
}
