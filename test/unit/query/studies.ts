import type { Code, Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import { emptyStudy, type Study, withDocuments, withQuotations } from '../../../src/core/study/study.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';

/** A quotation in a test: its place, codes, and what else matters. */
export interface Quoted extends Partial<Omit<Quotation, 'start' | 'end' | 'codes'>> {
  readonly start: number;
  readonly end: number;
  readonly codes: readonly string[];
}

export function code(id: string, name: string, parent?: string): Code {
  return { id, name, level: 'code', ...(parent !== undefined && { parent }) };
}

export function documentOf(path: string, text: string, quoted: readonly Quoted[]): StudyDocument {
  const transcript = transcriptOf(text);
  const quotations = quoted.map(
    (one, index): Quotation => ({
      id: `${path}-${index}`,
      document: path,
      coder: '',
      exact: text.slice(one.start, one.end),
      prefix: '',
      suffix: '',
      created: '',
      modified: '',
      ...one,
    }),
  );
  return withQuotations({ path, transcript, sidecars: new Map(), quotations: [] }, quotations);
}

export function studyOf(
  codes: readonly Code[],
  documents: readonly StudyDocument[],
  rest: Partial<Study> = {},
): Study {
  const study: Study = {
    ...emptyStudy,
    ...rest,
    codebook: { sets: new Map(), codes: new Map(codes.map((one) => [one.id, one])) },
  };
  return withDocuments(study, new Map(documents.map((one) => [one.path, one])));
}
