import { shownColorOf } from '../../core/study/colors.ts';
import { isPlaced } from '../../core/study/counts.ts';
import { type Striped, stripesOf } from '../../core/study/lanes.ts';
import type { Codebook, Quotation, StudyDocument } from '../../core/study/model.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { segmentsOf } from '../../core/study/segments.ts';
import type { CodeVisibility } from '../codeVisibility.ts';
import type { ColorBy } from '../colorBy.ts';
import type { Layer } from './highlightStyles.ts';

/** What decides how quotations are drawn, besides themselves. */
export interface Showing {
  readonly codebook: Codebook;
  readonly visibility: Pick<CodeVisibility, 'isShown'>;
  readonly colorBy: Pick<ColorBy, 'standInOf'>;
}

/** How the text of each stretch of a transcript with the same quotations is drawn. */
export function* highlightsOf(
  document: StudyDocument,
  showing: Showing,
): Iterable<[TextRange, readonly Layer[]]> {
  const { codebook, visibility } = showing;
  const shown = document.quotations.filter(
    (quotation) =>
      isPlaced(quotation) &&
      (quotation.codes.length === 0 || quotation.codes.some((code) => visibility.isShown(code))),
  );
  for (const segment of segmentsOf(shown)) {
    // The shortest quotation is the one that a reader looks at: its first code gives the tint.
    const inner = [...segment.quotations].sort((a, b) => a.end - a.start - (b.end - b.start));
    const codes = [...new Set(inner.flatMap((quotation) => codesShown(quotation, showing)))];
    const layers: Layer[] = [];
    const [first, second] = codes;
    if (first === undefined) layers.push({ kind: 'uncoded' });
    else layers.push({ kind: 'tint', color: shownColorOf(codebook, first) });
    if (codes.length > 2) layers.push({ kind: 'more' });
    else if (second !== undefined) layers.push({ kind: 'second', color: shownColorOf(codebook, second) });
    if (inner.some((quotation) => quotation.anchor?.state === 'review')) layers.push({ kind: 'review' });
    yield [segment, layers];
  }
}

/** The stripes beside a transcript: one per code of each quotation. */
export function* marginOf(
  document: StudyDocument,
  showing: Showing,
): Iterable<[TextRange, readonly Layer[]]> {
  const ranges = document.quotations
    .filter(isPlaced)
    .flatMap((quotation) =>
      codesShown(quotation, showing).map(
        (code): Striped => ({ start: quotation.start, end: quotation.end, code }),
      ),
    );
  for (const stripe of stripesOf(document.transcript?.text ?? '', ranges)) {
    const { lane, code } = stripe;
    const layer: Layer =
      lane === 'more'
        ? { kind: 'moreStripes' }
        : { kind: 'stripe', lane, color: shownColorOf(showing.codebook, code) };
    yield [stripe, [layer]];
  }
}

/** The codes of a quotation that are highlighted, each as the code that it is shown as. */
function codesShown({ codes }: Quotation, { codebook, visibility, colorBy }: Showing): readonly string[] {
  const shown = codes.filter((code) => visibility.isShown(code));
  return [...new Set(shown.map((code) => colorBy.standInOf(codebook, code)))];
}
