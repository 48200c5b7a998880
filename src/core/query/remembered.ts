import { attributeNames } from '../study/attributes.ts';
import { derived } from '../study/derived.ts';
import type { CaseTable, Codebook, Quotation, Settings, StudyDocument } from '../study/model.ts';
import type { Study } from '../study/study.ts';
import { searchOf } from './evaluate.ts';
import type { Query } from './query.ts';

type Search = (document: StudyDocument) => readonly Quotation[];

/** So many queries are remembered at once: more than a study shows, and few enough to keep what they found. */
const mostRemembered = 50;

/** The searches made in studies that are alike in all that a query asks of a study besides its documents. */
const searches = derived((_: Codebook) =>
  derived((_: Settings) => derived((_: CaseTable) => new Map<string, Search>())),
);

/**
 * As `evaluate`, for a query that is answered again after each change of the study: only documents that changed are searched
 * anew.
 *
 * @param text of the query; what it is known by
 */
export function evaluateAgain(study: Study, text: string, query: Query): readonly (readonly Quotation[])[] {
  const known = searches(study.codebook)(study.settings)(study.cases);
  // Which attribute a name means depends on those of all documents.
  const key = JSON.stringify([text, attributeNames(study)]);
  let search = known.get(key);
  if (!search) {
    search = derived(searchOf(study, query));
    if (known.size >= mostRemembered) known.clear();
    known.set(key, search);
  }
  return [...study.documents.values()].map(search);
}
