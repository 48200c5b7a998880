import {
  atPlaceOf,
  byId,
  conflictProblem,
  type Merged,
  mergeCases,
  mergeCodebooks,
  mergeHistories,
  mergeQuotations,
  mergeRelations,
  mergeSettings,
  mergeSummaries,
  samePlace,
} from '../core/formats/merge.ts';
import type { SidecarFile } from '../core/formats/sidecar.ts';
import type { Quotation, StudyDocument } from '../core/study/model.ts';
import type { Problem } from '../core/study/problem.ts';
import { quotationsById } from '../core/study/quotations.ts';
import { type Study, withDocument, withDocuments, withQuotations } from '../core/study/study.ts';
import type { Transcript } from '../core/text/transcript.ts';
import type { KeptFile } from './keptFile.ts';
import { type Finder, placedIn, withOwnIds } from './quotationsOf.ts';
import type { StudyFiles } from './studyFiles.ts';

/** A study with something from disk merged into it, and what could not be settled without a loss. */
export interface Adopted {
  readonly study: Study;
  readonly problems: readonly Problem[];
}

/** Merges what was found in the files that a study has one of. */
export function adoptFiles(study: Study, files: StudyFiles): Adopted {
  const { settings, codebook, cases, relations, summaries, history } = files;
  const inSettings = adopt(settings, study.settings, mergeSettings);
  const inCodebook = adopt(codebook, study.codebook, mergeCodebooks);
  const inCases = adopt(cases, study.cases, mergeCases);
  const inRelations = adopt(relations, study.relations, mergeRelations);
  const inSummaries = adopt(summaries, study.summaries, mergeSummaries);
  const inHistory = adopt(history, study.history, mergeHistories);
  return {
    study: {
      ...study,
      settings: inSettings.value,
      codebook: inCodebook.value,
      cases: inCases.value,
      relations: inRelations.value,
      summaries: inSummaries.value,
      history: inHistory.value,
    },
    problems: [inSettings, inCodebook, inCases, inRelations, inSummaries, inHistory].flatMap(
      ({ problems }) => problems,
    ),
  };
}

function adopt<Value>(
  file: KeptFile<Value>,
  mine: Value,
  merge: (base: Value, mine: Value, theirs: Value) => Merged<Value>,
): { readonly value: Value; readonly problems: readonly Problem[] } {
  const { found } = file;
  if (!found) return { value: mine, problems: [] };
  const { value, conflicts } = merge(file.base, mine, found.value);
  file.adopted();
  return { value, problems: conflicts.map((conflict) => conflictProblem(file.path, conflict)) };
}

/** What was found of a transcript: its text, or that it is gone, or that the settings no longer name it. */
export type FoundText = Transcript | 'gone' | 'no transcript';

/**
 * Gives documents the texts that were found on disk. Quotations are found again in them. A document that is gone stays as
 * long as there are quotations of it.
 *
 * @param sidecarsOf the sidecars beside a transcript, by what they hold on disk
 */
export function adoptTexts(
  study: Study,
  texts: ReadonlyMap<string, FoundText>,
  sidecarsOf: (document: string) => readonly SidecarFile[],
  finder: Finder,
): Study {
  const documents = new Map<string, StudyDocument | undefined>();
  for (const [path, found] of texts) {
    const document = study.documents.get(path) ?? emptyDocument(path);
    if (found === 'no transcript') documents.set(path, undefined);
    else if (found === 'gone') {
      const { transcript: _, ...rest } = document;
      documents.set(path, rest.quotations.length + rest.sidecars.size > 0 ? rest : undefined);
    } else if (found.text !== document.transcript?.text) {
      documents.set(path, withText(document, found, sidecarsOf(path), finder));
    }
  }
  return documents.size > 0 ? withDocuments(study, documents) : study;
}

/** The quotations of each coder are of the text in memory or, where there was none, of the text that the sidecar says. */
function withText(
  document: StudyDocument,
  transcript: Transcript,
  onDisk: readonly SidecarFile[],
  finder: Finder,
): StudyDocument {
  const { transcript: before } = document;
  const coders = new Set(document.quotations.map(({ coder }) => coder));
  const quotations = [...coders].flatMap((coder) => {
    const own = document.quotations.filter((quotation) => quotation.coder === coder);
    const said = onDisk.find(({ sidecar }) => sidecar.coder === coder)?.sidecar.text;
    const text = before ? { length: before.text.length, sha256: finder.sha256(before) } : said;
    if (!text) return own;
    return placedIn(
      { document: document.path, sidecar: { coder, text }, quotations: own },
      transcript,
      finder,
      before,
    );
  });
  return withQuotations({ ...document, transcript }, quotations);
}

/** Merges what was found in a sidecar. All places are brought into the text that the document has in memory. */
export function adoptSidecar(
  study: Study,
  file: KeptFile<SidecarFile>,
  finder: Finder,
  before: Transcript | undefined,
): Adopted {
  const { found, base } = file;
  if (!found) return { study, problems: [] };
  const { document: path, sidecar } = found.value;
  const { coder } = sidecar;
  const document = study.documents.get(path) ?? emptyDocument(path);
  const isElsewhere = (id: string) => isInOtherFile(study, id, path, coder);
  const mine = document.quotations.filter((quotation) => quotation.coder === coder);
  const merged = merge(
    file,
    withOwnIds(base, isElsewhere),
    mine,
    withOwnIds(found.value, isElsewhere),
    (content) => placedIn(content, document.transcript, finder, before),
  );

  const sidecars = new Map(document.sidecars);
  if (found.isOnDisk) sidecars.set(coder, sidecar);
  else sidecars.delete(coder);
  const others = document.quotations.filter((quotation) => quotation.coder !== coder);
  const next = withQuotations({ ...document, sidecars }, [...others, ...merged.value]);
  file.adopted();
  const isGone = !next.transcript && next.sidecars.size + next.quotations.length === 0;
  return {
    study: isGone ? withDocuments(study, new Map([[path, undefined]])) : withDocument(study, next),
    problems: merged.conflicts.map((conflict) => conflictProblem(file.path, conflict)),
  };
}

/**
 * Where no changes are pending, a place in memory that differs from the base comes from the text having moved, not from the
 * user. And where a sidecar was rewritten for the same text, a place that it did not change is best known here.
 */
function merge(
  file: KeptFile<SidecarFile>,
  base: SidecarFile,
  mine: readonly Quotation[],
  theirs: SidecarFile,
  placed: (content: SidecarFile) => readonly Quotation[],
): Merged<readonly Quotation[]> {
  const inMemory = byId(mine);
  const atMine = (quotation: Quotation) => atPlaceOf(quotation, inMemory.get(quotation.id) ?? quotation);
  const before = byId(base.quotations);
  const isSameText = base.sidecar.text.sha256 === theirs.sidecar.text.sha256;
  const unmoved = new Set(
    theirs.quotations
      .filter((quotation) => isSameText && samePlace(quotation, before.get(quotation.id) ?? {}))
      .map(({ id }) => id),
  );
  return mergeQuotations(
    file.isPending ? placed(base) : base.quotations.map(atMine),
    mine,
    placed(theirs).map((quotation) => (unmoved.has(quotation.id) ? atMine(quotation) : quotation)),
  );
}

function isInOtherFile(study: Study, id: string, path: string, coder: string): boolean {
  for (const document of study.documents.values()) {
    const found = quotationsById(document).get(id);
    if (found && (document.path !== path || found.coder !== coder)) return true;
  }
  return false;
}

function emptyDocument(path: string): StudyDocument {
  return { path, sidecars: new Map(), quotations: [] };
}
