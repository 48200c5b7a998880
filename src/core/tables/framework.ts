import type { Tally } from '../analysis/codings.ts';
import type { Code } from '../study/model.ts';
import { summaryOf } from '../study/summaries.ts';
import { plainOf, type Run } from '../text/runs.ts';
import { type Making, quotesCell } from './making.ts';
import { type Cell, emptyCell } from './table.ts';

/** How many quotations a cell has where the spec does not say. */
export const usualLimit = 1;

/**
 * A cell of the framework matrix, after Ritchie and Spencer (1994), "Qualitative data analysis for applied policy research": the
 * researcher's own summary of a code in a case, the number of codings, and what was said, each on a line of its own.
 *
 * @param name of the case; absent for documents of no case, which cannot be summarised
 */
export function frameworkCell(
  making: Making,
  code: Code,
  name: string | undefined,
  { codings, quotations }: Tally,
  limit = usualLimit,
): Cell {
  const place = name === undefined ? undefined : { case: name, code: code.id };
  const summary = place ? summaryOf(making.study, place) : '';
  const quotes = codings > 0 ? quotesCell(making, quotations(), limit) : emptyCell;
  const lines: readonly (readonly Run[])[] = [
    ...(summary === '' ? [] : [[{ text: summary }]]),
    ...(codings > 0 ? [[{ text: making.analysis.someCodings(codings) }]] : []),
    ...(quotes.runs ? [quotes.runs] : []),
  ];
  const runs = lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
  return {
    text: plainOf(runs),
    ...(runs.length > 0 && { runs, value: codings, quotations }),
    ...(place && { summary: place }),
  };
}
