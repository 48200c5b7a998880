import type { ConceptModel } from '../../core/study/conceptModel.ts';

/** The kind of panel, by which VS Code finds it back after a reload. */
export const modelPanelType = 'codeboom.model';

/** The middle of a node, in units of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the user put nodes, by the id of the code; the others are where the layout puts them. */
export type Positions = Readonly<Record<string, Point>>;

/** The formats that a drawing is exported in. */
export type DrawingFormat = 'svg' | 'png';

/** What VS Code keeps of the panel over a reload of the window. */
export interface PanelState {
  /** The folder of the study, as a URI. */
  readonly root: string;
  /** Only this code and those below it. */
  readonly top?: string;
}

/** What the panel says, in the language of the editor; `{…}` stands for a name or number. */
export interface Texts {
  readonly drawing: string;
  readonly help: string;
  readonly empty: string;
  readonly all: string;
  readonly only: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly arrange: string;
  readonly exportAs: string;
  readonly copyMermaid: string;
  readonly list: string;
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly comment: string;
  /** `{name}`, `{level}`, `{count}` */
  readonly node: string;
  readonly levels: Readonly<Record<'code' | 'theme' | 'dimension', string>>;
}

/** What the extension tells the panel. */
export type ToPanel =
  | {
      readonly kind: 'model';
      readonly state: PanelState;
      readonly model: ConceptModel;
      /** What can be shown alone. */
      readonly tops: readonly { readonly id: string; readonly name: string }[];
      readonly positions: Positions;
      readonly texts: Texts;
    }
  | { readonly kind: 'draw'; readonly format: DrawingFormat };

/** What the panel tells the extension. */
export type FromPanel =
  | { readonly kind: 'ready' }
  | { readonly kind: 'choose'; readonly top?: string }
  | { readonly kind: 'moved'; readonly positions: Positions }
  | { readonly kind: 'quotations'; readonly code: string }
  | { readonly kind: 'goTo'; readonly code: string }
  | { readonly kind: 'change'; readonly relation: string }
  | { readonly kind: 'remove'; readonly relations: readonly string[] }
  | { readonly kind: 'export' }
  | { readonly kind: 'copyMermaid' }
  /** The drawing that was asked for: SVG as text, PNG in base 64. */
  | { readonly kind: 'drawing'; readonly format: DrawingFormat; readonly data: string };
