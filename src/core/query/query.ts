import type { Message, TextRange } from '../study/problem.ts';

/**
 * A query, parsed. It selects quotations; every part of it does, and the parts are combined as sets. Ranges are
 * UTF-16 code units in the text of the query, for errors that are found once the study is known.
 */
export type Query =
  | CodeTerm
  | FieldTerm
  | AttributeTerm
  | { readonly kind: 'all' | 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  | ProximityTerm;

/**
 * The quotations with a code, by its id or name; with the codes below it unless `only` it is asked for. Where no code has the
 * name, the quotations that the saved query of that name selects.
 */
export interface CodeTerm {
  readonly kind: 'code';
  readonly name: string;
  readonly only: boolean;
  readonly at: TextRange;
}

export type Field = 'case' | 'document' | 'speaker' | 'coder' | 'type' | 'text' | 'comment' | 'star';

/** What a field of a quotation, or of its document, has to be. */
export interface FieldTerm {
  readonly kind: 'field';
  readonly field: Field;
  /** The value looked for; for `star`: `yes` or `no`. */
  readonly value: string;
  /** The value is a regular expression; `text` and `comment` only. */
  readonly pattern: boolean;
  /** Of the value. */
  readonly at: TextRange;
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** What an attribute of the document, or else of its case, has to be. */
export interface AttributeTerm {
  readonly kind: 'attribute';
  readonly name: string;
  readonly comparison: Comparison;
  readonly value: string;
  /** Of the name. */
  readonly at: TextRange;
}

/**
 * How a quotation A stands to a quotation B of the same document, by their places in the text:
 *
 * - `within`: B starts at or before the start of A and ends at or after its end; `encloses` is the reverse;
 * - `overlaps`: they share at least one character;
 * - `follows`: B ends at or before the start of A; `precedes`: B starts at or after the end of A;
 * - `near`: they overlap, or at most so many words start in between.
 *
 * Places decide, so one quotation that carries both codes is within, and overlaps, itself.
 */
export type Proximity = 'within' | 'encloses' | 'overlaps' | 'follows' | 'precedes' | 'near';

/** The quotations of `left` that stand so to at least one quotation of `right`. */
interface ProximityTerm {
  readonly kind: 'proximity';
  readonly proximity: Proximity;
  /** For `near`; 0 otherwise. */
  readonly words: number;
  readonly left: Query;
  readonly right: Query;
}

/** Why a query cannot be answered, and the place in its text. */
export interface QueryError {
  readonly message: Message;
  readonly at: TextRange;
  /** What may have been meant, closest first: names to put in the place of what stands there. */
  readonly closest?: readonly string[];
}

export type ParsedQuery = { readonly query: Query } | { readonly error: QueryError };
