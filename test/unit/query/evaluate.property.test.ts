import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkQuery } from '../../../src/core/query/check.ts';
import { evaluate, matcher } from '../../../src/core/query/evaluate.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { foundBy } from '../../../src/core/query/smartCodes.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { bruteForce, type Facts, type Meaning } from './bruteForce.ts';
import { code, documentOf, type Quoted, studyOf } from './studies.ts';

const codes = [
  code('governance', 'Governance'),
  code('formeel', 'Formele afspraken', 'governance'),
  code('kpi', "KPI's", 'formeel'),
  code('informeel', 'Informeel', 'governance'),
  code('vertrouwen', 'Vertrouwen'),
  code('en', 'EN'),
];
const words = ['samen', 'Vertrouwen', 'zorg', 'contract', 'één', 'netwerk', "foto's", '8,5', '–', 'huisarts'];
const cases = ['TotalCare', 'Med Care'];
const speakers = ['Interviewer', 'SecureCo'];

interface Sample {
  readonly study: Study;
  readonly facts: ReadonlyMap<string, Facts>;
}

const turns = fc.array(
  fc.record({
    speaker: fc.constantFrom(0, 1),
    words: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 5 },
);

const document = fc
  .record({
    case: fc.constantFrom(...cases),
    mark: fc.option(fc.constantFrom('8,5', '7.5', '6-', '7½', '10'), { nil: undefined }),
    turns,
    quotations: fc.array(
      fc.record({
        from: fc.nat({ max: 9_999 }),
        length: fc.integer({ min: 1, max: 60 }),
        codes: fc.uniqueArray(fc.constantFrom(...codes.map(({ id }) => id)), { maxLength: 2 }),
        coder: fc.constantFrom('', 'ldb'),
        star: fc.constantFrom(true, undefined),
        comment: fc.constantFrom('early trust', undefined),
        lost: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 14 },
    ),
  })
  .map((made) => {
    const mark = made.mark === undefined ? '' : `cijfer: ${made.mark}\n`;
    let text = `---\ncase: ${made.case}\n${mark}speakers: {I: Interviewer, R: SecureCo}\n---\n`;
    const body = text.length;
    const spoken: { from: number; speaker: string }[] = [];
    for (const turn of made.turns) {
      spoken.push({ from: text.length, speaker: speakers[turn.speaker] ?? '' });
      text += `**${'IR'[turn.speaker]}:** ${turn.words.join(' ')}\n\n`;
    }
    const quotations = made.quotations.map(({ from, length, lost, star, comment, ...rest }): Quoted => {
      const start = body + (from % (text.length - body - 1));
      return {
        ...rest,
        start,
        end: Math.min(start + length, text.length),
        ...(star && { star }),
        ...(comment !== undefined && { comment }),
        ...(lost === 0 && { anchor: { state: 'lost', since: '2019' } }),
      };
    });
    const numbers: Record<string, number> = { '8,5': 8.5, '7.5': 7.5, '6-': 5.75, '7½': 7.5, '10': 10 };
    const facts: Facts = {
      case: made.case,
      mark: made.mark === undefined ? undefined : numbers[made.mark],
      speakerAt: (offset) => spoken.findLast(({ from }) => from <= offset)?.speaker,
    };
    return { text, quotations, facts };
  });

const sample = fc.array(document, { minLength: 1, maxLength: 3 }).map((made): Sample => {
  const paths = made.map((_, index) => `interviews/${index}.md`);
  return {
    study: studyOf(
      codes,
      made.map(({ text, quotations }, index) => documentOf(paths[index] ?? '', text, quotations)),
    ),
    facts: new Map(made.map(({ facts }, index) => [paths[index] ?? '', facts])),
  };
});

const meaning: fc.Arbitrary<Meaning> = fc.letrec<{ any: Meaning; term: Meaning }>((tie) => ({
  term: fc.oneof(
    fc.record({
      kind: fc.constant('code' as const),
      id: fc.constantFrom(...codes.map(({ id }) => id)),
      only: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('case' as const), value: fc.constantFrom(...cases) }),
    fc.record({ kind: fc.constant('speaker' as const), value: fc.constantFrom(...speakers) }),
    fc.record({ kind: fc.constant('coder' as const), value: fc.constant('ldb') }),
    fc.record({
      kind: fc.constant('text' as const),
      value: fc.constantFrom('zorg', 'vertrouwen', 'n c', 'É'),
    }),
    fc.record({ kind: fc.constant('comment' as const), value: fc.constant('trust') }),
    fc.record({ kind: fc.constant('star' as const), value: fc.constantFrom('yes', 'no') }),
    fc.record({
      kind: fc.constant('mark' as const),
      comparison: fc.constantFrom(
        '=' as const,
        '!=' as const,
        '<' as const,
        '<=' as const,
        '>' as const,
        '>=' as const,
      ),
      value: fc.constantFrom(7.5, 8.5, 5.75),
    }),
  ),
  any: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    tie('term'),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('any'), right: tie('any') }),
    fc.record({ kind: fc.constant('not' as const), of: tie('any') }),
    fc.record({
      kind: fc
        .constantFrom('within', 'encloses', 'overlaps', 'follows', 'precedes', 'near')
        .map((kind) => kind as 'near'),
      words: fc.integer({ min: 0, max: 5 }),
      left: tie('any'),
      right: tie('any'),
    }),
  ),
})).any;

/** The words of each operator that may be written, in a language or in both. */
const vocabulary = {
  en: {
    and: 'AND',
    or: 'OR',
    not: 'NOT',
    within: 'within',
    encloses: 'encloses',
    overlaps: 'overlaps',
    follows: 'follows',
    precedes: 'precedes',
    near: 'near',
  },
  nl: {
    and: 'en',
    or: 'of',
    not: 'niet',
    within: 'binnen',
    encloses: 'omvat',
    overlaps: 'overlapt',
    follows: 'volgt-op',
    precedes: 'voor',
    near: 'nabij',
  },
  'also nl': {
    and: 'EN',
    or: 'Of',
    not: 'NIET',
    within: 'Binnen',
    encloses: 'OMVAT',
    overlaps: 'Overlapt',
    follows: 'na',
    precedes: 'VOOR',
    near: 'Nabij',
  },
} as const;

const dutchFields = {
  case: 'casus',
  speaker: 'spreker',
  coder: 'codeur',
  text: 'tekst',
  comment: 'opmerking',
  star: 'ster',
} as const;

const binding = { or: 1, and: 2, not: 3 } as const;
const tightness = (kind: Meaning['kind']) =>
  kind === 'or' || kind === 'and' || kind === 'not' ? binding[kind] : isRelation(kind) ? 4 : 5;
const isRelation = (kind: string) =>
  ['within', 'encloses', 'overlaps', 'follows', 'precedes', 'near'].includes(kind);

/** Writes a query with no more parentheses than its meaning needs. */
function write(part: Meaning, language: keyof typeof vocabulary): string {
  const say = vocabulary[language];
  const inside = (one: Meaning, least: number) =>
    tightness(one.kind) < least ? `(${write(one, language)})` : write(one, language);
  switch (part.kind) {
    case 'code': {
      const name = codes.find(({ id }) => id === part.id)?.name ?? '';
      return `${part.only ? '=' : ''}"${name}"`;
    }
    case 'mark':
      return `cijfer ${part.comparison} ${language === 'en' ? part.value : String(part.value).replace('.', ',')}`;
    case 'and':
    case 'or':
      return `${inside(part.left, binding[part.kind])} ${say[part.kind]} ${inside(part.right, binding[part.kind])}`;
    case 'not':
      return `${say.not} ${inside(part.of, 3)}`;
    case 'case':
    case 'speaker':
    case 'coder':
    case 'text':
    case 'comment':
    case 'star':
      return `${language === 'en' ? part.kind : dutchFields[part.kind]}:${
        part.kind === 'star' && language !== 'en' ? (part.value === 'yes' ? 'ja' : 'nee') : `"${part.value}"`
      }`;
    default: {
      const amount = part.kind === 'near' ? ` ${part.words}` : '';
      return `${inside(part.left, 4)} ${say[part.kind]}${amount} ${inside(part.right, 5)}`;
    }
  }
}

describe('A query on any study', () => {
  for (const language of ['en', 'nl', 'also nl'] as const) {
    it(`selects what each definition says of each quotation, written in ${language}`, () => {
      fc.assert(
        fc.property(sample, meaning, ({ study, facts }, wanted) => {
          const text = write(wanted, language);
          const parsed = parseQuery(text);
          assert.ok('query' in parsed, `${text}: ${JSON.stringify(parsed)}`);
          const found = evaluate(study, parsed.query);
          assert.deepEqual(
            found.map(({ id }) => id),
            bruteForce(study, facts, wanted),
            text,
          );
          const saved = {
            ...study,
            settings: { ...study.settings, queries: { 'kept query': text, other: 'kept query' } },
          };
          assert.deepEqual(
            evaluate(saved, {
              kind: 'not',
              of: { kind: 'code', name: 'other', only: false, at: { start: 0, end: 0 } },
            }),
            evaluate(study, { kind: 'not', of: parsed.query }),
          );
          const again = foundBy(saved, '"kept query"');
          assert.deepEqual(
            'quotations' in again ? again.quotations : undefined,
            checkQuery(study, parsed.query).length === 0 ? found : undefined,
          );
          const isSelected = matcher(study, parsed.query);
          const all = [...study.documents.values()].flatMap(({ quotations }) => quotations);
          assert.deepEqual(all.filter(isSelected), found);
        }),
        { numRuns: 400 },
      );
    });
  }

  it('never throws, whatever is written', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      'AND',
      'niet',
      'near',
      '5',
      '=',
      '<=',
      'case',
      ':',
      '/a+/',
      '"a b"',
      '"',
      'kpi',
      ' ',
    );
    fc.assert(
      fc.property(
        sample,
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((some) => some.join(' ')),
        ),
        ({ study }, text) => {
          const parsed = parseQuery(text);
          if ('query' in parsed) {
            checkQuery(study, parsed.query);
            evaluate(study, parsed.query);
            return;
          }
          const { start, end } = parsed.error.at;
          assert.ok(0 <= start && start <= end && end <= text.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
