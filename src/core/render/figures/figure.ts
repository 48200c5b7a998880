import type { Codebook } from '../../study/model.ts';
import type { Table } from '../../tables/table.ts';
import { turned } from '../turned.ts';
import { drawBars } from './bars.ts';
import { drawBoxes } from './boxes.ts';
import { colorsOf } from './colors.ts';
import { drawCurve } from './curve.ts';
import { barsIn, dataStructureIn, heatMapIn, saturationIn, withoutTotals } from './fromTable.ts';
import { drawHeatMap } from './heatMap.ts';
import { type Drawing, svgFile } from './svg.ts';

/** What a table can be drawn as: the parts of the data structure, a curve of saturation, a heat map, or stacked bars. */
export const figureKinds = ['boxes', 'curve', 'heat-map', 'bars'] as const;

export type FigureKind = (typeof figureKinds)[number];

/** What each kind of table is usually drawn as. */
const usual: Readonly<Record<string, FigureKind>> = {
  'data-structure': 'boxes',
  saturation: 'curve',
  matrix: 'heat-map',
  cooccurrence: 'heat-map',
  attributes: 'heat-map',
  cases: 'bars',
  documents: 'bars',
};

/** What a kind of table is drawn as when nobody says; undefined for one that is no figure. */
export function usualFigure(tableKind: string): FigureKind | undefined {
  return Object.hasOwn(usual, tableKind) ? usual[tableKind] : undefined;
}

/**
 * A table drawn as SVG, with all that it says as its description too. The table itself is its twin in text. Undefined where the table
 * has not what the figure shows.
 *
 * @param tableKind of a matrix the bars are its columns, so that those of cases are made of codes
 * @param codebook for the colours of codes and dimensions
 */
export function figureOf(
  table: Table,
  kind: FigureKind,
  tableKind: string,
  codebook: Codebook,
): string | undefined {
  const drawing = drawingOf(table, kind, tableKind, codebook);
  return (
    drawing &&
    svgFile(drawing, {
      language: table.language,
      title: table.caption ?? table.columns[0]?.header ?? '',
      description: descriptionOf(table),
    })
  );
}

function drawingOf(
  table: Table,
  kind: FigureKind,
  tableKind: string,
  codebook: Codebook,
): Drawing | undefined {
  switch (kind) {
    case 'heat-map': {
      const map = heatMapIn(table);
      return map && drawHeatMap(map);
    }
    case 'bars': {
      const bars = barsIn(tableKind === 'matrix' ? (turned(withoutTotals(table)) ?? table) : table);
      return bars && drawBars(bars, table.language, colorsOf(codebook));
    }
    case 'curve': {
      const saturation = saturationIn(table);
      return saturation && drawCurve(saturation, table.language);
    }
    case 'boxes': {
      const structure = dataStructureIn(table);
      return structure && drawBoxes(structure, colorsOf(codebook));
    }
  }
}

/** The rows in words: what each is called, and what stands under each header; then the note. */
function descriptionOf({ columns, rows, note }: Table): string {
  const lines = rows.map((row) => {
    const [first, ...rest] = row.map(({ text }, index) => ({ text, header: columns[index]?.header ?? '' }));
    const said = rest.filter(({ text }) => text !== '').map(({ header, text }) => `${header} ${text}`);
    return `${first?.text || '–'}: ${said.join(', ')}.`;
  });
  return [...lines, ...(note === undefined ? [] : [note])].join('\n');
}
