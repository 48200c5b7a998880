import { attributeNames, attributeOf, listOfTexts } from '../study/attributes.ts';
import { codesNamed } from '../study/codeNames.ts';
import { codeTreeOf } from '../study/codeTree.ts';
import type { Code, Codebook, Quotation, StudyDocument } from '../study/model.ts';
import type { Study } from '../study/study.ts';
import { compares } from './compare.ts';
import { fieldTest } from './fields.ts';
import { related } from './proximity.ts';
import type { AttributeTerm, CodeTerm, Query } from './query.ts';
import { maximumNesting, parseIn, type SavedQuery, savedQueryNamed } from './saved.ts';
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
  const search = searchOf(study, query);
  return [...study.documents.values()].flatMap(search);
}

/** Whether a quotation of a study is one that a query selects; each document is searched once, when first asked about. */
export function matcher(study: Study, query: Query): (quotation: Quotation) => boolean {
  const search = searchOf(study, query);
  const found = new Map<string, ReadonlySet<string>>();
  return ({ document: path, id }) => {
    let ids = found.get(path);
    if (!ids) {
      const document = study.documents.get(path);
      ids = new Set(document && search(document).map((one) => one.id));
      found.set(path, ids);
    }
    return ids.has(id);
  };
}

/** Searches one document. */
type Select = (document: StudyDocument) => Selection;

/** What a query selects in each document; every name is looked up once, here. */
export function searchOf(study: Study, query: Query): (document: StudyDocument) => readonly Quotation[] {
  const select = new Preparation(study).of(query);
  return (document) => {
    const selection = select(document);
    return document.quotations.filter((_, index) => selection[index]);
  };
}

/** Turns a query into the function that searches a document. Each saved query that it uses is prepared once. */
class Preparation {
  readonly #study: Study;
  readonly #saved = new Map<string, Select>();
  /** The saved queries that are being prepared, from the outermost: one that uses itself selects nothing. */
  readonly #inside: string[] = [];

  constructor(study: Study) {
    this.#study = study;
  }

  of(query: Query): Select {
    switch (query.kind) {
      case 'code':
        return this.#named(query);
      case 'field':
        return fieldTest(this.#study, query);
      case 'attribute': {
        const names = attributesMeant(this.#study, query);
        return (document) => {
          const values = names.flatMap((name) => listOfTexts(attributeOf(this.#study, document, name)));
          return compares(values, query.comparison, query.value) ? placedIn(document) : noneOf(document);
        };
      }
      case 'all':
        return combine(
          query.of.map((part) => this.of(part)),
          intersection,
          placedIn,
        );
      case 'any':
        return combine(
          query.of.map((part) => this.of(part)),
          union,
          noneOf,
        );
      case 'not': {
        const select = this.of(query.of);
        return (document) => complement(document, select(document));
      }
      case 'proximity': {
        const [left, right] = [this.of(query.left), this.of(query.right)];
        return (document) => related(document, query.proximity, query.words, left(document), right(document));
      }
    }
  }

  #named(term: CodeTerm): Select {
    const { codebook, settings } = this.#study;
    const codes = codesNamed(codebook, term.name);
    const saved = codes.length === 0 ? savedQueryNamed(settings, term.name) : undefined;
    return saved ? this.#savedQuery(saved) : withCodes(codesMeant(codebook, codes, term.only));
  }

  #savedQuery({ name, text }: SavedQuery): Select {
    const known = this.#saved.get(name);
    if (known) return known;
    const parsed = parseIn(this.#study.settings, text);
    if ('error' in parsed || this.#inside.includes(name) || this.#inside.length >= maximumNesting)
      return noneOf;
    this.#inside.push(name);
    const select = lastRemembered(this.of(parsed.query));
    this.#inside.pop();
    this.#saved.set(name, select);
    return select;
  }
}

/** One document is searched after the other: however often a saved query is used, it searches each of them once. */
function lastRemembered(select: Select): Select {
  let last: { readonly document: StudyDocument; readonly selection: Selection } | undefined;
  return (document) => {
    if (last?.document !== document) last = { document, selection: select(document) };
    return last.selection;
  };
}

function codesMeant(codebook: Codebook, named: readonly Code[], only: boolean): ReadonlySet<string> {
  if (only) return new Set(named.map(({ id }) => id));
  const tree = codeTreeOf(codebook);
  return new Set(named.flatMap(({ id }) => tree.withDescendants(id).map((code) => code.id)));
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
