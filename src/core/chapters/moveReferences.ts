import { withTarget } from '../formats/memoEdits.ts';
import { linksTo, targetOf } from '../study/memoLinks.ts';
import { documentName } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import type { FileEdit } from './replaceReferences.ts';

/**
 * Lets memos link to documents under other paths. A name between double brackets that still is the name of the document stays,
 * and so does a link that YAML or Markdown hides in other signs.
 *
 * @param moves from the paths that the documents have in the study to those that they get
 * @returns edits of memos, by path and in the order of the text
 */
export function moveDocumentReferences(
  study: Study,
  moves: ReadonlyMap<string, string>,
): readonly FileEdit[] {
  const edits = [...moves].flatMap(([from, to]) => {
    const isSameName = documentName(from) === documentName(to);
    return linksTo(study, { kind: 'document', id: from }).flatMap(({ memo, link }): readonly FileEdit[] => {
      if (link.kind === 'name' && link.to === documentName(from) && isSameName) return [];
      const edit = withTarget(memo, link, { kind: 'document', id: to }, nameAfter(study, from, to));
      return edit ? [{ path: memo.path, ...edit }] : [];
    });
  });
  return edits.sort((a, b) => (a.path === b.path ? a.range.start - b.range.start : a.path < b.path ? -1 : 1));
}

/** What to write between double brackets: the new name, unless it means something else already. */
function nameAfter(study: Study, from: string, to: string): string {
  const name = documentName(to);
  const meant = targetOf(study, { kind: 'name', to: name });
  const isFree = !meant || (meant.kind === 'document' && meant.id === from);
  return isFree && /^[^[\]|#\n]{1,300}$/.test(name) ? name : `document:${to}`;
}
