import type { Cell, Column, Table } from '../tables/table.ts';
import type { Run } from '../text/runs.ts';
import { quotationGroups } from './cellLines.ts';

/** A table as an HTML fragment that stands on its own, with a final newline. Everything from the study is escaped. */
export function toHtml(table: Table): string {
  const body = table.layout === 'quotations' ? blockQuotations(table) : grid(table);
  const note = table.note === undefined ? [] : [`<p class="note">${escapeHtml(table.note)}</p>`];
  return `${[...body, ...note].join('\n')}\n`;
}

/** A table as a page of its own. */
export function toHtmlPage(table: Table): string {
  const title = escapeHtml(table.caption ?? table.columns[0]?.header ?? '');
  return `<!doctype html>
<html lang="${table.language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>
body { font-family: sans-serif; margin: 2rem; }
table { border-collapse: collapse; }
caption, .caption { font-style: italic; text-align: left; }
th, td { padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
thead { border-block: 1px solid; }
tbody, tfoot { border-bottom: 1px solid; }
.number { text-align: right; }
</style>
</head>
<body>
${toHtml(table)}</body>
</html>
`;
}

function grid({ language, caption, columns, rows, totalRows }: Table): readonly string[] {
  const cells = (row: readonly Cell[]) =>
    row.map((cell, index) => `<td${classOf(columns[index])}>${contentOf(cell)}</td>`).join('');
  const body = rows.slice(0, rows.length - totalRows);
  const totals = rows.slice(rows.length - totalRows);
  const line = (row: readonly Cell[]) => `<tr>${cells(row)}</tr>`;
  return [
    `<table lang="${language}">`,
    ...(caption === undefined ? [] : [`<caption>${escapeHtml(caption)}</caption>`]),
    `<thead><tr>${columns.map((column) => `<th scope="col"${classOf(column)}>${escapeHtml(column.header)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...body.map(line),
    '</tbody>',
    ...(totals.length === 0 ? [] : ['<tfoot>', ...totals.map(line), '</tfoot>']),
    '</table>',
  ];
}

function blockQuotations(table: Table): readonly string[] {
  const { language, caption } = table;
  return [
    `<section lang="${language}">`,
    ...(caption === undefined ? [] : [`<p class="caption">${escapeHtml(caption)}</p>`]),
    ...quotationGroups(table).flatMap(({ name, quotations }) => [
      ...(name === '' ? [] : [`<p class="group"><strong>${escapeHtml(name)}</strong></p>`]),
      ...quotations.map((quotation) => `<blockquote><p>${contentOf(quotation)}</p></blockquote>`),
    ]),
    '</section>',
  ];
}

function classOf(column: Column | undefined): string {
  return column === undefined || column.kind === 'text' ? '' : ` class="${column.kind}"`;
}

function contentOf({ text, runs }: Cell): string {
  return (runs ? runs.map(emphasised).join('') : escapeHtml(text)).replace(/\r\n?|\n/g, '<br>');
}

function emphasised({ text, italic, bold }: Run): string {
  const inner = italic ? `<em>${escapeHtml(text)}</em>` : escapeHtml(text);
  return bold ? `<strong>${inner}</strong>` : inner;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
