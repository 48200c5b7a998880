import { foundAgain } from '../../core/anchoring/foundAgain.ts';
import { type TakenOut, takenOverBy } from '../../core/anchoring/takenOver.ts';
import { operation } from '../../core/study/coding.ts';
import type { Quotation } from '../../core/study/model.ts';
import type { Operation, QuotationChange } from '../../core/study/operation.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { quotationsById } from '../../core/study/quotations.ts';
import type { Study } from '../../core/study/study.ts';
import { placeOf } from '../../core/text/place.ts';

interface Gone extends TakenOut {
  readonly document: string;
  /** The quotation as it was before its text was taken out. */
  readonly quotation: Quotation;
  readonly since: number;
}

/** Who pastes a text has cut it not longer ago than this. */
const shortly = 15 * 60_000;

/**
 * Moves quotations from one transcript to another along with their text: cut in one and pasted in the other, or brought
 * back by undoing that. It remembers what was taken out of all transcripts, open or since closed.
 */
export class MovedOver {
  #gone: readonly Gone[] = [];
  /** Quotations that were moved, as they were in the transcript that they come from. */
  readonly #moved = new Map<string, Quotation>();

  /** @param before the quotations of the document before the text was taken out, by id */
  noteTakenOut(
    document: string,
    takenOut: readonly TakenOut[],
    before: ReadonlyMap<string, Quotation>,
    now: number,
  ): void {
    const gone = takenOut.flatMap((taken): Gone[] => {
      const quotation = before.get(taken.id);
      return quotation ? [{ ...taken, document, quotation, since: now }] : [];
    });
    const ids = new Set(gone.map(({ id }) => id));
    this.#gone = [...this.#gone.filter(({ id, since }) => !ids.has(id) && now - since < shortly), ...gone];
  }

  /** The operation that moves quotations to where their text was put in. */
  broughtOver(
    study: Study,
    document: string,
    putIn: readonly TextRange[],
    now: number,
  ): Operation | undefined {
    const text = study.documents.get(document)?.transcript?.text;
    if (text === undefined || putIn.length === 0 || this.#gone.length === 0) return undefined;
    const candidates = this.#gone.filter((gone) => now - gone.since < shortly && isLostIn(study, gone));
    const changes = new Map<string, readonly QuotationChange[]>();
    for (const { start, end } of putIn)
      for (const { id, from, to } of takenOverBy(text.slice(start, end), candidates)) {
        const gone = candidates.find((candidate) => candidate.id === id);
        if (!gone || gone.document === document || changes.has(id)) continue;
        changes.set(id, moveTo(study, gone, document, { start: start + from, end: start + to }));
        this.#moved.set(id, gone.quotation);
      }
    return moveOperation(changes, document);
  }

  /** The operation that moves quotations back whose text is again where it came from, and gone where it went to. */
  broughtBack(study: Study): Operation | undefined {
    const changes = new Map<string, readonly QuotationChange[]>();
    let into = '';
    for (const [id, origin] of this.#moved) {
      const now = [...study.documents.values()].flatMap((document) => quotationsById(document).get(id) ?? []);
      const [quotation] = now;
      if (!quotation || quotation.document === origin.document) continue;
      const text = study.documents.get(origin.document)?.transcript?.text;
      if (quotation.anchor?.state !== 'lost' || text === undefined) continue;
      const found = foundAgain(origin, text);
      if (found.outcome === 'lost') continue;
      into = origin.document;
      changes.set(id, moveTo(study, { id, document: quotation.document }, into, found.place));
      this.#moved.delete(id);
    }
    return moveOperation(changes, into);
  }
}

function isLostIn(study: Study, { document, id }: Gone): boolean {
  const found = study.documents.get(document);
  return found !== undefined && quotationsById(found).get(id)?.anchor?.state === 'lost';
}

function moveTo(
  study: Study,
  { id, document }: Pick<Gone, 'id' | 'document'>,
  into: string,
  { start, end }: TextRange,
): readonly QuotationChange[] {
  const from = study.documents.get(document);
  const quotation = from && quotationsById(from).get(id);
  const text = study.documents.get(into)?.transcript?.text;
  if (!quotation || text === undefined) return [];
  const { anchor: _, ...rest } = quotation;
  const moved: Quotation = { ...rest, document: into, ...placeOf(text, start, end) };
  return [
    { record: 'quotation', document, id, before: quotation, after: null },
    { record: 'quotation', document: into, id, before: null, after: moved },
  ];
}

function moveOperation(
  changes: ReadonlyMap<string, readonly QuotationChange[]>,
  document: string,
): Operation | undefined {
  if (changes.size === 0) return undefined;
  return operation('done.moveQuotations', { count: changes.size, document }, [...changes.values()].flat());
}
