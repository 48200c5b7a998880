import { type Label, labelOf } from './labels.ts';
import { lastAtOrBefore, lineStartsOf } from './lines.ts';
import type { Transcript } from './transcript.ts';

/** Something in the text that a turn may start or end at. */
export type Mark = { readonly kind: 'heading'; readonly start: number } | ParagraphMark;

export interface ParagraphMark {
  /** A line inside a paragraph whose first line may be a label can start a turn too: transcripts without blank lines. */
  readonly kind: 'paragraph' | 'line';
  readonly start: number;
  readonly label?: Label;
  /** Whether the line below is text of the same paragraph. */
  readonly hasTextBelow: boolean;
}

const headingPattern = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const underlinePattern = /^ {0,3}(?:=+|-+)\s*$/;

/** The headings and paragraphs of a text from an offset on, in order. */
export function marksIn(transcript: Transcript, from: number): readonly Mark[] {
  const { text } = transcript;
  const starts = lineStartsOf(transcript);
  const lineOf = (index: number) =>
    text.slice(starts[index] ?? text.length, starts[index + 1] ?? text.length);
  const marks: Mark[] = [];
  let inParagraph = false;
  let isLabelled = false;
  for (let index = lastAtOrBefore(starts, from); index < starts.length; index++) {
    const start = starts[index] ?? 0;
    const line = lineOf(index);
    if (isBlank(line)) {
      inParagraph = false;
      continue;
    }
    const heading = isHeading(line);
    if (inParagraph && !isLabelled && !heading) continue;
    const below = lineOf(index + 1);
    if (heading || (!inParagraph && underlinePattern.test(below))) {
      marks.push({ kind: 'heading', start });
      if (!heading) index++;
      inParagraph = false;
      continue;
    }
    const label = labelOf(line.trimEnd());
    const hasTextBelow = !isBlank(below) && !isHeading(below);
    if (!inParagraph) marks.push({ kind: 'paragraph', start, hasTextBelow, ...(label && { label }) });
    else if (label && label.kind !== 'line') marks.push({ kind: 'line', start, hasTextBelow, label });
    if (!inParagraph) isLabelled = label !== undefined;
    inParagraph = true;
  }
  return marks;
}

/** Whether a line is nothing but white space. */
export function isBlank(line: string): boolean {
  return !/\S/.test(line);
}

/** Whether a line is a heading that begins with `#`. */
export function isHeading(line: string): boolean {
  return headingPattern.test(line);
}
