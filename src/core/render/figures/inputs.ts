/** Codes in their themes, and themes in their dimensions; an empty name is that of what belongs to nothing. */
export interface DataStructure {
  readonly dimensions: readonly Dimension[];
}

export interface Dimension {
  readonly name: string;
  readonly themes: readonly { readonly name: string; readonly codes: readonly string[] }[];
}

/** How many codes are new in each interview, and how many there are by then. */
export interface Saturation {
  readonly headers: { readonly fresh: string; readonly cumulative: string };
  readonly points: readonly { readonly name: string; readonly fresh: number; readonly cumulative: number }[];
}

/** Numbers set against one another; a cell without a value is not coloured. */
export interface HeatMap {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then column. */
  readonly cells: readonly (readonly HeatCell[])[];
}

export interface HeatCell {
  readonly text: string;
  readonly value?: number;
}

/** Bars that are made of parts, such as the share that each dimension has in a case. */
export interface StackedBars {
  readonly series: readonly string[];
  /** A part for each of the series, in their order. */
  readonly bars: readonly { readonly name: string; readonly parts: readonly HeatCell[] }[];
}

/** The colour of a code by its name, `#rrggbb`; undefined for a name that is no code's. */
export type ColorOf = (name: string) => string | undefined;
