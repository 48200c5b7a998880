import { codeTreeOf } from '../study/codeTree.ts';
import { isPlaced } from '../study/counts.ts';
import { derived } from '../study/derived.ts';
import type { Code, Quotation, StudyDocument } from '../study/model.ts';
import { typeOf } from '../study/sources.ts';
import type { Study } from '../study/study.ts';

/** How many of some quotations are from documents of each type, the most first: what a finding rests on. */
export function typesAmong(study: Study, quotations: readonly Quotation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { document: path } of quotations) {
    const document = study.documents.get(path);
    if (!document) continue;
    const type = typeOf(document);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1)));
}

/** The types of document that a study has, sorted. */
export const documentTypes = derived((study: Study): readonly string[] =>
  [...new Set([...study.documents.values()].map(typeOf))].sort(),
);

/** A code whose quotations are all from documents of one type. */
export interface SingleSource {
  readonly code: Code;
  readonly type: string;
  /** How many quotations carry it or a code below it. */
  readonly quotations: number;
}

/** The codes that rest on one type of source, in the order of the tree; one that nothing is coded with rests on none. */
export function singleSourceCodes(study: Study): readonly SingleSource[] {
  const types = typesByCode(study);
  return codeTreeOf(study.codebook).all.flatMap((code): readonly SingleSource[] => {
    const [first, second] = types.get(code.id) ?? [];
    return first && !second ? [{ code, type: first[0], quotations: first[1] }] : [];
  });
}

/** For each code that is used, itself or one below it, how many quotations from each type of document carry it. */
export const typesByCode = derived((study: Study): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const tree = codeTreeOf(study.codebook);
  const paths = new Map(tree.all.map(({ id }) => [id, tree.pathTo(id).map((code) => code.id)]));
  const byCode = new Map<string, Map<string, number>>();
  const count = ({ quotations }: StudyDocument, type: string) => {
    for (const quotation of quotations) {
      if (!isPlaced(quotation)) continue;
      for (const id of new Set(quotation.codes.flatMap((code) => paths.get(code) ?? []))) {
        const counts = byCode.get(id) ?? new Map<string, number>();
        byCode.set(id, counts.set(type, (counts.get(type) ?? 0) + 1));
      }
    }
  };
  for (const document of study.documents.values()) count(document, typeOf(document));
  return byCode;
});
