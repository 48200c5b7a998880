import type { Diagram, DiagramNode } from '../tables/table.ts';

/**
 * A diagram in the language of Mermaid, LF, without a final newline. Nodes are numbered in their order, so that no id of the
 * study can be a word of that language.
 */
export function toMermaid({ nodes, edges }: Diagram): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  return [
    'flowchart LR',
    ...nodes.map((node) => `  ${names.get(node.id)}${shapeOf(node)}`),
    ...edges.map(({ from, to, label, isDirected }) => {
      const line = isDirected ? '-->' : '---';
      return `  ${names.get(from)} ${line}${label === '' ? '' : `|${quoted(label)}|`} ${names.get(to)}`;
    }),
  ].join('\n');
}

/** The further in the analysis, the rounder. */
function shapeOf({ label, level }: DiagramNode): string {
  if (level === 'dimension') return `([${quoted(label)}])`;
  return level === 'theme' ? `(${quoted(label)})` : `[${quoted(label)}]`;
}

const entities: Readonly<Record<string, string>> = {
  '"': '#quot;',
  '#': '#35;',
  '&': '#amp;',
  '<': '#lt;',
  '>': '#gt;',
  '`': '#96;',
  '\\': '#92;',
};

/** Text that Mermaid prints as it is: neither Markdown nor HTML, and no end of the label or of the fence around it. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.replace(/["#&<>`\\]/g, (sign) => entities[sign] ?? sign)}"`;
}
