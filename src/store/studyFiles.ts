import { parseCases, serialiseCases } from '../core/formats/cases.ts';
import { parseCodebook, serialiseCodebook } from '../core/formats/codebook.ts';
import { parseSettings, serialiseSettings } from '../core/formats/settings.ts';
import {
  parseSidecar,
  parseSidecarInPieces,
  type SidecarFile,
  serialiseSidecar,
} from '../core/formats/sidecar.ts';
import type { CaseTable, Codebook, Settings } from '../core/study/model.ts';
import { emptyStudy } from '../core/study/study.ts';
import type { FileSystem } from './fileSystem.ts';
import { type FileFormat, KeptFile } from './keptFile.ts';

const settingsPath = 'codeboom.json';
export const codebookPath = 'codebook.json';
const casesPath = 'cases.csv';

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

/** The files that a study has one of. */
export interface StudyFiles {
  readonly settings: KeptFile<Settings>;
  readonly codebook: KeptFile<Codebook>;
  readonly cases: KeptFile<CaseTable>;
}

export function studyFilesIn(fs: FileSystem): StudyFiles {
  return {
    settings: new KeptFile(settingsPath, fs, settingsFormat),
    codebook: new KeptFile(codebookPath, fs, codebookFormat),
    cases: new KeptFile(casesPath, fs, casesFormat),
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
