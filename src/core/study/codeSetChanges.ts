import type { CodeSet } from './model.ts';
import { type CodeSetChange, fieldsChanged } from './operation.ts';
import type { Study } from './study.ts';

/** What becomes of code sets when codes are merged: the code that stays is in all that one of them was in, once. */
export function codeSetChangesOnMerge(
  study: Study,
  gone: ReadonlySet<string>,
  into: string,
): readonly CodeSetChange[] {
  return changesOf(study, (codes) => [...new Set(codes.map((id) => (gone.has(id) ? into : id)))]);
}

/** What becomes of code sets when codes are deleted: these are no longer in them; an empty set stays. */
export function codeSetChangesOnDelete(study: Study, gone: ReadonlySet<string>): readonly CodeSetChange[] {
  return changesOf(study, (codes) => codes.filter((id) => !gone.has(id)));
}

function changesOf(
  { codebook }: Study,
  codesAfter: (codes: CodeSet['codes']) => CodeSet['codes'],
): readonly CodeSetChange[] {
  return [...codebook.sets.values()].flatMap((set): readonly CodeSetChange[] => {
    const sides = fieldsChanged(set, { codes: codesAfter(set.codes) });
    return sides ? [{ record: 'codeSet', id: set.id, ...sides }] : [];
  });
}
