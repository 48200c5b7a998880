import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseCases } from '../../../src/core/formats/cases.ts';
import { parseCodebook } from '../../../src/core/formats/codebook.ts';
import { parseSettings } from '../../../src/core/formats/settings.ts';
import { parseSidecar } from '../../../src/core/formats/sidecar.ts';
import type { Sidecar, StudyDocument } from '../../../src/core/study/model.ts';
import { emptyStudy, type Study, withDocuments, withQuotations } from '../../../src/core/study/study.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';

const folder = new URL('../../../media/sample/', import.meta.url);

export const chapter = (): string => read('chapters/resultaten.md');

function read(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

/** The sample study as it is shipped. */
export function sampleStudy(): Study {
  const study: Study = {
    ...emptyStudy,
    settings: parseSettings(read('codeboom.json'), 'codeboom.json').value ?? {},
    codebook: parseCodebook(read('codebook.json'), 'codebook.json').value ?? emptyStudy.codebook,
    cases: parseCases(read('cases.csv'), 'cases.csv').value ?? emptyStudy.cases,
  };
  const documents = readdirSync(new URL('interviews/', folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => documentAt(`interviews/${name}`));
  return withDocuments(study, new Map(documents.map((document) => [document.path, document])));
}

function documentAt(path: string): StudyDocument {
  const sidecars = new Map<string, Sidecar>();
  const quotations = ['', 'ldb'].flatMap((coder) => {
    const file = path.replace(/md$/, coder === '' ? 'codes.json' : `codes.${coder}.json`);
    if (!existsSync(new URL(file, folder))) return [];
    const { value } = parseSidecar(read(file), file, path, coder);
    if (!value) return [];
    sidecars.set(coder, value.sidecar);
    return value.quotations;
  });
  const empty = { path, transcript: transcriptOf(read(path)), sidecars, quotations: [] };
  return withQuotations(empty, quotations);
}
