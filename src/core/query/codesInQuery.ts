import { codesNamed } from '../study/codeNames.ts';
import type { Codebook, Settings } from '../study/model.ts';
import type { TextRange } from '../study/problem.ts';
import { written } from './completions.ts';
import { parseQuery } from './parse.ts';
import type { CodeTerm, Query } from './query.ts';
import { parseIn, savedQueryNamed } from './saved.ts';

/** Where in the text of a query a code is meant, in order; nowhere in a text that is no query. */
export function placesOfCode(codebook: Codebook, text: string, code: string): readonly TextRange[] {
  return termsOfCode(codebook, text, code).map(({ at }) => at);
}

/**
 * The text of a query with another name wherever a code is meant.
 *
 * @param stays whether a name is left as it is written
 */
export function withCodeRenamed(
  codebook: Codebook,
  text: string,
  code: string,
  name: string,
  stays: (name: string) => boolean = () => false,
): string {
  const terms = termsOfCode(codebook, text, code).filter((term) => !stays(term.name));
  let renamed = text;
  for (const { at } of terms.reverse())
    renamed = renamed.slice(0, at.start) + written(name) + renamed.slice(at.end);
  return renamed;
}

function termsOfCode(codebook: Codebook, text: string, code: string): CodeTerm[] {
  const parsed = parseQuery(text);
  if ('error' in parsed) return [];
  return codeTermsIn(parsed.query).filter(({ name }) =>
    codesNamed(codebook, name).some(({ id }) => id === code),
  );
}

/** Where in the text of a query a saved query is meant, in order; nowhere in a text that is no query. */
export function placesOfSaved(
  study: { readonly codebook: Codebook; readonly settings: Settings },
  text: string,
  saved: string,
): readonly TextRange[] {
  const parsed = parseIn(study.settings, text);
  if ('error' in parsed) return [];
  return codeTermsIn(parsed.query)
    .filter(
      ({ name }) =>
        codesNamed(study.codebook, name).length === 0 &&
        savedQueryNamed(study.settings, name)?.name === saved,
    )
    .map(({ at }) => at);
}

/** The text of a query with another name at some places in it, in order. */
export function withNameAt(text: string, places: readonly TextRange[], name: string): string {
  let renamed = text;
  for (const { start, end } of [...places].reverse())
    renamed = renamed.slice(0, start) + written(name) + renamed.slice(end);
  return renamed;
}

/** The terms of a query that name a code or a saved query, in order. */
export function codeTermsIn(query: Query): readonly CodeTerm[] {
  switch (query.kind) {
    case 'code':
      return [query];
    case 'all':
    case 'any':
      return query.of.flatMap(codeTermsIn);
    case 'not':
      return codeTermsIn(query.of);
    case 'proximity':
      return [...codeTermsIn(query.left), ...codeTermsIn(query.right)];
    case 'field':
    case 'attribute':
      return [];
  }
}
