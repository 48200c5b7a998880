import { attributeNames, attributeOf, listOfTexts } from '../study/attributes.ts';
import { codesNamed } from '../study/codeNames.ts';
import { codeTreeOf } from '../study/codeTree.ts';
import type { Quotation, StudyDocument } from '../study/model.ts';
import type { Study } from '../study/study.ts';
import { compares } from './compare.ts';
import { fieldTest } from './fields.ts';
import { related } from './proximity.ts';
import type { AttributeTerm, CodeTerm, Query } from './query.ts';
import {
  complement,
  indexesByCode,
  intersection,
  noneOf,
  placedIn,
  type Selection,
  union,
} from './selection.ts';
import { fold } from './vocabulary.ts';

/**
 * The quotations that a query selects, in the order of the documents and of the text. Those that were lost never match.
 * A name that the study does not know matches nothing; `checkQuery` tells.
 */
export function evaluate(study: Study, query: Query): readonly Quotation[] {
  const select = prepare(study, query);
  const found: Quotation[] = [];
  for (const document of study.documents.values()) {
    const selection = select(document);
    for (const [index, quotation] of document.quotations.entries())
      if (selection[index]) found.push(quotation);
  }
  return found;
}

/** Whether a quotation of a study is one that a query selects; each document is searched once, when first asked about. */
export function matcher(study: Study, query: Query): (quotation: Quotation) => boolean {
  const select = prepare(study, query);
  const found = new Map<string, ReadonlySet<string>>();
  return ({ document: path, id }) => {
    let ids = found.get(path);
    if (!ids) {
      const document = study.documents.get(path);
      const selection = document && select(document);
      ids = new Set(document?.quotations.filter((_, index) => selection?.[index]).map((one) => one.id));
      found.set(path, ids);
    }
    return ids.has(id);
  };
}

type Select = (document: StudyDocument) => Selection;

/** Looks up every name once, and gives the function that searches a document. */
function prepare(study: Study, query: Query): Select {
  switch (query.kind) {
    case 'code':
      return withCodes(codesMeant(study, query));
    case 'field':
      return fieldTest(study, query);
    case 'attribute': {
      const names = attributesMeant(study, query);
      return (document) => {
        const values = names.flatMap((name) => listOfTexts(attributeOf(study, document, name)));
        return compares(values, query.comparison, query.value) ? placedIn(document) : noneOf(document);
      };
    }
    case 'all':
      return combine(
        query.of.map((part) => prepare(study, part)),
        intersection,
        placedIn,
      );
    case 'any':
      return combine(
        query.of.map((part) => prepare(study, part)),
        union,
        noneOf,
      );
    case 'not': {
      const select = prepare(study, query.of);
      return (document) => complement(document, select(document));
    }
    case 'proximity': {
      const [left, right] = [prepare(study, query.left), prepare(study, query.right)];
      return (document) => related(document, query.proximity, query.words, left(document), right(document));
    }
  }
}

function codesMeant(study: Study, { name, only }: CodeTerm): ReadonlySet<string> {
  const named = codesNamed(study.codebook, name).map(({ id }) => id);
  if (only) return new Set(named);
  const tree = codeTreeOf(study.codebook);
  return new Set(named.flatMap((id) => tree.withDescendants(id).map((code) => code.id)));
}

/** The attribute with that name, or else those that differ from it in capitals only. */
function attributesMeant(study: Study, { name }: AttributeTerm): readonly string[] {
  const known = attributeNames(study);
  return known.includes(name) ? [name] : known.filter((one) => fold(one) === fold(name));
}

function withCodes(codes: ReadonlySet<string>): Select {
  return (document) => {
    const selection = new Uint8Array(document.quotations.length);
    const byCode = indexesByCode(document);
    for (const code of codes) for (const index of byCode.get(code) ?? []) selection[index] = 1;
    return selection;
  };
}

/** @param neutral what no parts at all select */
function combine(
  parts: readonly Select[],
  operation: (a: Selection, b: Selection) => Selection,
  neutral: Select,
): Select {
  return (document) => parts.map((select) => select(document)).reduce(operation, neutral(document));
}
