/** The drawing of the conceptual model in its panel: shows what the extension sends, and tells it what the user does. */
import { Drawing, labelArea, relationsOf } from './drawing.ts';
import { elementById, htmlElement } from './elements.ts';
import { exportDrawing } from './exportDrawing.ts';
import { type Actions, takeInput } from './input.ts';
import type { FromPanel, PanelState, Positions, ToPanel } from './messages.ts';
import type { Area } from './route.ts';
import { type Scene, sceneOf, withMoved } from './scene.ts';
import { fillTable } from './table.ts';
import { fitting, showing, type Viewport, zoomed } from './viewport.ts';

/** What VS Code keeps for us while the panel is hidden or the window reloads. */
interface Kept extends PanelState {
  /** Absent as long as all is to be seen. */
  readonly viewport?: Viewport;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

type Shown = Extract<ToPanel, { readonly kind: 'model' }>;

const host = acquireVsCodeApi();
const svg = elementById('drawing', SVGSVGElement);
const table = elementById('relations', HTMLTableElement);
const toolbar = elementById('toolbar', HTMLElement);
const drawing = new Drawing(svg);
const pen = document.createElement('canvas').getContext('2d');

let shown: Shown | undefined;
let scene: Scene = { nodes: [], edges: [] };
let positions: Positions = {};
let viewport: Viewport = { x: 0, y: 0, scale: 1 };
/** Whether what is seen was chosen by the user; else it is always all. */
let isChosen = false;

const tell = (message: FromPanel) => host.postMessage(message);

const actions: Actions = {
  get scale() {
    return viewport.scale;
  },
  placeOf: (id) => scene.nodes.find((node) => node.id === id),
  move(id, to, isDone) {
    // What the user moves is not to run away from under the pointer.
    isChosen = true;
    scene = withMoved(scene, id, to);
    positions = { ...positions, [id]: { x: to.x, y: to.y } };
    draw();
    if (!isDone) return;
    tell({ kind: 'moved', positions });
    show(id);
    keep();
  },
  pan: (dx, dy) =>
    look({ ...viewport, x: viewport.x - dx / viewport.scale, y: viewport.y - dy / viewport.scale }),
  zoom: (factor, at = { x: svg.clientWidth / 2, y: svg.clientHeight / 2 }) =>
    look(zoomed(viewport, factor, at)),
  fit,
  open(kind, id, isOther) {
    if (kind === 'edge') tell({ kind: 'change', relation: id });
    else tell({ kind: isOther ? 'goTo' : 'quotations', code: id });
  },
  remove: (kind, id) =>
    tell({
      kind: 'remove',
      relations: kind === 'edge' ? [id] : relationsOf(scene, id).map((relation) => relation.id),
    }),
};

function fit(): void {
  isChosen = false;
  viewport = fitting(areas(), svg.clientWidth, svg.clientHeight);
  drawing.look(viewport);
  keep();
}

function look(next: Viewport): void {
  isChosen = true;
  viewport = next;
  drawing.look(viewport);
  keep();
}

/** Makes a node or edge visible. */
function show(id: string): void {
  const edge = scene.edges.find((one) => one.id === id);
  const area = scene.nodes.find((node) => node.id === id) ?? (edge && labelArea(edge));
  if (!area) return;
  const next = showing(viewport, area, svg.clientWidth, svg.clientHeight);
  if (next.x !== viewport.x || next.y !== viewport.y) look(next);
}

function areas(): readonly Area[] {
  return [...scene.nodes, ...scene.edges.map(labelArea)];
}

function keep(): void {
  if (shown) host.setState({ ...shown.state, ...(isChosen && { viewport }) });
}

function draw(): void {
  if (shown) drawing.draw(scene, shown.texts);
}

function measure(text: string): number {
  return pen?.measureText(text).width ?? text.length * 7;
}

/** Shows a model, with the view where the user left it. */
function present(message: Shown): void {
  const isFirst = shown === undefined;
  const isOther = shown !== undefined && shown.state.top !== message.state.top;
  shown = message;
  positions = message.positions;
  if (pen) pen.font = getComputedStyle(svg).font;
  scene = sceneOf(message.model, positions, measure);
  const focused = document.activeElement;
  draw();
  if (focused && !focused.isConnected) svg.focus();
  const kept = isFirst ? host.getState()?.viewport : undefined;
  if (kept) look(kept);
  else if (isFirst || isOther || !isChosen) fit();
  svg.setAttribute('aria-label', message.texts.drawing);
  const isEmpty = scene.nodes.length === 0;
  elementById('empty', HTMLElement).textContent = isEmpty ? message.texts.empty : '';
  elementById('help', HTMLElement).textContent = message.texts.help;
  elementById('listed', HTMLElement).textContent = message.texts.list;
  fillToolbar(message);
  fillTable(table, scene, message.texts, tell);
  keep();
}

/** The buttons; made anew only when what they say changed, so that the focus stays. */
function fillToolbar({ texts, tops, state }: Shown): void {
  const said = JSON.stringify([texts, tops, state.top]);
  if (toolbar.dataset.said === said) return;
  toolbar.dataset.said = said;
  const hadFocus = [...toolbar.children].findIndex((element) => element.contains(document.activeElement));
  const button = (text: string, act: () => void, sign = text) => {
    const element = htmlElement('button', sign);
    element.title = text;
    element.setAttribute('aria-label', text);
    element.addEventListener('click', act);
    return element;
  };
  const choice = document.createElement('select');
  choice.setAttribute('aria-label', texts.only);
  choice.title = texts.only;
  for (const { id, name } of [{ id: '', name: texts.all }, ...tops]) {
    const option = htmlElement('option', name, choice);
    option.value = id;
    option.selected = id === (state.top ?? '');
  }
  choice.addEventListener('change', () => {
    tell({ kind: 'choose', ...(choice.value !== '' && { top: choice.value }) });
  });
  toolbar.replaceChildren(
    choice,
    button(texts.zoomOut, () => actions.zoom(0.8), '−'),
    button(texts.zoomIn, () => actions.zoom(1.25), '+'),
    button(texts.fit, fit),
    button(texts.arrange, () => tell({ kind: 'moved', positions: {} })),
    button(texts.exportAs, () => tell({ kind: 'export' })),
    button(texts.copyMermaid, () => tell({ kind: 'copyMermaid' })),
  );
  const again = toolbar.children[hadFocus];
  if (again instanceof HTMLElement) again.focus();
}

window.addEventListener('message', async ({ data }: MessageEvent<ToPanel>) => {
  if (data.kind === 'model') present(data);
  else tell({ kind: 'drawing', format: data.format, data: await exportDrawing(svg, scene, data.format) });
});
svg.addEventListener('focusin', ({ target }) => {
  const id = target instanceof SVGElement ? target.dataset.id : undefined;
  if (id !== undefined) show(id);
});
new ResizeObserver(() => {
  if (isChosen) drawing.look(viewport);
  else fit();
}).observe(svg);
takeInput(svg, actions);
tell({ kind: 'ready' });
