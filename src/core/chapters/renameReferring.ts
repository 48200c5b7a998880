import { placesOfCodeName, placesOfSaved, withNameAt } from '../query/codesInQuery.ts';
import { savedQueries } from '../query/saved.ts';
import { queriesChanged, renameSavedQuery } from '../query/savedQueryChanges.ts';
import { apply } from '../study/apply.ts';
import type { Author } from '../study/author.ts';
import { cleanName } from '../study/codebook/names.ts';
import { isRefusal, type Refusal } from '../study/codebook/refusal.ts';
import { renameCode } from '../study/codebook/rename.ts';
import { codesNamed } from '../study/codeNames.ts';
import type { Code } from '../study/model.ts';
import type { Operation } from '../study/operation.ts';
import type { Study } from '../study/study.ts';
import { canStandInSpec } from '../tables/specKeys.ts';
import { type ChapterText, valuesIn } from './references.ts';
import { type FileEdit, nameIn, valueEdit } from './replaceReferences.ts';

/** A new name with all that follows from it. */
export interface ReferringRename {
  /** The renaming; saved queries say the new name. One step. */
  readonly operation: Operation;
  /** What it takes to let the tables of chapters do the same: edits of the user's own texts. */
  readonly edits: readonly FileEdit[];
}

/** Renames a code, and lets what knows it by its name know it by the new one. Refused as `renameCode` is. */
export function renameCodeReferring(
  study: Study,
  code: Code,
  name: string,
  chapters: readonly ChapterText[],
  author: Author,
): ReferringRename | Refusal {
  const renamed = renameCode(study, code, name, author);
  if (isRefusal(renamed) || renamed.changes.length === 0) {
    return isRefusal(renamed) ? renamed : { operation: renamed, edits: [] };
  }
  const after = apply(study, renamed).study;
  const { codebook } = study;
  const said = nameIn(after, after.codebook.codes.get(code.id) ?? code);
  const inQuery = (text: string, as = said) =>
    withNameAt(text, placesOfCodeName(codebook, text, code.id), as);
  const queries = savedQueries(study.settings).map((saved) => ({ ...saved, text: inQuery(saved.text) }));
  const inSpec = canStandInSpec(said) ? said : code.id;
  const edits = chapters.flatMap(({ path, text: chapter }) =>
    valuesIn(chapter, ({ kind, text }) =>
      kind === 'code'
        ? text !== code.id && codesNamed(codebook, text).some(({ id }) => id === code.id)
        : inQuery(text, inSpec) !== text,
    ).map(({ kind, text, range }) => ({
      path,
      ...valueEdit(chapter, range, kind === 'code' ? inSpec : inQuery(text, inSpec)),
    })),
  );
  const changes = [...renamed.changes, ...queriesChanged(study.settings, queries)];
  return { operation: { ...renamed, changes }, edits };
}

/** Renames a saved query, and lets the tables that use it say the new name. Refused as `renameSavedQuery` is. */
export function renameSavedReferring(
  study: Study,
  from: string,
  to: string,
  chapters: readonly ChapterText[],
): ReferringRename | Refusal {
  const operation = renameSavedQuery(study, from, to);
  if (isRefusal(operation)) return operation;
  const renamed = (text: string) => withNameAt(text, placesOfSaved(study, text, from), cleanName(to));
  const edits = chapters.flatMap(({ path, text: chapter }) =>
    valuesIn(
      chapter,
      ({ kind, text }) => kind === 'query' && renamed(text) !== text && canStandInSpec(to),
    ).map(({ text, range }) => ({ path, ...valueEdit(chapter, range, renamed(text)) })),
  );
  return { operation, edits };
}
