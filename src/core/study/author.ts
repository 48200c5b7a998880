/** Who makes an operation and when. What is not a function of the study comes in here, so that core stays pure. */
export interface Author {
  /** The id of the coder; empty when none is named. */
  readonly coder: string;
  /** ISO 8601 in UTC, to the second. */
  readonly now: string;
  /** A fresh id for a quotation (`q`) or a relation (`r`). */
  readonly newId: (kind: 'q' | 'r') => string;
}
