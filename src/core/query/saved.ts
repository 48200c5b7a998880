import type { Settings } from '../study/model.ts';
import { parseQuery } from './parse.ts';
import type { ParsedQuery } from './query.ts';
import { fold } from './vocabulary.ts';

/** A query that codeboom.json keeps under a name: a smart code. */
export interface SavedQuery {
  readonly name: string;
  readonly text: string;
}

/** Saved queries may use each other; a longer chain than this is refused, so that following one cannot exhaust the stack. */
export const maximumNesting = 10;

/** The saved queries of a study, by name. */
export function savedQueries({ queries = {} }: Settings): readonly SavedQuery[] {
  return Object.entries(queries).map(([name, text]) => ({ name, text }));
}

/** The saved query that a name means: the one with exactly that name, else one that differs from it in capitals only. */
export function savedQueryNamed(settings: Settings, name: string): SavedQuery | undefined {
  const all = savedQueries(settings);
  const wanted = fold(name.trim());
  return all.find((one) => one.name === name) ?? all.find((one) => fold(one.name.trim()) === wanted);
}

/**
 * Parses a query. A text that is no query, but is the name of a saved one as it stands, means that one: so a name of several
 * words needs no quotes where nothing stands beside it.
 */
export function parseIn(settings: Settings, text: string): ParsedQuery {
  const parsed = parseQuery(text);
  const name = text.trim();
  if ('query' in parsed || name === '' || !savedQueryNamed(settings, name)) return parsed;
  const start = text.indexOf(name);
  return { query: { kind: 'code', name, only: false, at: { start, end: start + name.length } } };
}
