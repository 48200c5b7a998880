import type { History } from './history.ts';
import type { Memo } from './memo.ts';
import type {
  CaseTable,
  Codebook,
  Quotation,
  Relations,
  Settings,
  StudyDocument,
  Summaries,
} from './model.ts';

/**
 * One study, immutable. A change makes a new study that shares all that did not change with the old one, so that
 * views can compare by identity and `derived` values stay valid for what was left alone.
 */
export interface Study {
  readonly settings: Settings;
  readonly codebook: Codebook;
  readonly cases: CaseTable;
  readonly relations: Relations;
  readonly summaries: Summaries;
  readonly history: History;
  /** By path, in the order of their paths. They are the user's own files: no operation changes them. */
  readonly memos: ReadonlyMap<string, Memo>;
  /** The topics of the interviews, in a file of the user's own, read as a memo is; absent without one. */
  readonly topicGuide?: Memo;
  /** By path, in the order of their paths. */
  readonly documents: ReadonlyMap<string, StudyDocument>;
}

export const noCases: CaseTable = { columns: [], cases: new Map(), delimiter: ',', byteOrderMark: false };

export const emptyStudy: Study = {
  settings: {},
  codebook: { codes: new Map(), sets: new Map() },
  cases: noCases,
  relations: { relations: new Map() },
  summaries: { summaries: new Map() },
  history: { entries: new Map() },
  memos: new Map(),
  documents: new Map(),
};

/**
 * Puts documents into a study, in the place of those with the same paths.
 *
 * @param changed the new documents by path; `undefined` takes a document out
 */
export function withDocuments(study: Study, changed: ReadonlyMap<string, StudyDocument | undefined>): Study {
  const documents = new Map(study.documents);
  let added = false;
  for (const [path, document] of changed) {
    added ||= !documents.has(path);
    if (document) documents.set(path, document);
    else documents.delete(path);
  }
  return {
    ...study,
    documents: added ? new Map([...documents].sort(([a], [b]) => (a < b ? -1 : 1))) : documents,
  };
}

/** Puts one document into a study, in the place of the one with the same path. */
export function withDocument(study: Study, document: StudyDocument): Study {
  return withDocuments(study, new Map([[document.path, document]]));
}

/** A document with other quotations, which need not be sorted yet. */
export function withQuotations(document: StudyDocument, quotations: readonly Quotation[]): StudyDocument {
  return { ...document, quotations: [...quotations].sort(inTextOrder) };
}

/** The order of quotations in a document and in its sidecar: by start, end, id. */
export function inTextOrder(a: Quotation, b: Quotation): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
