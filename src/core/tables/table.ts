import type { Level, Quotation } from '../study/model.ts';
import type { SummaryPlace } from '../study/summaries.ts';
import type { Language } from '../text/notation.ts';
import type { Run } from '../text/runs.ts';

/** What a table is made of, in any format: text is what the reader sees, the rest is for sorting and tracing. */
export interface Table {
  /** `quotations`: printed one below the other under their groups, the first column; a grid only as data. */
  readonly layout: 'grid' | 'quotations';
  readonly language: Language;
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows at the end are totals, which sorting leaves where they are. */
  readonly totalRows: number;
  /** The unit counted, in plain words. */
  readonly note?: string;
  /** The same content drawn; formats that cannot draw print the rows. */
  readonly diagram?: Diagram;
}

/** Codes and what they are to one another. */
export interface Diagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface DiagramNode {
  /** Of the code. */
  readonly id: string;
  readonly label: string;
  readonly level: Level;
}

interface DiagramEdge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isDirected: boolean;
}

export interface Column {
  readonly header: string;
  readonly kind: 'text' | 'number' | 'quote';
}

export interface Cell {
  /** Plain text in the language of the study; a newline separates quotations. */
  readonly text: string;
  /** Set for a quotation: the same text with the emphasis of the quotation style. */
  readonly runs?: readonly Run[];
  /** The number behind the text, not rounded. */
  readonly value?: number;
  /** Gives the quotations that the cell counts or prints. */
  readonly quotations?: () => readonly Quotation[];
  /** Paths of the documents that it was worked out from, when not from quotations. */
  readonly documents?: readonly string[];
  /** The summary that stands in the cell, or can be written there. */
  readonly summary?: SummaryPlace;
}

export const emptyCell: Cell = { text: '' };
