import { labelArea } from './drawing.ts';
import { setAttributes, svgElement } from './elements.ts';
import type { DrawingFormat } from './messages.ts';
import type { Scene } from './scene.ts';
import { boundsOf } from './viewport.ts';

/** What a style sheet says of shapes and text, which a file of its own has to say itself. */
const styles = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/** For print: pixels per unit of the drawing, and the largest picture that a canvas surely makes. */
const density = 2;
const mostPixels = 8192;

/** The whole drawing as a file: SVG as text, PNG in base 64. */
export async function exportDrawing(
  svg: SVGSVGElement,
  scene: Scene,
  format: DrawingFormat,
): Promise<string> {
  const { x, y, width, height } = boundsOf([...scene.nodes, ...scene.edges.map(labelArea)], 32);
  const copy = standalone(svg);
  setAttributes(copy, { viewBox: [x - width / 2, y - height / 2, width, height].join(' '), width, height });
  const paper = svgElement('rect');
  setAttributes(paper, { x: x - width / 2, y: y - height / 2, width, height });
  setAttributes(paper, { fill: getComputedStyle(document.body).backgroundColor });
  copy.prepend(paper);
  const text = new XMLSerializer().serializeToString(copy);
  return format === 'svg' ? `${text}\n` : await pictureOf(text, width, height);
}

/** A copy that looks the same without our style sheet, and holds only what is to be seen. */
function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svgElement('svg');
  setAttributes(copy, { xmlns: 'http://www.w3.org/2000/svg' });
  for (const child of svg.children) copy.append(child.cloneNode(true));
  const [originals, copies] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')];
  for (const [index, element] of [...copies].entries()) {
    if (element.classList.contains('reach')) element.remove();
    const original = originals[index];
    if (!original) continue;
    const computed = getComputedStyle(original);
    for (const name of styles) setAttributes(element, { [name]: computed.getPropertyValue(name) });
    for (const name of ['class', 'style', 'tabindex', 'role', 'data-id', 'aria-label'])
      element.removeAttribute(name);
  }
  return copy;
}

async function pictureOf(svg: string, width: number, height: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(density, mostPixels / width, mostPixels / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
