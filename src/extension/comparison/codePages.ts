import { type CodeComparison, compareCodes } from '../../core/analysis/codeComparison.ts';
import type { Code, Quotation } from '../../core/study/model.ts';
import { quotationText } from '../../core/study/quoteStyle.ts';
import type { Study } from '../../core/study/study.ts';
import { alignedColumns, type Section, wrapped } from '../../core/text/columns.ts';
import { say } from '../say.ts';
import { subjectName } from '../subjectName.ts';
import { sourceName } from '../views/quotationItem.ts';

/** A line of a page. */
export interface PageLine {
  readonly text: string;
  /** The quotation that this line gives the source of. */
  readonly source?: Quotation;
}

/** Lines are broken by us: were they broken by the editor, the sides would not stay beside each other. */
const width = 40;
const empty: PageLine = { text: '' };
/** Before a quotation that carries both codes. */
const mark = '◆';

/**
 * Two codes as pages that stand beside each other: what each means, how many quotations carry both, and the quotations of each by
 * case, every case on the same line of both.
 */
export function codePages(study: Study, codes: readonly [Code, Code]): Section<PageLine> {
  const comparison = compareCodes(study, [codes[0].id, codes[1].id]);
  const [left, right] = ([0, 1] as const).map((side) => heading(codes, comparison, side));
  const groups = comparison.groups.map(({ subject, quotations }) => {
    const name = subjectName(study, subject);
    const page = (side: 0 | 1) => [
      { text: `## ${name} (${quotations[side].length})` },
      empty,
      ...quotations[side].flatMap((quotation) => quotationLines(study, quotation, comparison)),
    ];
    return { left: page(0), right: page(1) };
  });
  return alignedColumns([{ left: left ?? [], right: right ?? [] }, ...groups], empty);
}

function heading(
  codes: readonly [Code, Code],
  { counts, both }: CodeComparison,
  side: 0 | 1,
): readonly PageLine[] {
  const [code, other] = side === 0 ? codes : [codes[1], codes[0]];
  const described = (
    [
      ['compareCodes.definition', code.definition],
      ['compareCodes.include', code.include],
      ['compareCodes.exclude', code.exclude],
    ] as const
  ).flatMap(([key, text]) => (text === undefined ? [] : [...wrapped(say(key, { text }), width), '']));
  // The mark is explained only where there is one to see.
  const overlap =
    both.size > 0
      ? say('compareCodes.overlap', { count: counts[side], both: both.size, other: other.name, mark })
      : say('compareCodes.noOverlap', { count: counts[side], other: other.name });
  return [`# ${code.name.replace(/\s+/g, ' ')}`, '', ...described, ...wrapped(overlap, width), ''].map(
    (text) => ({
      text,
    }),
  );
}

function quotationLines(study: Study, quotation: Quotation, { both }: CodeComparison): readonly PageLine[] {
  const words = `${both.has(quotation) ? `${mark} ` : ''}${quotationText(study, quotation)}`;
  return [
    ...wrapped(words, width).map((text) => ({ text })),
    { text: `— ${sourceName(study, quotation)}`, source: quotation },
    empty,
  ];
}
