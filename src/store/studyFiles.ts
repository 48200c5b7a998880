import { parseCases, serialiseCases } from '../core/formats/cases.ts';
import { parseCodebook, serialiseCodebook } from '../core/formats/codebook.ts';
import { hasHistory, parseHistory, serialiseHistory } from '../core/formats/history.ts';
import { hasRelations, parseRelations, serialiseRelations } from '../core/formats/relations.ts';
import { parseSettings, serialiseSettings } from '../core/formats/settings.ts';
import {
  parseSidecar,
  parseSidecarInPieces,
  type SidecarFile,
  serialiseSidecar,
} from '../core/formats/sidecar.ts';
import { hasSummaries, parseSummaries, serialiseSummaries } from '../core/formats/summaries.ts';
import type { Changed } from '../core/study/apply.ts';
import type { History } from '../core/study/history.ts';
import type { CaseTable, Codebook, Relations, Settings, Summaries } from '../core/study/model.ts';
import { emptyStudy, type Study } from '../core/study/study.ts';
import type { FileSystem } from './fileSystem.ts';
import { type Content, type FileFormat, KeptFile } from './keptFile.ts';

const settingsPath = 'codeboom.json';
export const codebookPath = 'codebook.json';
const casesPath = 'cases.csv';

export const relationsPath = 'relations.json';
export const summariesPath = 'summaries.json';
const historyPath = 'history.jsonl';

const settingsFormat: FileFormat<Settings> = {
  parse: parseSettings,
  serialise: serialiseSettings,
  empty: emptyStudy.settings,
};

const codebookFormat: FileFormat<Codebook> = {
  parse: parseCodebook,
  serialise: serialiseCodebook,
  empty: emptyStudy.codebook,
};

const casesFormat: FileFormat<CaseTable> = {
  parse: parseCases,
  serialise: serialiseCases,
  empty: emptyStudy.cases,
};

const relationsFormat: FileFormat<Relations> = {
  parse: parseRelations,
  serialise: serialiseRelations,
  empty: emptyStudy.relations,
};

const summariesFormat: FileFormat<Summaries> = {
  parse: parseSummaries,
  serialise: serialiseSummaries,
  empty: emptyStudy.summaries,
};

const historyFormat: FileFormat<History> = {
  parse: parseHistory,
  serialise: serialiseHistory,
  empty: emptyStudy.history,
};

/** The files that a study has one of. */
export interface StudyFiles {
  readonly settings: KeptFile<Settings>;
  readonly codebook: KeptFile<Codebook>;
  readonly cases: KeptFile<CaseTable>;
  readonly relations: KeptFile<Relations>;
  readonly summaries: KeptFile<Summaries>;
  readonly history: KeptFile<History>;
}

export function studyFilesIn(fs: FileSystem): StudyFiles {
  return {
    settings: new KeptFile(settingsPath, fs, settingsFormat),
    codebook: new KeptFile(codebookPath, fs, codebookFormat),
    cases: new KeptFile(casesPath, fs, casesFormat),
    relations: new KeptFile(relationsPath, fs, relationsFormat),
    summaries: new KeptFile(summariesPath, fs, summariesFormat),
    history: new KeptFile(historyPath, fs, historyFormat),
  };
}

/** Notes which of the files a change touches. */
export function touchFiles(files: StudyFiles, changed: Changed): void {
  if (changed.settings) files.settings.touch();
  if (changed.codes) files.codebook.touch();
  if (changed.cases) files.cases.touch();
  if (changed.relations) files.relations.touch();
  if (changed.summaries) files.summaries.touch();
  if (changed.history) files.history.touch();
}

/** Writes those of the files that the study has changes for. */
export async function saveFiles(files: StudyFiles, study: () => Study): Promise<void> {
  const { settings, codebook, cases, relations, summaries, history } = files;
  await Promise.all([
    settings.save(() => ({ value: study().settings })),
    codebook.save(() => ({ value: study().codebook })),
    cases.save(() => ({ value: study().cases })),
    relations.save(() => valueOrNone(study().relations, hasRelations)),
    summaries.save(() => valueOrNone(study().summaries, hasSummaries)),
    history.save(() => valueOrNone(study().history, hasHistory)),
  ]);
}

/** What the first record made a file for, is gone again when that record is taken back. */
function valueOrNone<Value>(value: Value, isKept: (value: Value) => boolean): Content<Value> {
  return isKept(value) ? { value } : 'no file';
}

/** The parts of a study that are in these files, as last read or written. */
export function basesOf(files: StudyFiles): Pick<Study, keyof StudyFiles> {
  const { settings, codebook, cases, relations, summaries, history } = files;
  return {
    settings: settings.base,
    codebook: codebook.base,
    cases: cases.base,
    relations: relations.base,
    summaries: summaries.base,
    history: history.base,
  };
}

/** Which of the files have something on disk that waits to be adopted. */
export function foundIn({ settings, codebook, cases, relations, summaries, history }: StudyFiles) {
  return {
    settings: settings.found !== undefined,
    codes: codebook.found !== undefined,
    cases: cases.found !== undefined,
    relations: relations.found !== undefined,
    summaries: summaries.found !== undefined,
    history: history.found !== undefined,
  };
}

/** The sidecar of a coder. */
export function sidecarIn(
  fs: FileSystem,
  path: string,
  document: string,
  coder: string,
): KeptFile<SidecarFile> {
  return new KeptFile(path, fs, {
    parse: (text) => parseSidecar(text, path, document, coder),
    parseInPieces: (pieces) => parseSidecarInPieces(pieces, path, document, coder),
    serialise: serialiseSidecar,
    empty: { document, sidecar: { coder, text: { length: 0, sha256: '' } }, quotations: [] },
  });
}
