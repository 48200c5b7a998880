import { countedCodes, type Includes } from '../analysis/codings.ts';
import type { Speakers } from '../analysis/spokenWords.ts';
import { matcher } from '../query/evaluate.ts';
import type { Quotation } from '../study/model.ts';
import type { Message, Problem, TextRange } from '../study/problem.ts';
import { quotationRuns } from '../study/quoteStyle.ts';
import { settingsOf } from '../study/settings.ts';
import type { Study } from '../study/study.ts';
import { formatNumber, type Language } from '../text/notation.ts';
import { plainOf, type Run } from '../text/runs.ts';
import { type AnalysisWords, analysisWordsOf } from './analysisWords.ts';
import type { Spec } from './specKeys.ts';
import type { Cell } from './table.ts';
import { type Notes, type Words, wordsOf } from './words.ts';

/** Something to tell about a table that was made; the range, if any, is in the YAML text of the spec. */
export interface TableProblem {
  readonly severity: Problem['severity'];
  readonly message: Message;
  readonly range?: TextRange;
}

/** What every kind of table is made with: the study as its spec wants it seen. */
export interface Making {
  readonly study: Study;
  readonly language: Language;
  readonly words: Words;
  readonly analysis: AnalysisWords;
  readonly rollup: boolean;
  readonly speakers: Speakers;
  readonly decimals: number | undefined;
  readonly includes: Includes;
  readonly problems: TableProblem[];
}

export function making(study: Study, spec: Spec): Making {
  const { language } = settingsOf(study.settings);
  return {
    study,
    language,
    words: wordsOf(language),
    analysis: analysisWordsOf(language),
    rollup: spec.rollup ?? true,
    speakers: spec.speakers ?? 'respondents',
    decimals: spec.decimals,
    includes: spec.where ? matcher(study, spec.where.query) : () => true,
    problems: [],
  };
}

/** The codes that count for a code in this table. */
export function codesOf({ study, rollup }: Making, ids: readonly string[]): ReadonlySet<string> {
  return countedCodes(study.codebook, ids, rollup);
}

/** A cell with a count of quotations, or of something about them. */
export function countCell(value: number, quotations: () => readonly Quotation[]): Cell {
  return { text: String(value), value, quotations };
}

/** A cell with a percentage, at most one decimal unless the spec says; empty where there is nothing to divide by. */
export function percentCell(
  { language, decimals }: Making,
  part: number,
  whole: number,
  quotations: () => readonly Quotation[],
): Cell {
  if (whole === 0) return { text: '' };
  const value = (part / whole) * 100;
  const text = `${formatNumber(value, language, decimals, 1)}%`;
  return { text, value, quotations };
}

/** A cell with quotations and their sources, one a line. Those whose place is in review are printed, and named. */
export function quotesCell(making: Making, quotations: readonly Quotation[], limit?: number): Cell {
  const printed = starredFirst(quotations).slice(0, limit);
  if (printed.length === 0) return { text: '' };
  warnOfReview(making, printed);
  const runs = printed.flatMap((quotation, index): readonly Run[] => {
    const own = quotationRuns(making.study, quotation);
    return index === 0 ? own : [{ text: '\n' }, ...own];
  });
  return { text: plainOf(runs), runs, quotations: () => printed };
}

/** Key quotations before the others, each in the order given. */
export function starredFirst(quotations: readonly Quotation[]): readonly Quotation[] {
  return [...quotations.filter(({ star }) => star), ...quotations.filter(({ star }) => !star)];
}

export function warnOfReview(making: Making, quotations: readonly Quotation[]): void {
  for (const { id, document, anchor } of quotations) {
    if (anchor?.state !== 'review') continue;
    making.problems.push({
      severity: 'warning',
      message: { key: 'table.quotationInReview', values: { id, document } },
    });
  }
}

/** The note under a table: the units counted, and what was left out or taken along. */
export function noteOf(
  making: Making,
  spec: Pick<Spec, 'where'>,
  isEmpty: boolean,
  sentences: (notes: Notes) => readonly (string | false | undefined)[],
): { readonly note?: string } {
  const { note } = making.words;
  const parts = [
    isEmpty && note.empty,
    ...sentences(note),
    spec.where !== undefined && note.where(spec.where.text),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? {} : { note: `${note.label} ${parts.join(' ')}` };
}

/** What all specs take, but has a meaning only where quotations are counted. */
const keysOfCounting = ['where', 'decimals', 'speakers', 'rollup'] as const;

/** Says of a table that counts no quotations which keys of its spec do nothing. */
export function warnOfCounting(making: Making, spec: Spec): void {
  for (const name of keysOfCounting) {
    if (spec[name] === undefined) continue;
    const range = spec.ranges.get(name);
    const message = { key: 'table.noCounting', values: { name, table: spec.table } };
    making.problems.push({ severity: 'warning', message, ...(range && { range }) });
  }
}

/** Whether codes below a code count with it here, said only where some of the codes have codes below them. */
export function rollupSentence(
  { study, rollup }: Making,
  notes: Notes,
  ids: readonly string[],
): string | undefined {
  const hasBelow = ids.some((id) => countedCodes(study.codebook, [id], true).size > 1);
  if (!hasBelow) return undefined;
  return rollup ? notes.rollup : notes.noRollup;
}
