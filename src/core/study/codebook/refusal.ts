import type { Message } from '../problem.ts';

/** Why an operation was not made; nothing is changed. */
export interface Refusal {
  readonly refused: Message;
  /** The id of the code that has the name already, so that merging with it can be offered. */
  readonly sameName?: string;
}

export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}

/** Refuses, with a message of the catalogue. */
export function refusal(key: string, values: Message['values'] = {}): Refusal {
  return { refused: { key, values } };
}
