import { apply } from '../study/apply.ts';
import type { Author } from '../study/author.ts';
import { mergeCodes } from '../study/codebook/merge.ts';
import { isRefusal, type Refusal } from '../study/codebook/refusal.ts';
import type { Code } from '../study/model.ts';
import type { Operation, RecordChange } from '../study/operation.ts';
import type { Study } from '../study/study.ts';
import type { ChapterText } from './references.ts';
import { type FileEdit, replaceCodeReferences } from './replaceReferences.ts';

/** A merge with all that follows from it. */
export interface ReferringMerge {
  /** The merge itself; relations, code sets and saved queries name the code that stays. One step. */
  readonly operation: Operation;
  /** What it takes to let memos and chapters do the same: edits of the user's own texts, to be made only if that is wanted. */
  readonly edits: readonly FileEdit[];
}

/**
 * Merges codes into one, and lets what refers to them refer to that one. Refused as `mergeCodes` is.
 *
 * @param chapters without them tables are left as they are
 */
export function mergeReferring(
  study: Study,
  from: readonly Code[],
  into: Code,
  chapters: readonly ChapterText[],
  author: Author,
): ReferringMerge | Refusal {
  let after = study;
  const before: RecordChange[] = [];
  const edits: FileEdit[] = [];
  for (const code of from) {
    const replacement = replaceCodeReferences(after, code, into, chapters);
    before.push(...replacement.changes);
    // A value that names two of the codes, such as a query, is written for the first one only.
    edits.push(...replacement.edits.filter((edit) => !edits.some((other) => touches(edit, other))));
    after = apply(after, { label: { key: '', values: {} }, changes: replacement.changes }).study;
  }
  const merged = mergeCodes(after, from, into, author);
  if (isRefusal(merged)) return merged;
  return { operation: { ...merged, changes: [...before, ...merged.changes] }, edits };
}

function touches(a: FileEdit, b: FileEdit): boolean {
  return a.path === b.path && a.range.start <= b.range.end && b.range.start <= a.range.end;
}
