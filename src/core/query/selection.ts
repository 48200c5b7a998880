import { isPlaced } from '../study/counts.ts';
import { derived } from '../study/derived.ts';
import type { StudyDocument } from '../study/model.ts';

/** Which of the quotations of a document are selected: 1 or 0, in their order. Lost ones never are. */
export type Selection = Readonly<Uint8Array>;

/** All quotations that can be selected at all. */
export const placedIn = derived(
  (document: StudyDocument): Selection => Uint8Array.from(document.quotations, (q) => (isPlaced(q) ? 1 : 0)),
);

/** The indexes of the quotations with each code, lost ones left out. */
export const indexesByCode = derived((document: StudyDocument): ReadonlyMap<string, readonly number[]> => {
  const indexes = new Map<string, number[]>();
  for (const [index, quotation] of document.quotations.entries()) {
    if (!isPlaced(quotation)) continue;
    for (const code of quotation.codes) {
      const list = indexes.get(code);
      if (list) list.push(index);
      else indexes.set(code, [index]);
    }
  }
  return indexes;
});

export function noneOf(document: StudyDocument): Selection {
  return new Uint8Array(document.quotations.length);
}

export function intersection(a: Selection, b: Selection): Selection {
  return a.map((selected, index) => selected & (b[index] ?? 0));
}

export function union(a: Selection, b: Selection): Selection {
  return a.map((selected, index) => selected | (b[index] ?? 0));
}

/** All that can be selected and is not. */
export function complement(document: StudyDocument, selection: Selection): Selection {
  return placedIn(document).map((placed, index) => placed & (1 - (selection[index] ?? 0)));
}
