import type { Quotation, StudyDocument } from '../study/model.ts';
import { type Includes, quotationsOf } from './codings.ts';

/** What one document adds to the codes that were seen before it. */
export interface SaturationStep {
  readonly document: StudyDocument;
  /** Codings of the codes looked for in this document. */
  readonly codings: number;
  /** Indexes of the codes that are seen here for the first time, in the order of the text. */
  readonly fresh: readonly number[];
  /** How many codes were seen in this document and all before it. */
  readonly seen: number;
  /** The quotations of this document with a code that is looked for. */
  readonly quotations: () => readonly Quotation[];
}

/**
 * How the codes came to light from document to document: the cumulative curve of code saturation as in Guest, Bunce and Johnson
 * (2006), "How many interviews are enough?", Field Methods 18(1). O(codings).
 *
 * @param documents in the order in which they were analysed
 * @param codes for each code that is looked for, the codes that count for it
 */
export function saturation(
  documents: readonly StudyDocument[],
  codes: readonly ReadonlySet<string>[],
  includes: Includes,
): readonly SaturationStep[] {
  const lookedFor = new Map<string, number[]>();
  for (const [index, set] of codes.entries())
    for (const code of set) lookedFor.set(code, [...(lookedFor.get(code) ?? []), index]);
  const seen = new Set<number>();
  return documents.map((document) => {
    const before = seen.size;
    let codings = 0;
    const coded: Quotation[] = [];
    for (const quotation of quotationsOf([document], includes)) {
      const own = [...new Set(quotation.codes)].filter((code) => lookedFor.has(code));
      if (own.length === 0) continue;
      coded.push(quotation);
      codings += own.length;
      for (const code of own) for (const index of lookedFor.get(code) ?? []) seen.add(index);
    }
    // A set remembers the order in which its items came.
    return { document, codings, fresh: [...seen].slice(before), seen: seen.size, quotations: () => coded };
  });
}
