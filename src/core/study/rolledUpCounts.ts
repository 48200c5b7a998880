import { codeTreeOf } from './codeTree.ts';
import { type CodeCount, type CodeCounts, isPlaced } from './counts.ts';
import { derived } from './derived.ts';
import type { Codebook, StudyDocument } from './model.ts';
import type { Study } from './study.ts';

/**
 * How often each code or any code below it is used: `codings` are the quotations that carry at least one of them, each once,
 * `documents` those with such a quotation. By code id; a code of which nothing is used is not here.
 *
 * O(documents × codes used in them) after a change; only what a change touched is counted anew.
 */
export const rolledUpCounts = derived((study: Study): CodeCounts => {
  const countIn = countingIn(study.codebook);
  const counts = new Map<string, CodeCount>();
  for (const document of study.documents.values()) {
    for (const [code, codings] of countIn(document)) {
      const count = counts.get(code);
      counts.set(code, {
        codings: (count?.codings ?? 0) + codings,
        documents: (count?.documents ?? 0) + 1,
      });
    }
  }
  return counts;
});

/** For each codebook, a function that counts one document and remembers it. */
const countingIn = derived((codebook: Codebook) => {
  const tree = codeTreeOf(codebook);
  const paths = new Map(tree.all.map(({ id }) => [id, tree.pathTo(id).map((code) => code.id)]));
  return derived((document: StudyDocument): ReadonlyMap<string, number> => {
    const codings = new Map<string, number>();
    for (const quotation of document.quotations) {
      if (!isPlaced(quotation)) continue;
      const counted = new Set(quotation.codes.flatMap((code) => paths.get(code) ?? []));
      for (const code of counted) codings.set(code, (codings.get(code) ?? 0) + 1);
    }
    return codings;
  });
});
