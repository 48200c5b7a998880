import { serialiseCodebook } from '../core/formats/codebook.ts';
import { serialiseRelations } from '../core/formats/relations.ts';
import { type SidecarFile, serialiseSidecar, sidecarFileOf } from '../core/formats/sidecar.ts';
import { serialiseSummaries } from '../core/formats/summaries.ts';
import { type Changed, nothingChanged } from '../core/study/apply.ts';
import type { Quotation } from '../core/study/model.ts';
import { quotationsById } from '../core/study/quotations.ts';
import { sidecarPathOf } from '../core/study/sidecarPath.ts';
import type { Study } from '../core/study/study.ts';
import type { BackupFiles } from './backups.ts';
import { codebookPath, relationsPath, summariesPath } from './studyFiles.ts';

/**
 * The files that a change touches, as they were before it: what was in memory, which may be newer than what is on disk.
 *
 * @param study before the change
 */
export function filesBefore(study: Study, changed: Changed): BackupFiles {
  const files: [string, string][] = [];
  if (changed.codes) files.push([codebookPath, serialiseCodebook(study.codebook)]);
  if (changed.relations) files.push([relationsPath, serialiseRelations(study.relations)]);
  if (changed.summaries) files.push([summariesPath, serialiseSummaries(study.summaries)]);
  for (const [path, coders] of changed.quotations) {
    const document = study.documents.get(path);
    for (const coder of coders) {
      const content = document && sidecarFileOf(document, coder);
      if (content) files.push([sidecarPathOf(path, coder), serialiseSidecar(content)]);
    }
  }
  return Object.fromEntries(files);
}

/**
 * The sidecars, as they are on disk, whose quotations did not all get into a changed text with their words and their certainty.
 *
 * @param after the study in which they were found again
 */
export function filesShaken(sidecars: readonly SidecarFile[], after: Study): BackupFiles {
  const shaken = sidecars.filter(({ document, quotations }) => isShaken(quotations, document, after));
  return Object.fromEntries(
    shaken.map((file) => [sidecarPathOf(file.document, file.sidecar.coder), serialiseSidecar(file)]),
  );
}

/** As `filesShaken`, for documents whose texts were changed elsewhere while the study was open. */
export function filesShakenBy(before: Study, after: Study, paths: Iterable<string>): BackupFiles {
  const quotations = new Map<string, Set<string>>();
  for (const path of paths) {
    const document = before.documents.get(path);
    if (document && isShaken(document.quotations, path, after))
      quotations.set(path, new Set(document.quotations.map(({ coder }) => coder)));
  }
  return filesBefore(before, { ...nothingChanged, quotations });
}

function isShaken(quotations: readonly Quotation[], path: string, after: Study): boolean {
  const document = after.documents.get(path);
  if (!document) return false;
  const now = quotationsById(document);
  return quotations.some((before) => {
    const found = now.get(before.id);
    return found && (found.exact !== before.exact || found.anchor?.state !== before.anchor?.state);
  });
}
