import type { QueryError } from './query.ts';

/**
 * Thrown while a query is answered, when that would take unreasonably long. It is thrown since it comes up in the middle of a
 * search: whoever answers a query turns it into an error like those that are found beforehand.
 */
export class QueryStopped extends Error {
  readonly error: QueryError;

  constructor(error: QueryError) {
    super(error.message.key);
    this.error = error;
  }
}

/** What an answer is, or why it took too long. */
export function unlessStopped<Answer>(answer: () => Answer): Answer | { readonly error: QueryError } {
  try {
    return answer();
  } catch (thrown) {
    if (thrown instanceof QueryStopped) return { error: thrown.error };
    throw thrown;
  }
}
