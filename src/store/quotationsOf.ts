import { reanchored } from '../core/anchoring/reanchored.ts';
import { derivedId } from '../core/formats/derivedId.ts';
import { atPlaceOf, samePlace } from '../core/formats/merge.ts';
import type { SidecarFile } from '../core/formats/sidecar.ts';
import type { Quotation, TextDigest } from '../core/study/model.ts';
import type { Transcript } from '../core/text/transcript.ts';

/** What it takes to find quotations again: a fast digest and the time. */
export interface Finder {
  /** Of the UTF-8 bytes of its text, in lower-case hexadecimal; worked out once for each transcript. */
  sha256(transcript: Transcript): string;
  /** ISO 8601 in UTC, to the second. */
  now(): string;
}

/**
 * The quotations of a sidecar, in offsets of a transcript: as they are when the sidecar is of that text, else found again.
 *
 * @param before the text that the transcript had until now, in case the sidecar is of that one
 */
export function placedIn(
  { sidecar, quotations }: SidecarFile,
  transcript: Transcript | undefined,
  finder: Finder,
  before?: Transcript,
): readonly Quotation[] {
  if (!transcript || quotations.length === 0 || isOfText(sidecar.text, transcript, finder)) return quotations;
  const known = before && isOfText(sidecar.text, before, finder) ? before.text : undefined;
  return reanchored(quotations, transcript.text, known, finder.now(), sidecar.text.length || undefined);
}

/**
 * Quotations at the places that a sidecar of this very text gives them: then nothing has to be found. Those that it does
 * not know stay where they are.
 */
export function asIn(
  { sidecar, quotations: saved }: SidecarFile,
  quotations: readonly Quotation[],
  transcript: Transcript,
  finder: Finder,
): readonly Quotation[] {
  if (saved.length === 0 || !isOfText(sidecar.text, transcript, finder)) return quotations;
  const byId = new Map(saved.map((quotation) => [quotation.id, quotation]));
  return quotations.map((quotation) => {
    const place = quotation.coder === sidecar.coder ? byId.get(quotation.id) : undefined;
    return !place || samePlace(place, quotation) ? quotation : atPlaceOf(quotation, place);
  });
}

/** Whether a digest is that of a text. */
export function isOfText(digest: TextDigest, transcript: Transcript, finder: Finder): boolean {
  return digest.length === transcript.text.length && digest.sha256 === finder.sha256(transcript);
}

/**
 * The content of a sidecar with ids that no other file of the study has: a copied transcript with its sidecar has all
 * ids of the original. The same ids come out whenever the same files are read.
 */
export function withOwnIds(file: SidecarFile, isElsewhere: (id: string) => boolean): SidecarFile {
  if (!file.quotations.some(({ id }) => isElsewhere(id))) return file;
  const own = new Set(file.quotations.map(({ id }) => id));
  const quotations = file.quotations.map((quotation) => {
    if (!isElsewhere(quotation.id)) return quotation;
    const id = derivedId(quotation.id, (taken) => isElsewhere(taken) || own.has(taken));
    own.add(id);
    return { ...quotation, id };
  });
  return { ...file, quotations };
}
