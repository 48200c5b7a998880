import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Author } from '../../../src/core/study/author.ts';
import { isRefusal, type Refusal } from '../../../src/core/study/codebook/refusal.ts';
import {
  codingChanges,
  deleteQuotations,
  operation,
  recodingChanges,
  setBoundaries,
  setComment,
  toggleStar,
} from '../../../src/core/study/coding.ts';
import type {
  Code,
  CodeSet,
  Quotation,
  Relation,
  RelationEnd,
  StudyDocument,
  Summary,
} from '../../../src/core/study/model.ts';
import type { Operation } from '../../../src/core/study/operation.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { emptyStudy, withDocuments, withQuotations } from '../../../src/core/study/study.ts';
import { setSummary, summaryId } from '../../../src/core/study/summaries.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { code, quotation } from './trees.ts';
import { type Verb, verbDone, verbs } from './verbs.ts';

const codeIds = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const text = 'We trusted each other.\n\n**R:** Ja, één 👩‍👩‍👧 precies.  \n\tAnd later? '.repeat(2);

/** Codes with any parents: cycles, unknown ones and themselves too. */
export const codesDrawn: fc.Arbitrary<readonly Code[]> = fc
  .tuple(...codeIds.map(() => fc.option(fc.constantFrom(...codeIds, 'unknown'), { nil: undefined })))
  .map((parents) =>
    codeIds.map((id, index) => code(id, parents[index], index % 2 ? { definition: `What ${id} is.` } : {})),
  );

const quotationDrawn = fc.record({
  start: fc.nat(text.length - 1),
  length: fc.integer({ min: 1, max: 30 }),
  coder: fc.constantFrom('', 'ldb'),
  codes: fc.uniqueArray(fc.constantFrom(...codeIds, 'gone'), { maxLength: 4 }),
  weight: fc.option(fc.nat(100), { nil: undefined }),
  anchor: fc.constantFrom(undefined, undefined, 'review', 'lost'),
});

function documentOf(
  path: string,
  drawn: readonly (typeof quotationDrawn extends fc.Arbitrary<infer T> ? T : never)[],
): StudyDocument {
  const quotations = drawn.map(({ start, length, coder, codes, weight, anchor }, index): Quotation => {
    const [first] = codes;
    return quotation(`${path[0]}${index}`, path, codes, {
      coder,
      ...placeOf(text, start, Math.min(start + length, text.length)),
      ...(weight !== undefined && first !== undefined && { weight: { [first]: weight } }),
      ...(anchor === 'review' && { anchor: { state: 'review', was: 'Was.', reason: 'changed' } }),
      ...(anchor === 'lost' && { anchor: { state: 'lost', since: '2024-01-01T00:00:00Z' } }),
    });
  });
  return withQuotations({ path, transcript: { text }, sidecars: new Map(), quotations: [] }, quotations);
}

const codeEnd = fc.constantFrom(...codeIds).map((id): RelationEnd => `code:${id}`);
const quotationEnd = fc.constant<RelationEnd>('quotation:t0');
const relationDrawn: fc.Arbitrary<Omit<Relation, 'id'>> = fc.oneof(
  fc.record({ from: codeEnd, to: codeEnd, type: fc.constantFrom('is a', 'is part of') }),
  fc.record({ from: quotationEnd, to: quotationEnd, type: fc.constant('continues') }),
  fc.record({ from: codeEnd, to: quotationEnd, type: fc.constant('mixed up') }),
);

const summaryDrawn = fc.record({
  case: fc.constantFrom('A', 'B'),
  code: fc.constantFrom(...codeIds, 'gone'),
  text: fc.constantFrom('', 'It grew.', 'It did not.'),
});

const mapById = <Item extends { readonly id: string }>(items: readonly Item[]) =>
  new Map(items.map((item) => [item.id, item]));

/** A study of two transcripts and six codes, by two coders, with all that may be odd in one. */
export const studyDrawn: fc.Arbitrary<Study> = fc
  .tuple(
    codesDrawn,
    fc.array(relationDrawn, { maxLength: 4 }),
    fc.array(fc.uniqueArray(fc.constantFrom(...codeIds), { maxLength: 4 }), { maxLength: 3 }),
    fc.array(fc.constantFrom('o0', 't0'), { maxLength: 6 }),
    fc.array(quotationDrawn, { maxLength: 5 }),
    fc.array(quotationDrawn, { minLength: 1, maxLength: 5 }),
    fc.uniqueArray(summaryDrawn, { maxLength: 4, selector: summaryId }),
  )
  .map(([codes, relations, sets, examples, one, two, summaries]) => {
    const documents = [documentOf('one.md', one), documentOf('two.md', two)];
    const ids = documents.flatMap(({ quotations }) => quotations.map(({ id }) => id));
    const exemplified = codes.map((each, index): Code => {
      const example = ids.find((id) => id === examples[index]);
      return example === undefined ? each : { ...each, example };
    });
    const base: Study = {
      ...emptyStudy,
      codebook: {
        sets: mapById(
          sets.map((set, index): CodeSet => ({ id: `s${index}`, name: `S${index}`, codes: set })),
        ),
        codes: mapById(exemplified),
      },
      relations: {
        relations: mapById(relations.map((each, index): Relation => ({ id: `r${index}`, ...each }))),
      },
      summaries: {
        summaries: new Map(summaries.map((each): [string, Summary] => [summaryId(each), { ...each }])),
      },
    };
    return withDocuments(base, new Map(documents.map((document) => [document.path, document])));
  });

const codingKinds = [
  'apply',
  'recode',
  'deleteQuotations',
  'boundaries',
  'comment',
  'star',
  'summary',
] as const;

type Kind = (typeof codingKinds)[number] | Verb;

/** One thing that a user does: which, and numbers that say to what. */
export interface Step {
  readonly kind: Kind;
  readonly coder: string;
  readonly picks: readonly number[];
}

const stepOf = (kinds: readonly Kind[]): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    coder: fc.constantFrom('', 'ldb'),
    picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
  });

export const verbDrawn = stepOf(verbs);
export const stepDrawn = stepOf([...codingKinds, ...verbs]);

/** The operation of a step on a study as it is then; one that changes nothing where there is nothing to do it to. */
export function operationOf(study: Study, { kind, coder, picks }: Step, at: number): Operation | Refusal {
  let made = 0;
  const author: Author = { coder, now: `2024-06-01T00:00:${10 + at}Z`, newId: () => `new${at}-${made++}` };
  const pick = <Item>(items: readonly Item[], by: number): readonly Item[] =>
    items.length > 0 ? items.slice((picks[by] ?? 0) % items.length).slice(0, 1) : [];
  const codes = [...study.codebook.codes.values()];
  const [document] = pick([...study.documents.values()], 0);
  assert.ok(document);
  const quotations = [...new Set([...pick(document.quotations, 1), ...pick(document.quotations, 2)])];
  const [one] = quotations;
  const some = [...new Set([...pick(codes, 3), ...pick(codes, 4)])];
  const [code] = some;
  const [target] = pick(codes, 5);
  const [set] = pick([...study.codebook.sets.values()], 5);
  const from = (picks[1] ?? 0) % text.length;
  const range = { start: from, end: from + ((picks[2] ?? 0) % 40) };
  const nothing = operation('nothing', {}, []);
  const ids = some.map(({ id }) => id);

  switch (kind) {
    case 'apply':
      return operation(kind, {}, codingChanges(document, [range, range], { add: ids }, author));
    case 'recode': {
      const remove = target ? [target.id] : [];
      return operation(kind, {}, recodingChanges(quotations, { add: ids, remove, comment: 'c' }, author));
    }
    case 'deleteQuotations':
      return deleteQuotations(study, quotations);
    case 'boundaries':
      return one ? setBoundaries(document, one, range, author) : nothing;
    case 'comment':
      return one ? setComment(one, at % 3 === 0 ? ' ' : `comment ${at}`, author) : nothing;
    case 'star':
      return toggleStar(quotations, author);
    case 'summary':
      return code
        ? setSummary(study, { case: 'A', code: code.id }, at % 3 === 0 ? ' ' : `summary ${at}`)
        : nothing;
    default:
      if (!code || !target) return nothing;
      return verbDone(kind, { study, code, some, target, set, quotations, at, author }) ?? nothing;
  }
}

/** The operation itself; none for a refusal. */
export function accepted(result: Operation | Refusal): Operation | undefined {
  return isRefusal(result) ? undefined : result;
}

/** What the files of a study would say: the order in which records were made is no part of it. */
export function content({ codebook, documents, settings, cases, relations, summaries, history }: Study) {
  return {
    codebook: { ...codebook, codes: sortedById(codebook.codes), sets: sortedById(codebook.sets) },
    documents: [...documents],
    relations: { ...relations, relations: sortedById(relations.relations) },
    summaries: { ...summaries, summaries: sortedById(summaries.summaries) },
    // Lines stay in the order in which they were written.
    history: [...history.entries],
    settings,
    cases,
  };
}

function sortedById<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
