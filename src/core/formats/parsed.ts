import type { Problem } from '../study/problem.ts';

/** What came out of a file. */
export interface Parsed<Value> {
  /** Undefined when the file as a whole is not readable: then it is left alone, and never written. */
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
  /** Made by a newer version of Codeboom: what is understood of it is here, but it must not be written. */
  readonly readOnly: boolean;
}
