import type { Transcript } from '../text/transcript.ts';
import type { Json, UnknownKeys } from './json.ts';

/** How far a code has come: open coding, axial coding, selective coding. */
export type Level = 'code' | 'theme' | 'dimension';

export const levels: readonly Level[] = ['code', 'theme', 'dimension'];

export interface Code {
  /** 1–64 of `A-Z a-z 0-9 _ -`; never changes, whatever the name becomes. */
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly parent?: string;
  /** A palette slot or `#rrggbb`; without one a code takes its parent's. */
  readonly color?: string;
  /** The palette slot that it got when it was made, for as long as neither it nor a code above has a colour. */
  readonly slot?: string;
  readonly definition?: string;
  readonly include?: string;
  readonly exclude?: string;
  /** The id of a quotation that shows the code at its best. */
  readonly example?: string;
  readonly created?: string;
  readonly modified?: string;
  readonly unknown?: UnknownKeys;
}

/** Why a quotation is not surely where it says. */
export type Anchor =
  | { readonly state: 'review'; readonly was: string; readonly reason: string }
  | {
      readonly state: 'lost';
      readonly since: string;
      /** The user knows, and wants no more to be said of it. */
      readonly kept?: true;
    };

/** The place of a quotation in its document: UTF-16 code units in LF text, end exclusive, with its words and context. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface Quotation extends Place {
  /** Unique in the study. */
  readonly id: string;
  /** Study-relative path of its transcript. */
  readonly document: string;
  /** The coder whose sidecar holds it; empty when none is named. */
  readonly coder: string;
  /** Ids of the codes applied, in the order in which they were; may be empty. */
  readonly codes: readonly string[];
  readonly comment?: string;
  /** Strength of a coding, 0–100, by code id. */
  readonly weight?: Readonly<Record<string, number>>;
  readonly star?: boolean;
  readonly translation?: Readonly<Record<string, string>>;
  /** Absent when Codeboom is sure of the place. */
  readonly anchor?: Anchor;
  readonly created: string;
  readonly modified: string;
  readonly unknown?: UnknownKeys;
}

/** What a sidecar says of the text that its offsets count in. */
export interface TextDigest {
  /** In UTF-16 code units of LF text. */
  readonly length: number;
  /** Of the UTF-8 bytes of that text, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** The part of a sidecar that is not its quotations. */
export interface Sidecar {
  readonly coder: string;
  /** As the file says; what is written is always the digest of the transcript that the quotations are in. */
  readonly text: TextDigest;
  readonly unknown?: UnknownKeys;
  /** Records that are no quotations as this version knows them: kept, and written back as they were. */
  readonly unreadable?: readonly Json[];
}

/** A transcript, or another source, with all that was coded in it. */
export interface StudyDocument {
  /** Study-relative, with `/`. */
  readonly path: string;
  /** Absent when the file is gone and only sidecars are left. */
  readonly transcript?: Transcript;
  /** By coder. */
  readonly sidecars: ReadonlyMap<string, Sidecar>;
  /** Of all coders, sorted by start, end, id. */
  readonly quotations: readonly Quotation[];
}

export interface Coder {
  readonly id: string;
  readonly name: string;
}

/** codeboom.json as it is on disk; `settings.ts` fills in the defaults. */
export interface Settings {
  readonly title?: string;
  readonly language?: 'nl' | 'en';
  readonly transcripts?: readonly string[];
  readonly chapters?: readonly string[];
  readonly coders?: readonly Coder[];
  readonly interviewers?: readonly string[];
  readonly quoteStyle?: string;
  readonly queries?: Readonly<Record<string, string>>;
  readonly relationTypes?: RelationTypes;
  readonly unknown?: UnknownKeys;
}

/** A row of cases.csv. */
export interface Case {
  readonly name: string;
  /** By column; an absent or empty cell is not here. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Cells beyond the last column that has a header, kept in their places. */
  readonly extra?: readonly string[];
}

/** cases.csv: the columns after `case`, in order, and a case per row, in order. */
export interface CaseTable {
  readonly columns: readonly string[];
  readonly cases: ReadonlyMap<string, Case>;
  /** The file's own delimiter and whether it starts with a byte order mark, so that a save keeps both. */
  readonly delimiter: ',' | ';' | '\t';
  readonly byteOrderMark: boolean;
  /** The file's own line end, where it is not LF. */
  readonly lineEnd?: '\r\n';
  /** Rows that are no case of their own (a second row of a case, a row without a name): kept, written last. */
  readonly unreadable?: readonly (readonly string[])[];
}

/** Codes that belong together across the tree; a code may be in any number of sets. */
export interface CodeSet {
  /** As the id of a code; codes and sets do not share them. */
  readonly id: string;
  readonly name: string;
  /** Ids of codes, each once, in the order in which they were put in. */
  readonly codes: readonly string[];
  readonly comment?: string;
  readonly unknown?: UnknownKeys;
}

/** The codes of a study, their sets, and what else codebook.json says. */
export interface Codebook {
  readonly codes: ReadonlyMap<string, Code>;
  readonly sets: ReadonlyMap<string, CodeSet>;
  readonly unknown?: UnknownKeys;
  /** Records that are no codes as this version knows them: kept, and written back as they were. */
  readonly unreadable?: readonly Json[];
  /** As `unreadable`, for the sets. */
  readonly unreadableSets?: readonly Json[];
}

/** An end of a relation: `code:` or `quotation:` and an id. */
export type RelationEnd = `${'code' | 'quotation'}:${string}`;

/** A named link between two codes, or between two quotations. */
export interface Relation {
  readonly id: string;
  readonly from: RelationEnd;
  readonly to: RelationEnd;
  /** What the one is to the other, in the user's words: `is cause of`. */
  readonly type: string;
  readonly comment?: string;
  readonly created?: string;
  readonly unknown?: UnknownKeys;
}

/** The relations of a study and what else relations.json says. */
export interface Relations {
  readonly relations: ReadonlyMap<string, Relation>;
  /** The file is there, though it may hold nothing: it is not taken away when the last relation is. */
  readonly hasFile?: true;
  readonly unknown?: UnknownKeys;
  /** Records that are no relations as this version knows them: kept, and written back as they were. */
  readonly unreadable?: readonly Json[];
}

/** What the user makes of one theme in one case: a cell of the framework matrix. */
export interface Summary {
  /** The name of the case. */
  readonly case: string;
  /** The id of the code. */
  readonly code: string;
  readonly text: string;
  readonly unknown?: UnknownKeys;
}

/** The summaries of a study and what else summaries.json says. */
export interface Summaries {
  /** By `summaryId`. */
  readonly summaries: ReadonlyMap<string, Summary>;
  /** The file is there, though it may hold nothing: it is not taken away when the last summary is. */
  readonly hasFile?: true;
  readonly unknown?: UnknownKeys;
  /** Records that are no summaries as this version knows them, or the second one of a cell: kept, and written back as they were. */
  readonly unreadable?: readonly Json[];
}

/** Types of relations that a study has besides the usual ones. */
export interface RelationTypes {
  readonly codes?: readonly string[];
  readonly quotations?: readonly string[];
}

/** An attribute of a document or case: front matter allows more than text. */
export type AttributeValue = Json;
