import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  Table as WordTable,
} from 'docx';
import type { Cell, Column, Table } from '../../tables/table.ts';
import { linesIn, quotationGroups } from '../cellLines.ts';
import { columnWidths, fit, pageWidths } from '../columnWidths.ts';
import { captionRuns, textRun } from './runs.ts';
import { styleIds, textWidths } from './styles.ts';

export type Block = Paragraph | WordTable;

/** A table as a caption, a table of Word's own (or quotations in the style for quotations) and a note. */
export function tableBlocks(table: Table): readonly Block[] {
  const { caption, note } = table;
  return [
    ...(caption === undefined
      ? []
      : [new Paragraph({ style: styleIds.caption, children: captionRuns(oneLine(caption)) })]),
    ...(table.layout === 'quotations' ? quotations(table) : grid(table)),
    ...(note === undefined ? [] : [noteParagraph(note)]),
  ];
}

function grid(table: Table): readonly Block[] {
  const { columns, rows, totalRows } = table;
  if (columns.length === 0) return [];
  const widths = widthsOf(table);
  const cellIn = (cell: Cell, index: number, isStrong: boolean, rule: 'above' | 'below' | 'none') =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      ...(rule !== 'none' && { borders: { [rule === 'above' ? 'top' : 'bottom']: line } }),
      children: paragraphsOf(cell, columns[index]?.kind ?? 'text', isStrong),
    });
  const rowOf = (cells: readonly Cell[], isStrong: boolean, rule: 'above' | 'below' | 'none') =>
    new TableRow({
      cantSplit: true,
      ...(rule === 'below' && { tableHeader: true }),
      children: columns.map((_, index) => cellIn(cells[index] ?? { text: '' }, index, isStrong, rule)),
    });
  const firstTotal = rows.length - totalRows;
  return [
    new WordTable({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: cellMargin, right: cellMargin, marginUnitType: WidthType.DXA },
      borders: rules,
      rows: [
        rowOf(
          columns.map(({ header }) => ({ text: header })),
          true,
          'below',
        ),
        ...rows.map((row, index) =>
          rowOf(row, index >= firstTotal, totalRows > 0 && index === firstTotal ? 'above' : 'none'),
        ),
      ],
    }),
    // Two tables that touch are one to Word.
    ...(table.note === undefined ? [new Paragraph({ style: styleIds.tableNote })] : []),
  ];
}

const line = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The rules of a table in print: above, below and under the headers. */
const rules = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

const cellMargin = 70;

/** Widths in twentieths of a point, whole, together no wider than the page where the words allow. */
function widthsOf(table: Table): readonly number[] {
  const page = fit(table) === 'upright' ? 'upright' : 'onItsSide';
  const widths = columnWidths(table, pageWidths[page]);
  const total = Math.max(
    pageWidths[page],
    widths.reduce((sum, width) => sum + width, 0),
  );
  return widths.map((width) => Math.floor((width / total) * textWidths[page]));
}

function paragraphsOf(cell: Cell, kind: Column['kind'], isStrong: boolean): Paragraph[] {
  const lines = linesIn(cell);
  return lines.map(
    (runs, index) =>
      new Paragraph({
        style: styleIds.tableText,
        ...(index < lines.length - 1 && { spacing: { after: 100 } }),
        alignment: kind === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runs.map((run) => textRun(isStrong ? { ...run, bold: true } : run)),
      }),
  );
}

function quotations(table: Table): readonly Block[] {
  return quotationGroups(table).flatMap(({ name, quotations: cells }) => [
    ...(name === ''
      ? []
      : [new Paragraph({ keepNext: true, children: [textRun({ text: oneLine(name), bold: true })] })]),
    ...cells.flatMap((cell) =>
      linesIn(cell).map((runs) => new Paragraph({ style: styleIds.quotation, children: runs.map(textRun) })),
    ),
  ]);
}

function noteParagraph(note: string): Paragraph {
  const [, label = '', rest = ''] = /^(\S+\.)?(.*)$/s.exec(oneLine(note)) ?? [];
  return new Paragraph({
    style: styleIds.tableNote,
    children: [textRun({ text: label, italic: true }), textRun({ text: rest })],
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
