import type { StudyDocument } from './model.ts';
import { type Study, withDocuments } from './study.ts';

/**
 * A study whose documents have other paths, with all that was coded in them.
 *
 * @param moves from old to new paths; a document that is at a new path already gives way
 */
export function withRenamed(study: Study, moves: ReadonlyMap<string, string>): Study {
  const changed = new Map<string, StudyDocument | undefined>();
  for (const [from, to] of moves) {
    const document = study.documents.get(from);
    if (!document) continue;
    if (!changed.has(from)) changed.set(from, undefined);
    changed.set(to, {
      ...document,
      path: to,
      quotations: document.quotations.map((quotation) => ({ ...quotation, document: to })),
    });
  }
  return changed.size > 0 ? withDocuments(study, changed) : study;
}
