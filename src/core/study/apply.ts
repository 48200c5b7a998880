import type { FrontMatterEdit } from '../text/frontMatterEdit.ts';
import type { HistoryEntry } from './history.ts';
import type { Case, Code, CodeSet, Relation, StudyDocument, Summary } from './model.ts';
import {
  type AttributeChange,
  type CaseChange,
  type Operation,
  type QuotationChange,
  type RecordChange,
  type SettingsChange,
  sameValue,
} from './operation.ts';
import { type Study, withDocuments, withQuotations } from './study.ts';
import { TextDrafts } from './textDrafts.ts';

/** What an operation touched: what the views redraw and the store writes. */
export interface Changed {
  /** Paths of the documents whose quotations changed, each with the coders whose sidecars did. */
  readonly quotations: ReadonlyMap<string, ReadonlySet<string>>;
  /** Codes or code sets. */
  readonly codes: boolean;
  readonly cases: boolean;
  readonly settings: boolean;
  readonly relations: boolean;
  readonly summaries: boolean;
  readonly history: boolean;
  /** Never by an operation: memos are the user's own files. */
  readonly memos: boolean;
}

export const nothingChanged: Changed = {
  quotations: new Map(),
  codes: false,
  cases: false,
  settings: false,
  relations: false,
  summaries: false,
  history: false,
  memos: false,
};

export interface Applied {
  readonly study: Study;
  readonly changed: Changed;
  /** What was done; less than what was asked when there were conflicts. */
  readonly operation: Operation;
  /** What is to be edited in transcripts, by path: one edit for each. The study has the new text when that was done. */
  readonly edits: ReadonlyMap<string, FrontMatterEdit>;
  /** Changes that were left out, since the record is no longer as the operation expects. */
  readonly conflicts: readonly RecordChange[];
}

/**
 * Applies an operation. A change whose record is not as its `before` says, because somebody else changed it since, is
 * left out and named: an operation never overwrites what it did not see.
 */
export function apply(study: Study, operation: Operation): Applied {
  const conflicts: RecordChange[] = [];
  const done: RecordChange[] = [];
  const drafts = {
    code: new Draft(study.codebook.codes),
    codeSet: new Draft(study.codebook.sets),
    case: new Draft(study.cases.cases),
    relation: new Draft(study.relations.relations),
    summary: new Draft(study.summaries.summaries),
    history: new Draft(study.history.entries),
  };
  let settings = study.settings;
  const byDocument = new Map<string, QuotationChange[]>();
  const texts = new TextDrafts(study);

  for (const change of operation.changes) {
    if (change.record === 'quotation') {
      const list = byDocument.get(change.document);
      if (list) list.push(change);
      else byDocument.set(change.document, [change]);
      continue;
    }
    let fits: boolean;
    if (change.record === 'settings') {
      fits = isAsBefore(settings, change);
      if (fits) settings = updated(settings, change.before ?? {}, change.after ?? {});
    } else if (change.record === 'attribute') fits = texts.put(change);
    else fits = drafted(drafts, change);
    (fits ? done : conflicts).push(change);
  }

  const documents = new Map<string, StudyDocument>();
  const touched = new Map<string, ReadonlySet<string>>();
  for (const [path, changes] of byDocument) {
    const document = study.documents.get(path);
    if (!document) {
      conflicts.push(...changes);
      continue;
    }
    const result = applyToDocument(document, changes);
    conflicts.push(...result.conflicts);
    done.push(...result.done);
    if (result.done.length === 0) continue;
    documents.set(path, result.document);
    touched.set(path, result.coders);
  }

  const has = (record: RecordChange['record']) => done.some((change) => change.record === record);
  const changed: Changed = {
    quotations: touched,
    codes: has('code') || has('codeSet'),
    cases: has('case'),
    settings: has('settings'),
    relations: has('relation'),
    summaries: has('summary'),
    history: has('history'),
    memos: false,
  };
  const base: Study = {
    ...study,
    ...(changed.codes && {
      codebook: { ...study.codebook, codes: drafts.code.records, sets: drafts.codeSet.records },
    }),
    ...(changed.cases && { cases: { ...study.cases, cases: drafts.case.records } }),
    ...(changed.settings && { settings }),
    ...(changed.relations && { relations: { ...study.relations, relations: drafts.relation.records } }),
    ...(changed.summaries && { summaries: { ...study.summaries, summaries: drafts.summary.records } }),
    ...(changed.history && { history: { ...study.history, entries: drafts.history.records } }),
  };
  const next = documents.size > 0 ? withDocuments(base, documents) : base;
  return {
    study: done.length > 0 ? next : study,
    changed,
    operation: { label: operation.label, changes: done },
    edits: texts.edits,
    conflicts,
  };
}

/** Records while they are changed; the map that was is copied when the first change comes. */
class Draft<Fields extends object> {
  readonly #was: ReadonlyMap<string, Fields>;
  #now: Map<string, Fields> | undefined;

  constructor(was: ReadonlyMap<string, Fields>) {
    this.#was = was;
  }

  get records(): ReadonlyMap<string, Fields> {
    return this.#now ?? this.#was;
  }

  put(change: Sides<Fields> & { readonly id: string }): boolean {
    this.#now ??= new Map(this.#was);
    return put(this.#now, change);
  }

  /** Gives a record another id, in its place; false when there is none, or another of that id. */
  rename(id: string, to: string): boolean {
    if (!this.records.has(id) || this.records.has(to)) return false;
    this.#now = new Map([...this.records].map(([key, record]) => [key === id ? to : key, record]));
    return true;
  }
}

function drafted(
  drafts: {
    readonly code: Draft<Code>;
    readonly codeSet: Draft<CodeSet>;
    readonly case: Draft<Case>;
    readonly relation: Draft<Relation>;
    readonly summary: Draft<Summary>;
    readonly history: Draft<HistoryEntry>;
  },
  change: Exclude<RecordChange, AttributeChange | QuotationChange | SettingsChange>,
): boolean {
  switch (change.record) {
    case 'code':
      return drafts.code.put(change);
    case 'codeSet':
      return drafts.codeSet.put(change);
    case 'case':
      return draftedCase(drafts.case, change);
    case 'relation':
      return drafts.relation.put(change);
    case 'summary':
      return drafts.summary.put(change);
    case 'history':
      return drafts.history.put(change);
  }
}

/** A case that gets another name keeps its place among the others. */
function draftedCase(draft: Draft<Case>, change: CaseChange): boolean {
  const { id, before, after } = change;
  const name = after?.name;
  if (before === null || name === undefined || name === id) return draft.put(change);
  const record = draft.records.get(id);
  if (!record || !isAsBefore(record, change) || !draft.rename(id, name)) return false;
  return draft.put({ ...change, id: name });
}

function applyToDocument(document: StudyDocument, changes: readonly QuotationChange[]) {
  const ids = new Set(changes.map(({ id }) => id));
  const others = document.quotations.filter(({ id }) => !ids.has(id));
  const quotations = new Map(
    document.quotations.filter(({ id }) => ids.has(id)).map((quotation) => [quotation.id, quotation]),
  );
  const coders = new Set<string>();
  const conflicts: QuotationChange[] = [];
  const done: QuotationChange[] = [];
  for (const change of changes) {
    const before = quotations.get(change.id);
    if (!put(quotations, change)) {
      conflicts.push(change);
      continue;
    }
    done.push(change);
    for (const quotation of [before, quotations.get(change.id)]) if (quotation) coders.add(quotation.coder);
  }
  return { document: withQuotations(document, [...others, ...quotations.values()]), coders, conflicts, done };
}

interface Sides<Fields> {
  readonly before: Partial<Fields> | null;
  readonly after: Partial<Fields> | null;
}

/** Changes one record in a map; false, with the map as it was, when the record is not as the change expects. */
function put<Fields extends object>(
  records: Map<string, Fields>,
  change: Sides<Fields> & { readonly id: string },
): boolean {
  const record = records.get(change.id);
  if (change.before === null) {
    if (record || change.after === null) return false;
    records.set(change.id, updated({} as Fields, {}, change.after));
    return true;
  }
  if (!record || !isAsBefore(record, change)) return false;
  if (change.after === null) records.delete(change.id);
  else records.set(change.id, updated(record, change.before, change.after));
  return true;
}

function updated<Fields extends object>(
  record: Fields,
  before: Partial<Fields>,
  after: Partial<Fields>,
): Fields {
  const next = { ...record, ...after };
  for (const key of Object.keys(before) as (keyof Fields)[]) if (!(key in after)) delete next[key];
  return next;
}

/** Fields that follow from others or from the text; that they differ is no sign of somebody else's change. */
const followers: ReadonlySet<string> = new Set(['exact', 'prefix', 'suffix', 'anchor', 'modified']);

function isAsBefore<Fields extends object>(record: Fields, change: Sides<Fields>): boolean {
  const { before, after } = change;
  if (before === null) return false;
  // What takes the whole record away has to know all of it.
  const fields = Object.keys({ ...before, ...(after ?? record) }) as (keyof Fields & string)[];
  return fields.every((field) => followers.has(field) || sameValue(record[field], before[field]));
}
