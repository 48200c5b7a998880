import fc from 'fast-check';
import type { Case, Code, Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import { emptyStudy, type Study, withDocuments, withQuotations } from '../../../src/core/study/study.ts';
import { summaryId } from '../../../src/core/study/summaries.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';

const codeIds = ['a', 'b', 'c', 'd', 'e', 'f'];
const levels = ['code', 'theme', 'dimension'] as const;

/** Any parent, so that trees come with cycles and unknown parents too. */
const codes: fc.Arbitrary<readonly Code[]> = fc
  .tuple(
    ...codeIds.map((id) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constantFrom(`Code ${id}`, `${id}|*x*`),
        level: fc.constantFrom(...levels),
        parent: fc.option(fc.constantFrom(...codeIds, 'unknown'), { nil: undefined }),
      }),
    ),
  )
  .map((all) => all.map(({ parent, ...code }) => (parent === undefined ? code : { ...code, parent })));

const turns = fc.array(
  fc.record({
    speaker: fc.constantFrom('I', 'R', 'Interviewer', 'S'),
    words: fc.array(fc.constantFrom('ja', 'wij', 'e-mail', '*nou*', '8,5', '–', '[00:01:02]', 'één'), {
      maxLength: 8,
    }),
  }),
  { maxLength: 5 },
);

interface Drawn {
  readonly start: number;
  readonly length: number;
  readonly codes: readonly string[];
  readonly star: boolean;
  readonly lost: boolean;
}

const quotations = fc.array(
  fc.record({
    start: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    codes: fc.uniqueArray(fc.constantFrom(...codeIds, 'gone'), { maxLength: 4 }),
    star: fc.boolean(),
    lost: fc.constantFrom(false, false, false, true),
  }),
  { maxLength: 8 },
);

const documents = fc.array(
  fc.record({
    case: fc.constantFrom('A', 'B', 'C', undefined),
    domain: fc.constantFrom('x', 'y', '[x, y]', undefined),
    date: fc.constantFrom('2019-03-04', '4-3-2019', '3 maart 2019', '2018-12', 'soon', undefined),
    type: fc.constantFrom('interview', 'report', undefined),
    rating: fc.constantFrom('8', '6-', '7½', 'hoog', undefined),
    turns,
    quotations,
  }),
  { maxLength: 5 },
);

const summaries = fc.uniqueArray(
  fc.record({
    case: fc.constantFrom('A', 'B', 'C', 'gone'),
    code: fc.constantFrom(...codeIds, 'gone'),
    text: fc.constantFrom('It grew.', 'It *did* | not.\nLater it did.'),
  }),
  { maxLength: 6, selector: summaryId },
);

/** A study of up to five documents, with whatever can be wrong in one. */
export const studies: fc.Arbitrary<Study> = fc.record({ codes, documents, summaries }).map((drawn) => {
  const made = drawn.documents.map((document, index) => {
    const path = `interviews/${index}.md`;
    const keys = (['case', 'domain', 'date', 'type', 'rating'] as const).flatMap((key) =>
      document[key] === undefined ? [] : [`${key}: ${document[key]}\n`],
    );
    const spoken = document.turns
      .map(({ speaker, words }) => `**${speaker}:** ${words.join(' ')}\n`)
      .join('\n');
    const text = `---\n${keys.join('')}---\n${spoken}`;
    return documentOf(path, text, document.quotations);
  });
  const cases: readonly Case[] = [
    { name: 'B', attributes: { domain: 'x | z' } },
    { name: 'A', attributes: { rating: '5' } },
  ];
  const study: Study = {
    ...emptyStudy,
    summaries: { summaries: new Map(drawn.summaries.map((one) => [summaryId(one), { ...one }])) },
    codebook: { sets: new Map(), codes: new Map(drawn.codes.map((code) => [code.id, code])) },
    cases: {
      ...emptyStudy.cases,
      columns: ['domain', 'rating'],
      cases: new Map(cases.map((one) => [one.name, one])),
    },
  };
  return withDocuments(study, new Map(made.map((document) => [document.path, document])));
});

function documentOf(path: string, text: string, drawn: readonly Drawn[]): StudyDocument {
  const made = drawn.map(({ star, lost, ...one }, index): Quotation => {
    const start = Math.floor(one.start * text.length);
    const end = Math.min(text.length, start + one.length);
    return {
      id: `q${path}${index}`,
      document: path,
      coder: '',
      start,
      end,
      exact: text.slice(start, end),
      prefix: '',
      suffix: '',
      codes: one.codes,
      created: '',
      modified: '',
      ...(star && { star }),
      ...(lost && { anchor: { state: 'lost', since: '' } }),
    };
  });
  return withQuotations({ path, transcript: transcriptOf(text), sidecars: new Map(), quotations: [] }, made);
}
