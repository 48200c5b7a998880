import { placeOf } from '../text/place.ts';
import { trimRange } from '../text/trim.ts';
import type { Author } from './author.ts';
import { operation, setBoundaries, updateChanges } from './coding.ts';
import { derived } from './derived.ts';
import type { Quotation, StudyDocument } from './model.ts';
import type { Operation, QuotationChange } from './operation.ts';
import type { TextRange } from './problem.ts';
import type { Study } from './study.ts';

/** The quotations of a document that are not surely where they say, or lost, in text order; none without its text. */
export const quotationsInDoubt = derived(({ transcript, quotations }: StudyDocument): readonly Quotation[] =>
  transcript ? quotations.filter(({ anchor }) => anchor !== undefined) : [],
);

/** Whether a quotation waits for a decision of the user: in doubt, and not one that is knowingly kept as lost. */
export function isUndecided({ anchor }: Quotation): boolean {
  return anchor?.state === 'review' || (anchor?.state === 'lost' && !anchor.kept);
}

/** The words that a quotation was coded for: those of one in doubt may be others now. */
export function wordsAsCoded({ exact, anchor }: Quotation): string {
  return anchor?.state === 'review' ? anchor.was : exact;
}

/** Settles that quotations in doubt are where they are, and that their text is what it is now. Lost ones have no place. */
export function acceptPlaces(quotations: readonly Quotation[], author: Author): Operation {
  const changes = updateChanges(quotations.filter(isInReview), author, () => ({ anchor: undefined }));
  return operation('done.acceptPlaces', { count: changes.length }, changes);
}

/** All that are in doubt for the same reason, in the same document, as any of some quotations; these among them. */
export function alikeInDoubt(study: Study, quotations: readonly Quotation[]): readonly Quotation[] {
  const kinds = new Set(quotations.flatMap(kindOfDoubt));
  return [...new Set(quotations.map(({ document }) => document))].flatMap((path) => {
    const document = study.documents.get(path);
    const inDoubt = document ? quotationsInDoubt(document) : [];
    return inDoubt.filter((quotation) => kindOfDoubt(quotation).some((kind) => kinds.has(kind)));
  });
}

function kindOfDoubt({ document, anchor }: Quotation): readonly string[] {
  return anchor?.state === 'review' ? [`${document}\n${anchor.reason}`] : [];
}

/**
 * Settles that the words of quotations are no longer in the text. One that was in doubt has the words that it was coded
 * for again, so that these are found if they come back.
 */
export function keepAsLost(quotations: readonly Quotation[], author: Author): Operation {
  const changes = updateChanges(quotations.filter(isUndecided), author, (quotation) => {
    const { anchor } = quotation;
    const since = anchor?.state === 'lost' ? anchor.since : author.now;
    return { exact: wordsAsCoded(quotation), anchor: { state: 'lost', since, kept: true } };
  });
  return operation('done.keepAsLost', { count: changes.length }, changes);
}

/**
 * Attaches a quotation to other words, in its document or in another one of the study, which settles the doubt.
 *
 * @param range UTF-16 offsets in the text of `document`; trimmed of white space. An empty one changes nothing.
 */
export function attach(
  study: Study,
  quotation: Quotation,
  document: StudyDocument,
  range: TextRange,
  author: Author,
): Operation {
  const changes =
    quotation.document === document.path
      ? setBoundaries(document, quotation, range, author).changes
      : moveChanges(study, quotation, document, range, author);
  return operation('done.attach', { document: document.path }, changes);
}

function moveChanges(
  study: Study,
  quotation: Quotation,
  { path, transcript }: StudyDocument,
  range: TextRange,
  author: Author,
): readonly QuotationChange[] {
  const text = transcript?.text ?? '';
  const { start, end } = trimRange(text, range);
  if (start === end || !study.documents.has(quotation.document)) return [];
  const { id, anchor: _, ...rest } = quotation;
  const moved = { id, ...rest, document: path, ...placeOf(text, start, end), modified: author.now };
  return [
    { record: 'quotation', document: quotation.document, id, before: quotation, after: null },
    { record: 'quotation', document: path, id, before: null, after: moved },
  ];
}

function isInReview({ anchor }: Quotation): boolean {
  return anchor?.state === 'review';
}
