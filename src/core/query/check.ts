import { attributeNames } from '../study/attributes.ts';
import { codesNamed } from '../study/codeNames.ts';
import type { TextRange } from '../study/problem.ts';
import type { Study } from '../study/study.ts';
import { closest } from '../text/closest.ts';
import { parseQuery } from './parse.ts';
import type { ParsedQuery, Query, QueryError } from './query.ts';
import { valuesOfField } from './values.ts';
import { fold } from './vocabulary.ts';

/** Parses a query and looks up its names in a study: what every place where a user writes a query calls. */
export function queryIn(study: Study, text: string): ParsedQuery {
  const parsed = parseQuery(text);
  if ('error' in parsed) return parsed;
  const [error] = checkQuery(study, parsed.query);
  return error ? { error } : parsed;
}

/** The names in a query that the study does not know, or that mean more than one code; with the closest names there are. */
export function checkQuery(study: Study, query: Query): readonly QueryError[] {
  switch (query.kind) {
    case 'all':
    case 'any':
      return query.of.flatMap((part) => checkQuery(study, part));
    case 'not':
      return checkQuery(study, query.of);
    case 'proximity':
      return [...checkQuery(study, query.left), ...checkQuery(study, query.right)];
    case 'code':
      return checkCode(study, query.name, query.at);
    case 'attribute':
      return checkName('query.unknownAttribute', query.name, attributeNames(study), query.at);
    case 'field': {
      if (!unknownIsError.has(query.field)) return [];
      const known = valuesOfField(study, query.field);
      return checkName('query.unknownValue', query.value, known, query.at, { field: query.field });
    }
  }
}

/** Fields with a closed list of values; a text or comment may hold anything. */
const unknownIsError: ReadonlySet<string> = new Set(['case', 'document', 'speaker', 'coder', 'type']);

function checkCode(study: Study, name: string, at: TextRange): readonly QueryError[] {
  const found = codesNamed(study.codebook, name);
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(', ');
    return [{ message: { key: 'query.ambiguousCode', values: { name, ids } }, at }];
  }
  const codes = [...study.codebook.codes.values()].map((code) => code.name);
  return found.length === 1 ? [] : [unknown('query.unknownCode', name, codes, at)];
}

function checkName(
  key: string,
  name: string,
  known: readonly string[],
  at: TextRange,
  values: Readonly<Record<string, string>> = {},
): readonly QueryError[] {
  const folded = fold(name.trim());
  return known.some((one) => fold(one.trim()) === folded) ? [] : [unknown(key, name, known, at, values)];
}

function unknown(
  key: string,
  name: string,
  known: readonly string[],
  at: TextRange,
  values: Readonly<Record<string, string>> = {},
): QueryError {
  const names = closest(name, new Set(known)).join(', ') || '–';
  return { message: { key, values: { ...values, name, names } }, at };
}
