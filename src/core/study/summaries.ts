import { operation } from './coding.ts';
import type { Summary } from './model.ts';
import { fieldsChanged, type Operation, type SummaryChange } from './operation.ts';
import type { Study } from './study.ts';

/** A cell of the framework matrix: a case by its name, and a code by its id. */
export type SummaryPlace = Pick<Summary, 'case' | 'code'>;

/** What a summary is known by. An id of a code has no colon in it, so that no two cells share one. */
export function summaryId({ case: name, code }: SummaryPlace): string {
  return `${code}:${name}`;
}

/** The user's own summary of a code in a case; empty where there is none. */
export function summaryOf({ summaries }: Study, place: SummaryPlace): string {
  return summaries.summaries.get(summaryId(place))?.text ?? '';
}

/** Writes what the user makes of a code in a case; an empty text takes the summary away. */
export function setSummary(study: Study, place: SummaryPlace, written: string): Operation {
  const code = study.codebook.codes.get(place.code)?.name ?? place.code;
  const change = changeTo(study, place, written.trim());
  return operation('done.setSummary', { code, case: place.case }, change ? [change] : []);
}

/** What becomes of summaries when codes are merged: what was said of each is said of the one that stays, each text once. */
export function summaryChangesOnMerge(
  study: Study,
  gone: readonly string[],
  into: string,
): readonly SummaryChange[] {
  const leaving = ofCodes(study, new Set(gone));
  const cases = new Set(leaving.map((one) => one.case));
  const joined = [...cases].flatMap((name) => {
    const texts = [into, ...gone].map((code) => summaryOf(study, { case: name, code }));
    const text = [...new Set(texts.filter((one) => one !== ''))].join('\n');
    return changeTo(study, { case: name, code: into }, text) ?? [];
  });
  return [...joined, ...leaving.map(removal)];
}

/** What becomes of summaries when codes are deleted: they go too. */
export function summaryChangesOnDelete(study: Study, gone: ReadonlySet<string>): readonly SummaryChange[] {
  return ofCodes(study, gone).map(removal);
}

function ofCodes({ summaries }: Study, codes: ReadonlySet<string>): readonly Summary[] {
  return [...summaries.summaries.values()].filter(({ code }) => codes.has(code));
}

/** The change that makes a summary say a text; undefined when it does already. */
function changeTo(study: Study, place: SummaryPlace, text: string): SummaryChange | undefined {
  const id = summaryId(place);
  const was = study.summaries.summaries.get(id);
  if (!was) {
    const { case: name, code } = place;
    return text === ''
      ? undefined
      : { record: 'summary', id, before: null, after: { case: name, code, text } };
  }
  if (text === '') return removal(was);
  const sides = fieldsChanged(was, { text });
  return sides && { record: 'summary', id, ...sides };
}

function removal(summary: Summary): SummaryChange {
  return { record: 'summary', id: summaryId(summary), before: summary, after: null };
}
