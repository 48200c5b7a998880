import { parseCodebook } from '../core/formats/codebook.ts';
import { atPlaceOf } from '../core/formats/merge.ts';
import { parseRelations } from '../core/formats/relations.ts';
import { parseSidecar, type SidecarFile } from '../core/formats/sidecar.ts';
import { parseSummaries } from '../core/formats/summaries.ts';
import type { Quotation } from '../core/study/model.ts';
import type { RecordChange } from '../core/study/operation.ts';
import { findQuotation, quotationsById } from '../core/study/quotations.ts';
import {
  codeChangeTo,
  codeSetChangeTo,
  quotationChange,
  relationChangeTo,
  summaryChangeTo,
} from '../core/study/recordChanges.ts';
import { readSidecarPath } from '../core/study/sidecarPath.ts';
import type { Study } from '../core/study/study.ts';
import type { BackupFiles } from './backups.ts';
import { type Finder, placedIn } from './quotationsOf.ts';
import { codebookPath, relationsPath, summariesPath } from './studyFiles.ts';

/** What restoring one file of a backup would change. */
export interface RestoredFile {
  readonly path: string;
  readonly changes: readonly RecordChange[];
  /** Records that come back, are changed, and go away. */
  readonly back: number;
  readonly changed: number;
  readonly away: number;
}

/**
 * What it takes to make a study again what the files of a backup say, file by file: an ordinary change, that can be undone.
 * Quotations are put in the transcripts as they are now. A file whose transcript is gone from the study is left out.
 */
export function restorable(study: Study, files: BackupFiles, finder: Finder): readonly RestoredFile[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const changes = changesIn(study, text, path, finder);
    if (!changes) return [];
    const back = changes.filter(({ before }) => before === null).length;
    const away = changes.filter(({ after }) => after === null).length;
    return [{ path, changes, back, away, changed: changes.length - back - away }];
  });
}

function changesIn(
  study: Study,
  text: string,
  path: string,
  finder: Finder,
): readonly RecordChange[] | undefined {
  if (path === codebookPath) return codebookChanges(study, text, path);
  if (path === relationsPath) return relationChanges(study, text, path);
  if (path === summariesPath) return summaryChanges(study, text, path);
  return sidecarChanges(study, text, path, finder);
}

function codebookChanges(study: Study, text: string, path: string): readonly RecordChange[] | undefined {
  const { value } = parseCodebook(text, path);
  if (!value) return undefined;
  const { codes, sets } = study.codebook;
  return [
    ...idsOf(codes, value.codes).flatMap((id) => codeChangeTo(codes.get(id), value.codes.get(id)) ?? []),
    ...idsOf(sets, value.sets).flatMap((id) => codeSetChangeTo(sets.get(id), value.sets.get(id)) ?? []),
  ];
}

function relationChanges(study: Study, text: string, path: string): readonly RecordChange[] | undefined {
  const { value } = parseRelations(text, path);
  if (!value) return undefined;
  const now = study.relations.relations;
  const then = value.relations;
  return idsOf(now, then).flatMap((id) => relationChangeTo(now.get(id), then.get(id)) ?? []);
}

function summaryChanges(study: Study, text: string, path: string): readonly RecordChange[] | undefined {
  const { value } = parseSummaries(text, path);
  if (!value) return undefined;
  const now = study.summaries.summaries;
  const then = value.summaries;
  return idsOf(now, then).flatMap((id) => summaryChangeTo(now.get(id), then.get(id)) ?? []);
}

function idsOf(now: ReadonlyMap<string, unknown>, then: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...now.keys(), ...then.keys()])];
}

function sidecarChanges(
  study: Study,
  text: string,
  path: string,
  finder: Finder,
): readonly RecordChange[] | undefined {
  const sidecar = readSidecarPath(path, (file) => study.documents.has(file));
  const document = sidecar && study.documents.get(sidecar.document);
  if (!sidecar || !document) return undefined;
  const { value } = parseSidecar(text, path, document.path, sidecar.coder);
  if (!value) return undefined;
  const own = quotationsById(document);
  const then = new Map(
    placedNow(value, study, finder).map((quotation) => [quotation.id, quotation] as const),
  );
  const now = document.quotations.filter(({ coder }) => coder === sidecar.coder);
  const ids = new Set([...now.map(({ id }) => id), ...then.keys()]);
  return [...ids].flatMap((id): readonly RecordChange[] => {
    const elsewhere = own.has(id) ? undefined : findQuotation(study, id);
    const change = quotationChange(own.get(id), then.get(id));
    const leave = elsewhere && quotationChange(elsewhere, undefined);
    return [...(leave ? [leave] : []), ...(change ? [change] : [])];
  });
}

/** What has its words still is where it is now: there it was followed, not merely found again. */
function placedNow(file: SidecarFile, study: Study, finder: Finder): readonly Quotation[] {
  const document = study.documents.get(file.document);
  const own = document && quotationsById(document);
  return placedIn(file, document?.transcript, finder).map((quotation) => {
    const now = own?.get(quotation.id);
    return now && !now.anchor && now.exact === quotation.exact ? atPlaceOf(quotation, now) : quotation;
  });
}
