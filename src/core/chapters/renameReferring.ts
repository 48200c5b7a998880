import { placesOfSaved, withNameAt } from '../query/codesInQuery.ts';
import { renameSavedQuery } from '../query/savedQueryChanges.ts';
import { apply } from '../study/apply.ts';
import type { Author } from '../study/author.ts';
import { cleanName } from '../study/codebook/names.ts';
import { isRefusal, type Refusal } from '../study/codebook/refusal.ts';
import { renameCode } from '../study/codebook/rename.ts';
import type { Code } from '../study/model.ts';
import type { Operation } from '../study/operation.ts';
import type { Study } from '../study/study.ts';
import { canStandInSpec } from '../tables/specKeys.ts';
import { type ChapterText, valuesIn } from './references.ts';
import { type FileEdit, replaceCodeReferences, valueEdit } from './replaceReferences.ts';

/** A renaming with all that follows from it. */
export interface ReferringRename {
  /** The renaming itself; saved queries that say the old name say the new one. One step. */
  readonly operation: Operation;
  /** What it takes to let memos and chapters do the same: edits of the user's own texts, to be made only if that is wanted. */
  readonly edits: readonly FileEdit[];
}

/**
 * Renames a code, and lets what knows it by its name know it by the new one. What names it by its id stays as it is. Refused as
 * `renameCode` is.
 *
 * @param chapters without them tables are left as they are
 */
export function renameReferring(
  study: Study,
  code: Code,
  name: string,
  chapters: readonly ChapterText[],
  author: Author,
): ReferringRename | Refusal {
  const renamed = renameCode(study, code, name, author);
  if (isRefusal(renamed)) return renamed;
  const after = apply(study, renamed).study;
  const { changes, edits } = replaceCodeReferences(
    study,
    code,
    after.codebook.codes.get(code.id) ?? code,
    chapters,
    after,
  );
  return { operation: { ...renamed, changes: [...renamed.changes, ...changes] }, edits };
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
