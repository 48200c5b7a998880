import { shownColorOf } from '../../core/study/colors.ts';
import { isPlaced } from '../../core/study/counts.ts';
import { type Striped, stripesOf } from '../../core/study/lanes.ts';
import type { Codebook, Quotation, StudyDocument } from '../../core/study/model.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { type Segment, segmentsOf } from '../../core/study/segments.ts';
import type { CodeVisibility } from '../codeVisibility.ts';
import type { ColorBy } from '../colorBy.ts';
import { keyOfLayer, type Layer } from './layer.ts';

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
  const { visibility } = showing;
  const shown = document.quotations.filter(
    (quotation) =>
      isPlaced(quotation) &&
      (quotation.codes.length === 0 || quotation.codes.some((code) => visibility.isShown(code))),
  );
  let before: { readonly segment: Segment; readonly layers: readonly Layer[] } | undefined;
  for (const segment of segmentsOf(shown)) {
    const layers = layersIn(segment, showing);
    yield [segment, layers];
    if (before?.segment.end === segment.start && looksLike(before.layers, layers))
      yield edgeAt(segment, layers);
    before = { segment, layers };
  }
}

function layersIn({ quotations }: Segment, showing: Showing): readonly Layer[] {
  const { codebook } = showing;
  // The shortest quotation is the one that a reader looks at: its first code gives the tint.
  const inner = [...quotations].sort((a, b) => a.end - a.start - (b.end - b.start));
  const codes = [...new Set(inner.flatMap((quotation) => codesShown(quotation, showing)))];
  const layers: Layer[] = [];
  const [first, second] = codes;
  if (first === undefined) layers.push({ kind: 'uncoded' });
  else layers.push({ kind: 'tint', color: shownColorOf(codebook, first) });
  if (codes.length > 2) layers.push({ kind: 'more' });
  else if (second !== undefined) layers.push({ kind: 'second', color: shownColorOf(codebook, second) });
  if (inner.some((quotation) => quotation.anchor?.state === 'review')) layers.push({ kind: 'review' });
  return layers;
}

function looksLike(layers: readonly Layer[], others: readonly Layer[]): boolean {
  return layers.map(keyOfLayer).join() === others.map(keyOfLayer).join();
}

/**
 * The edge of a quotation that lies in another of the same look, or against one: on its first character, or on its last where
 * none begins there. An edge over more would be drawn on every line of it.
 */
function edgeAt({ start, quotations }: Segment, layers: readonly Layer[]): [TextRange, readonly Layer[]] {
  const [tint] = layers;
  const color = tint?.kind === 'tint' ? { color: tint.color } : {};
  return quotations.some((quotation) => quotation.start === start)
    ? [{ start, end: start + 1 }, [{ kind: 'startEdge', ...color }]]
    : [{ start: start - 1, end: start }, [{ kind: 'endEdge', ...color }]];
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
