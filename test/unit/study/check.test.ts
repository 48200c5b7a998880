import assert from 'node:assert/strict';
import { problemsOf } from '../../../src/core/study/check.ts';
import type { Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import { emptyStudy, type Study, withDocument } from '../../../src/core/study/study.ts';

const text = '---\nrole: Chair\ncase: Care\n---\nWe trusted each other.\n';

const quotation = (more: Partial<Quotation> = {}): Quotation => ({
  id: 'q1',
  document: 'a.md',
  coder: '',
  start: 31,
  end: 41,
  exact: 'We trusted',
  prefix: '',
  suffix: '',
  codes: ['trust'],
  created: '',
  modified: '',
  ...more,
});

const document = (quotations: readonly Quotation[], more: Partial<StudyDocument> = {}): StudyDocument => ({
  path: 'a.md',
  transcript: { text },
  sidecars: new Map([['', { coder: '', text: { length: 0, sha256: '' } }]]),
  quotations,
  ...more,
});

const study = (one: StudyDocument, cases: readonly string[] = []): Study =>
  withDocument(
    {
      ...emptyStudy,
      codebook: {
        sets: new Map(),
        codes: new Map([['trust', { id: 'trust', name: 'Trust', level: 'code' }]]),
      },
      cases: { ...emptyStudy.cases, cases: new Map(cases.map((name) => [name, { name, attributes: {} }])) },
    },
    one,
  );

const found = (one: Study) =>
  problemsOf(one).map(({ file, message, range }) => [
    file,
    message.key,
    range && text.slice(range.start, range.end),
  ]);

describe('problems of a study', () => {
  it('are none when all agrees', () => {
    assert.deepEqual(found(study(document([quotation()]), ['Care'])), []);
    assert.deepEqual(found(study(document([quotation()]))), []);
  });

  it('name a code that the codebook lacks once a document, where it is used first', () => {
    const two = [
      quotation({ codes: ['lost'] }),
      quotation({ id: 'q2', start: 34, codes: ['lost', 'trust'] }),
    ];
    assert.deepEqual(found(study(document(two))), [['a.md', 'quotation.unknownCode', 'We trusted']]);
    assert.equal(problemsOf(study(document(two)))[0]?.message.values.count, 2);
  });

  it('name a case without documents and a document of an unknown case', () => {
    assert.deepEqual(found(study(document([]), ['Cure'])), [
      ['cases.csv', 'cases.noDocuments', undefined],
      ['a.md', 'cases.unknown', 'case: Care'],
    ]);
  });

  it('name a sidecar without its transcript', () => {
    const { transcript: _, ...gone } = document([quotation()]);
    assert.deepEqual(found(study(gone)), [['a.codes.json', 'sidecar.noTranscript', undefined]]);
  });

  it('name quotations that wait for a decision, where they are or were', () => {
    const anchors = [
      quotation({ anchor: { state: 'review', was: 'We once trusted', reason: 'changed' } }),
      quotation({ id: 'q2', start: 900, end: 950, anchor: { state: 'lost', since: '' } }),
    ];
    assert.deepEqual(found(study(document(anchors))), [
      ['a.md', 'quotation.review', 'We trusted'],
      ['a.md', 'quotation.lost', ''],
    ]);
  });

  it('name front matter that is not YAML', () => {
    const broken = document([], { transcript: { text: '---\ncase: [Care\n---\n' } });
    assert.deepEqual(
      found(study(broken)).map(([, key]) => key),
      ['transcript.frontMatter'],
    );
  });
});
