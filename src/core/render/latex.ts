import type { Cell, Column, Table } from '../tables/table.ts';
import type { Run } from '../text/runs.ts';
import { labelOf, withoutNumber } from './captionNumber.ts';
import { linesIn, quotationGroups } from './cellLines.ts';
import { columnWidths, fit, pageWidths } from './columnWidths.ts';

/**
 * A table for LaTeX, LF, with a final newline: rules of `booktabs`, on as many pages as it takes, with a caption and a label for
 * `\ref`. LaTeX numbers tables by itself, so a number at the start of the caption is left out. Everything from the study is escaped.
 * pdfLaTeX knows the letters of European languages; for others it takes XeLaTeX or LuaLaTeX.
 */
export function toLatex(table: Table): string {
  if (table.layout === 'quotations') return `${[...quotations(table), ...noteOf(table)].join('\n')}\n`;
  const lines = [...grid(table), ...noteOf(table)];
  const needed = ['array', 'booktabs', 'longtable'];
  if (fit(table) === 'upright') return `${[uses(needed), ...lines].join('\n')}\n`;
  return `${[uses([...needed, 'lscape']), '\\begin{landscape}', ...lines, '\\end{landscape}'].join('\n')}\n`;
}

function uses(packages: readonly string[]): string {
  return `% \\usepackage{${packages.join(',')}}`;
}

function grid(table: Table): readonly string[] {
  const { caption, columns, rows, totalRows } = table;
  const head = `${columns.map(({ header }) => `\\textbf{${escapeLatex(oneLine(header))}}`).join(' & ')} \\\\`;
  const body = rows.slice(0, rows.length - totalRows).map(rowOf);
  const totals = rows.slice(rows.length - totalRows).map(rowOf);
  return [
    '\\begingroup\\footnotesize',
    `\\begin{longtable}{@{}${columnSpecs(table)}@{}}`,
    ...(caption === undefined
      ? []
      : [`\\caption{${escapeLatex(oneLine(withoutNumber(caption)))}}\\label{tab:${labelOf(caption)}}\\\\`]),
    '\\toprule',
    head,
    '\\midrule',
    '\\endfirsthead',
    '\\toprule',
    head,
    '\\midrule',
    '\\endhead',
    '\\bottomrule',
    '\\endlastfoot',
    ...body,
    ...(totals.length === 0 ? [] : ['\\midrule', ...totals]),
    '\\end{longtable}',
    '\\endgroup',
  ];
}

/** Paragraphs as wide as their share of the line, less the space that LaTeX puts between columns. */
function columnSpecs(table: Table): string {
  const page = fit(table) === 'upright' ? pageWidths.upright : pageWidths.onItsSide;
  const widths = columnWidths(table, page);
  const total = Math.max(
    page,
    widths.reduce((sum, width) => sum + width, 0),
  );
  const count = table.columns.length;
  return table.columns
    .map(({ kind }, index) => {
      const share = ((widths[index] ?? 0) / total).toFixed(3);
      return `>{${alignments[kind]}\\hspace{0pt}\\arraybackslash}p{\\dimexpr ${share}\\linewidth-${gapShare(count)}\\tabcolsep}`;
    })
    .join('');
}

const alignments: Readonly<Record<Column['kind'], string>> = {
  text: '\\raggedright',
  number: '\\raggedleft',
  quote: '\\raggedright',
};

/** The outer sides of the table have no space, so that each column gives up a little less than two. */
function gapShare(columns: number): string {
  return ((2 * (columns - 1)) / Math.max(columns, 1)).toFixed(3);
}

function rowOf(row: readonly Cell[]): string {
  return `${row.map(latexOf).join(' & ')} \\\\`;
}

function latexOf(cell: Cell): string {
  return linesIn(cell)
    .map((runs) => runs.map(emphasised).join(''))
    .join('\\newline ');
}

function quotations(table: Table): readonly string[] {
  const { caption } = table;
  return [
    ...(caption === undefined ? [] : [`\\paragraph{${escapeLatex(oneLine(caption))}}`]),
    ...quotationGroups(table).flatMap(({ name, quotations: cells }) => [
      ...(name === '' ? [] : [`\\subparagraph{${escapeLatex(oneLine(name))}}`]),
      ...cells.flatMap((cell) => ['\\begin{quote}', latexOf(cell), '\\end{quote}']),
    ]),
  ];
}

function noteOf({ note }: Table): readonly string[] {
  if (note === undefined) return [];
  const shown = escapeLatex(oneLine(note)).replace(/^\S+\./, '\\emph{$&}');
  return [`\\noindent{\\footnotesize ${shown}\\par}`];
}

function emphasised({ text, italic, bold }: Run): string {
  const inner = italic ? `\\emph{${escapeLatex(text)}}` : escapeLatex(text);
  return bold ? `\\textbf{${inner}}` : inner;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  // By its number: as a sign of its own it begins a shorthand in Dutch and German.
  '"': '\\char34{}',
  '`': '\\textasciigrave{}',
  // At the start of a row these would belong to the line break before it.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
  // Signs of formulas, which pdfLaTeX has only there.
  '−': '\\ensuremath{-}',
  '≤': '\\ensuremath{\\leq}',
  '≥': '\\ensuremath{\\geq}',
  '≠': '\\ensuremath{\\neq}',
  '≈': '\\ensuremath{\\approx}',
  '→': '\\ensuremath{\\rightarrow}',
  '←': '\\ensuremath{\\leftarrow}',
  '↔': '\\ensuremath{\\leftrightarrow}',
};

/** Text that LaTeX prints as it is. Signs that it would draw together, such as two hyphens, are kept apart. */
function escapeLatex(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n]|\p{Surrogate}/gu, '')
    .replace(/[\\{}$&#%_^~<>|"`[\]*−≤≥≠≈→←↔]/g, (sign) => signs[sign] ?? sign)
    .replace(/([-',])(?=\1)/g, '$1{}');
}
