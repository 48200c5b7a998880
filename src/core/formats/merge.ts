import type { History } from '../study/history.ts';
import type {
  Case,
  CaseTable,
  Code,
  Codebook,
  CodeSet,
  Quotation,
  Relation,
  Relations,
  Settings,
  Summaries,
  Summary,
} from '../study/model.ts';
import { type Problem, problem } from '../study/problem.ts';
import { type MergeConflict, mergeFields, mergeItems, mergeRecords, type Rules } from './threeWay.ts';

/** Two versions of the content of a file in one, and what could not be settled without a loss. */
export interface Merged<Value> {
  readonly value: Value;
  readonly conflicts: readonly MergeConflict[];
}

/** Merges two versions of the codebook. What is no code in it is as the other side has it. */
export function mergeCodebooks(base: Codebook, mine: Codebook, theirs: Codebook): Merged<Codebook> {
  const rules: Rules<Code> = { unknown: 'members', modified: 'latest' };
  const { records, conflicts } = mergeRecords(
    base.codes,
    mine.codes,
    theirs.codes,
    (was, my, their, report) => mergeFields(was, my, their, report, rules),
  );
  const setRules: Rules<CodeSet> = { unknown: 'members', codes: 'items' };
  const sets = mergeRecords(base.sets, mine.sets, theirs.sets, (was, my, their, report) =>
    mergeFields(was, my, their, report, setRules),
  );
  return {
    value: { ...theirs, codes: records, sets: sets.records },
    conflicts: [...conflicts, ...sets.conflicts],
  };
}

/** Merges two versions of the cases. The form of the file is as the other side has it. */
export function mergeCases(base: CaseTable, mine: CaseTable, theirs: CaseTable): Merged<CaseTable> {
  const rules: Rules<Case> = { attributes: 'members' };
  const { records, conflicts } = mergeRecords(
    base.cases,
    mine.cases,
    theirs.cases,
    (was, my, their, report) => {
      const merged: Partial<Case> & { readonly name: string } = mergeFields(was, my, their, report, rules);
      return { ...merged, attributes: merged.attributes ?? {} };
    },
  );
  const columns = mergeItems(base.columns, mine.columns, theirs.columns);
  return { value: { ...theirs, columns, cases: records }, conflicts };
}

/** Merges two versions of the relations. */
export function mergeRelations(base: Relations, mine: Relations, theirs: Relations): Merged<Relations> {
  const rules: Rules<Relation> = { unknown: 'members' };
  const { records, conflicts } = mergeRecords(
    base.relations,
    mine.relations,
    theirs.relations,
    (was, my, their, report) => mergeFields(was, my, their, report, rules),
  );
  return { value: { ...theirs, relations: records }, conflicts };
}

/** Merges two versions of the summaries; where both sides wrote in a cell, mine stays and theirs is told. */
export function mergeSummaries(base: Summaries, mine: Summaries, theirs: Summaries): Merged<Summaries> {
  const rules: Rules<Summary> = { unknown: 'members' };
  const { records, conflicts } = mergeRecords(
    base.summaries,
    mine.summaries,
    theirs.summaries,
    (was, my, their, report) => mergeFields(was, my, their, report, rules),
  );
  return { value: { ...theirs, summaries: records }, conflicts };
}

/**
 * Merges two versions of the history: the lines of both sides, but those that one of them took back. An entry is what it
 * says, so that no two can differ.
 */
export function mergeHistories(base: History, mine: History, theirs: History): Merged<History> {
  const { records } = mergeRecords(base.entries, mine.entries, theirs.entries, (_, my) => my);
  return { value: { ...theirs, entries: records }, conflicts: [] };
}

/** Merges two versions of the settings. */
export function mergeSettings(base: Settings, mine: Settings, theirs: Settings): Merged<Settings> {
  const conflicts: MergeConflict[] = [];
  const value = mergeFields(
    base,
    mine,
    theirs,
    (field, my, their) =>
      conflicts.push({ kind: 'bothChanged', id: 'settings', field, mine: my, theirs: their }),
    { queries: 'members', relationTypes: 'members', unknown: 'members' },
  );
  return { value, conflicts };
}

const placeFields = {
  start: 'skip',
  end: 'skip',
  exact: 'skip',
  prefix: 'skip',
  suffix: 'skip',
  anchor: 'skip',
} as const;
const quotationRules: Rules<Quotation> = {
  ...placeFields,
  codes: 'items',
  weight: 'members',
  translation: 'members',
  unknown: 'members',
  modified: 'latest',
};

/**
 * Merges two versions of the quotations of one coder in a document. The places of all three count in the same text; a
 * place is one field, whatever moved in it.
 */
export function mergeQuotations(
  base: readonly Quotation[],
  mine: readonly Quotation[],
  theirs: readonly Quotation[],
): Merged<readonly Quotation[]> {
  const { records, conflicts } = mergeRecords(
    byId(base),
    byId(mine),
    byId(theirs),
    (was, my, their, report) => {
      const merged = mergeFields(was, my, their, report, quotationRules);
      if (samePlace(was, their) || samePlace(my, their)) return merged;
      if (samePlace(was, my)) return atPlaceOf(merged, their);
      report('exact', my.exact, their.exact);
      return merged;
    },
  );
  return { value: [...records.values()], conflicts };
}

/** A quotation moved to where another stands. */
export function atPlaceOf(quotation: Quotation, other: Quotation): Quotation {
  const { anchor: _, ...rest } = quotation;
  const { start, end, exact, prefix, suffix, anchor } = other;
  return { ...rest, start, end, exact, prefix, suffix, ...(anchor && { anchor }) };
}

/** Whether two quotations are at the same place, with the same certainty; since when one is lost does not matter. */
export function samePlace(a: Partial<Quotation>, b: Partial<Quotation>): boolean {
  return a.start === b.start && a.end === b.end && a.exact === b.exact && a.anchor?.state === b.anchor?.state;
}

const sentences: Readonly<Record<MergeConflict['kind'], string>> = {
  bothChanged: 'merge.bothChanged',
  deletedHere: 'merge.deletedHere',
  deletedThere: 'merge.deletedThere',
};

/** What the user is told of a conflict: both values, so that nothing is lost unseen. */
export function conflictProblem(path: string, conflict: MergeConflict): Problem {
  const { id, field = '', mine, theirs } = conflict;
  const values = { file: path, id, field, mine: shown(mine), theirs: shown(theirs) };
  return problem('warning', path, sentences[conflict.kind], values);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '–');
}

/** Quotations by their ids. */
export function byId(quotations: readonly Quotation[]): ReadonlyMap<string, Quotation> {
  return new Map(quotations.map((quotation) => [quotation.id, quotation]));
}
