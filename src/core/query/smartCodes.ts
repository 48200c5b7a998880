import { byName } from '../study/codeTree.ts';
import type { CodeCount } from '../study/counts.ts';
import { derived } from '../study/derived.ts';
import type { Quotation } from '../study/model.ts';
import { type Problem, problem } from '../study/problem.ts';
import type { Study } from '../study/study.ts';
import { queryIn } from './check.ts';
import type { QueryError } from './query.ts';
import { evaluateAgain } from './remembered.ts';
import { type SavedQuery, savedQueries } from './saved.ts';
import { unlessStopped } from './stopped.ts';

/** A saved query as a code among codes: it has the quotations that it finds, or says why it finds none. */
export type SmartCode = SavedQuery & ({ readonly count: CodeCount } | { readonly error: QueryError });

/** The smart codes of a study, by name. */
export const smartCodes = derived((study: Study): readonly SmartCode[] => {
  return savedQueries(study.settings)
    .map((saved) => ({ id: saved.name, ...saved }))
    .sort(byName)
    .map(({ name, text }) => ({ name, text, ...counted(study, text) }));
});

/** What a query finds in a study as it is now, by document and in text order; or why it cannot be answered. */
export function foundBy(
  study: Study,
  text: string,
): { readonly quotations: readonly Quotation[] } | { readonly error: QueryError } {
  const parsed = queryIn(study, text);
  if ('error' in parsed) return parsed;
  return unlessStopped(() => ({ quotations: evaluateAgain(study, text, parsed.query).flat() }));
}

/** Saved queries that cannot be answered any more, for one since a code that they name is gone. */
export function problemsOfSmartCodes(study: Study): readonly Problem[] {
  return smartCodes(study).flatMap((smart) =>
    'error' in smart
      ? problem('warning', 'codeboom.json', 'smartCode.unanswerable', { name: smart.name })
      : [],
  );
}

function counted(study: Study, text: string): { readonly count: CodeCount } | { readonly error: QueryError } {
  const parsed = queryIn(study, text);
  if ('error' in parsed) return parsed;
  return unlessStopped(() => {
    const found = evaluateAgain(study, text, parsed.query).filter(({ length }) => length > 0);
    const codings = found.reduce((sum, { length }) => sum + length, 0);
    return { count: { codings, documents: found.length } };
  });
}
