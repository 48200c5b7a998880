import assert from 'node:assert/strict';
import { evaluate } from '../../../src/core/query/evaluate.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { code, documentOf, type Quoted, studyOf } from './studies.ts';

const codes = [
  code('governance', 'Effectieve governance'),
  code('vertrouwen', 'Vertrouwen', 'governance'),
  code('x1', 'Doel'),
  code('x2', 'doel'),
];

function interview(path: string, frontMatter: string, quoted: readonly Omit<Quoted, 'start' | 'end'>[]) {
  const text = `---\n${frontMatter}\n---\nWe trusted each other.\n`;
  const start = text.indexOf('We');
  return documentOf(
    path,
    text,
    quoted.map((one) => ({ start, end: start + 10, ...one }) as Quoted),
  );
}

const study: Study = studyOf(
  codes,
  [
    interview(
      'interviews/01-secureco.md',
      'case: TotalCare\nrating: 6-\ndate: 2019-03-04\nrole: [Bestuurder, Arts]',
      [
        { id: 'first', codes: ['vertrouwen'], coder: 'ldb' },
        { id: 'lost', codes: ['vertrouwen'], anchor: { state: 'lost', since: '2019-04-01' } },
        { id: 'review', codes: ['governance'], anchor: { state: 'review', was: 'x', reason: 'y' } },
      ],
    ),
    interview('interviews/02-nedco.md', 'case: ValueCare\nrating: "8,5"\ntype: report', [
      { id: 'second', codes: ['x1'] },
      { id: 'none', codes: [], comment: 'Vroeg vertrouwen' },
    ]),
    interview('notes.md', 'rating: n.v.t.', [{ id: 'third', codes: ['x2'], star: true }]),
  ],
  {
    settings: { coders: [{ id: 'ldb', name: 'L. de B.' }] },
    cases: {
      columns: ['Partners', 'domain'],
      cases: new Map([
        ['TotalCare', { name: 'TotalCare', attributes: { Partners: '3', domain: '1e lijn | 3e lijn' } }],
        ['ValueCare', { name: 'ValueCare', attributes: { Partners: '1.200', domain: '2e lijn' } }],
      ]),
      delimiter: ',',
      byteOrderMark: false,
    },
  },
);

function found(text: string): string {
  const parsed = parseQuery(text);
  assert.ok('query' in parsed, JSON.stringify(parsed));
  return evaluate(study, parsed.query)
    .map(({ id }) => id)
    .join(' ');
}

describe('evaluate', () => {
  for (const [text, ids] of [
    ['vertrouwen', 'first'],
    ['governance', 'first review'],
    ['=governance', 'review'],
    ['"effectieve GOVERNANCE"', 'first review'],
    ['Doel', 'second'],
    ['x2', 'third'],
    ['DOEL', 'second third'],
    ['unheard-of', ''],
    ['NOT governance', 'none second third'],
    ['case:totalcare', 'first review'],
    ['case:ValueCare', 'none second'],
    ['document:01-secureco', 'first review'],
    ['document:interviews/01-SecureCo.md', 'first review'],
    ['type:report', 'none second'],
    ['type:interview', 'first review third'],
    ['coder:ldb', 'first'],
    ['coder:"L. de B."', 'first'],
    ['comment:VERTROUWEN', 'none'],
    ['comment:""', 'none'],
    ['comment:/^vroeg\\b/', 'none'],
    ['text:"WE TRUST" AND star:yes', 'third'],
    ['star:nee AND x1', 'second'],
    ['rating < 6', 'first review'],
    ['rating = 5.75', 'first review'],
    ['rating = 8,5', 'none second'],
    ['rating >= "8.50"', 'none second'],
    ['rating != 8.5', 'first review third'],
    ['rating = N.V.T.', 'third'],
    ['rating < 100', 'first none second review'],
    ['date = 2019', 'first review'],
    ['date >= 2019-04', ''],
    ['date > 2018', 'first review'],
    ['role = arts', 'first review'],
    ['role != arts', ''],
    ['role < b', 'first review'],
    ['partners > 2', 'first review'],
    ['domain = "3e lijn"', 'first review'],
    ['domain != "3e lijn"', 'none second'],
    ['vertrouwen within governance', 'first'],
    ['x1 near 0 vertrouwen', ''],
  ] as const) {
    it(`finds ${ids || 'nothing'} by ${text}`, () =>
      assert.equal(found(text).split(' ').sort().join(' '), ids.split(' ').sort().join(' ')));
  }

  it('answers on 100,000 quotations in less than 100 ms', function () {
    this.timeout(60_000);
    const large = largeStudy();
    const queries = [
      'c7',
      '=c7 AND NOT (c8 OR c9)',
      'top within c3',
      'c1 overlaps c2',
      'c4 follows c5 AND case:TotalCare',
      'rating >= 7,5 AND star:yes',
      'text:"trusted each"',
    ];
    for (const text of queries) {
      const parsed = parseQuery(text);
      assert.ok('query' in parsed);
      const { query } = parsed;
      const times = [1, 2, 3, 4].map(() => {
        const start = performance.now();
        assert.ok(evaluate(large, query).length > 0, text);
        return performance.now() - start;
      });
      assert.ok(Math.min(...times) < 100, `${text}: ${times.map(Math.round).join(', ')} ms`);
    }
  });
});

/** 200 documents with 500 quotations each, codes in a tree of 500. */
function largeStudy(): Study {
  const many = Array.from({ length: 500 }, (_, index) =>
    code(`c${index}`, `Code ${index}`, index < 250 ? 'top' : undefined),
  );
  const words = 'We trusted each other from the first day on. '.repeat(2_000);
  const documents = Array.from({ length: 200 }, (_, document) => {
    const text = `---\ncase: TotalCare\nrating: ${document % 10}\n---\n${words}`;
    const quoted = Array.from({ length: 500 }, (_, index): Quoted => {
      const start = 60 + index * 170;
      const codes = [`c${(index * 7 + document) % 500}`, `c${(index * 3 + document) % 10}`];
      return { start, end: start + 100 + (index % 200), codes, ...(index % 20 === 0 && { star: true }) };
    });
    return documentOf(`${1000 + document}.md`, text, quoted);
  });
  return studyOf([code('top', 'Top'), ...many], documents);
}
