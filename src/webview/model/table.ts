import { htmlElement } from './elements.ts';
import type { FromPanel, Texts } from './messages.ts';
import type { Scene } from './scene.ts';

/** Writes the relations as a table, with the same actions as the drawing. */
export function fillTable(
  table: HTMLTableElement,
  { nodes, edges }: Scene,
  texts: Texts,
  tell: (message: FromPanel) => void,
): void {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const head = htmlElement('tr', '');
  for (const text of [texts.from, texts.type, texts.to, texts.comment]) {
    htmlElement('th', text, head).scope = 'col';
  }
  const rows = edges.map(({ id, from, type, to, comment = '' }) => {
    const row = htmlElement('tr', '');
    const cell = (text: string, message: FromPanel) => {
      const button = htmlElement('button', text, htmlElement('td', '', row));
      button.className = 'link';
      button.addEventListener('click', () => tell(message));
    };
    cell(names.get(from) ?? from, { kind: 'quotations', code: from });
    cell(type, { kind: 'change', relation: id });
    cell(names.get(to) ?? to, { kind: 'quotations', code: to });
    htmlElement('td', comment, row);
    return row;
  });
  table.replaceChildren(head, ...rows);
}
