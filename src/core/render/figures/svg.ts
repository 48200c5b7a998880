import type { Language } from '../../text/notation.ts';
import { forXml } from '../forXml.ts';

/** A drawing before it is a file. Sizes are in CSS pixels; all coordinates are at least 0. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Elements of SVG, from the back to the front. */
  readonly shapes: readonly string[];
}

/** What a drawing says, for who cannot see it. */
export interface Said {
  readonly language: Language;
  readonly title: string;
  /** All that is drawn, in words and numbers. */
  readonly description: string;
}

/** The size of letters in a drawing; an average small letter is half as wide. */
export const letterSize = 13;

/** A drawing as a file of its own: on white paper, with its title and description for screen readers. LF, with a final newline. */
export function svgFile({ width, height, shapes }: Drawing, { language, title, description }: Said): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" lang="${language}" font-family="Helvetica, Arial, sans-serif" font-size="${letterSize}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    shape('rect', { width: w, height: h, fill: '#ffffff' }),
    ...shapes,
    '</svg>',
    '',
  ].join('\n');
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element without text. */
export function shape(name: string, attributes: Attributes): string {
  return `<${name}${written(attributes)}/>`;
}

/** An element around others. */
export function group(name: string, attributes: Attributes, inside: readonly string[]): string {
  return `<${name}${written(attributes)}>${inside.join('')}</${name}>`;
}

/** Lines of text below one another, the first with its middle at `y`. */
export function label(lines: readonly string[], x: number, y: number, attributes: Attributes = {}): string {
  return lines
    .map((line, index) => {
      const at = { x, y: y + index * lineHeight, 'dominant-baseline': 'central', fill: ink, ...attributes };
      return `<text${written(at)}>${escapeXml(line)}</text>`;
    })
    .join('');
}

export const lineHeight = 17;
export const ink = '#1a1a1a';
export const faint = '#8a8a8a';

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? rounded(value) : escapeXml(value)}"`)
    .join('');
}

/** To a hundredth of a pixel, so that the same drawing is the same text everywhere. */
function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return forXml(text).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
