import type { Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { wordsIn } from '../../../src/core/text/words.ts';

/** A query as the random tests make it: what it means, apart from how it is written. */
export type Meaning =
  | { readonly kind: 'code'; readonly id: string; readonly only: boolean }
  | { readonly kind: 'case' | 'speaker' | 'coder' | 'text' | 'comment' | 'star'; readonly value: string }
  | {
      readonly kind: 'mark';
      readonly comparison: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly value: number;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Meaning; readonly right: Meaning }
  | { readonly kind: 'not'; readonly of: Meaning }
  | { readonly kind: Relation; readonly words: number; readonly left: Meaning; readonly right: Meaning };

type Relation = 'within' | 'encloses' | 'overlaps' | 'follows' | 'precedes' | 'near';

/** What the random documents are made from, said once more for the yardstick. */
export interface Facts {
  readonly case: string;
  readonly mark: number | undefined;
  /** Who says the character at an offset. */
  readonly speakerAt: (offset: number) => string | undefined;
}

/** The definition of each part, applied to one quotation and, for proximity, to each pair: slow, and plainly right. */
export function bruteForce(
  study: Study,
  facts: ReadonlyMap<string, Facts>,
  meaning: Meaning,
): readonly string[] {
  return [...study.documents.values()].flatMap((document) =>
    document.quotations.filter((one) => matches(study, facts, document, meaning, one)).map(({ id }) => id),
  );
}

function matches(
  study: Study,
  facts: ReadonlyMap<string, Facts>,
  document: StudyDocument,
  meaning: Meaning,
  quotation: Quotation,
): boolean {
  if (quotation.anchor?.state === 'lost') return false;
  const ask = (part: Meaning, of: Quotation) => matches(study, facts, document, part, of);
  const fact = facts.get(document.path);
  switch (meaning.kind) {
    case 'code':
      return quotation.codes.some((id) => isOrIsBelow(study, id, meaning.id, meaning.only));
    case 'case':
      return fact?.case === meaning.value;
    case 'speaker':
      for (let at = quotation.start; at < quotation.end; at++) {
        if (fact?.speakerAt(at) === meaning.value) return true;
      }
      return false;
    case 'coder':
      return quotation.coder === meaning.value;
    case 'text':
      return quotation.exact.toLowerCase().includes(meaning.value.toLowerCase());
    case 'comment':
      return quotation.comment?.includes(meaning.value) ?? false;
    case 'star':
      return (quotation.star ?? false) === (meaning.value === 'yes');
    case 'mark': {
      const mark = fact?.mark;
      if (mark === undefined) return false;
      const { comparison, value } = meaning;
      if (comparison === '=') return mark === value;
      if (comparison === '!=') return mark !== value;
      if (comparison === '<') return mark < value;
      if (comparison === '<=') return mark <= value;
      return comparison === '>' ? mark > value : mark >= value;
    }
    case 'and':
      return ask(meaning.left, quotation) && ask(meaning.right, quotation);
    case 'or':
      return ask(meaning.left, quotation) || ask(meaning.right, quotation);
    case 'not':
      return !ask(meaning.of, quotation);
    default:
      return (
        ask(meaning.left, quotation) &&
        document.quotations.some(
          (other) =>
            ask(meaning.right, other) && stands(document, meaning.kind, meaning.words, quotation, other),
        )
      );
  }
}

function isOrIsBelow(study: Study, id: string, wanted: string, only: boolean): boolean {
  if (id === wanted) return true;
  const parent = study.codebook.codes.get(id)?.parent;
  return !only && parent !== undefined && isOrIsBelow(study, parent, wanted, only);
}

function stands(
  document: StudyDocument,
  relation: Relation,
  words: number,
  a: Quotation,
  b: Quotation,
): boolean {
  const overlaps = a.start < b.end && b.start < a.end;
  switch (relation) {
    case 'within':
      return b.start <= a.start && a.end <= b.end;
    case 'encloses':
      return a.start <= b.start && b.end <= a.end;
    case 'overlaps':
      return overlaps;
    case 'follows':
      return b.end <= a.start;
    case 'precedes':
      return a.end <= b.start;
    case 'near': {
      if (overlaps) return true;
      const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start];
      const between = wordsIn(document.transcript?.text ?? '').filter(
        ({ start }) => from <= start && start < to,
      );
      return between.length <= words;
    }
  }
}
