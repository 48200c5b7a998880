import assert from 'node:assert/strict';
import type { Anchor } from '../../../src/core/study/model.ts';
import { type Study, withDocuments, withQuotations } from '../../../src/core/study/study.ts';
import { smallStudy, tableOf } from './small.ts';

const review: Anchor = { state: 'review', was: 'other words', reason: 'reason.changed' };
const lost: Anchor = { state: 'lost', since: '2024-01-01T00:00:00Z' };

/** The small study with some quotations in doubt. */
function withAnchors(study: Study, anchors: Readonly<Record<string, Anchor>>): Study {
  const documents = [...study.documents.values()].map((document) =>
    withQuotations(
      document,
      document.quotations.map((quotation) => {
        const anchor = anchors[quotation.id];
        return anchor ? { ...quotation, anchor } : quotation;
      }),
    ),
  );
  return withDocuments(study, new Map(documents.map((document) => [document.path, document])));
}

const study = withAnchors(smallStudy(), { q1: review, q3: lost, q4: lost });
const note = (yaml: string, of = study) => tableOf(of, yaml).note ?? '';
const counted = (yaml: string, of = study) => [
  Number(/still to be checked, taken along: (\d+)\./.exec(note(yaml, of))?.[1] ?? 0),
  Number(/not found again, left out: (\d+)\./.exec(note(yaml, of))?.[1] ?? 0),
];

describe('the note on quotations in doubt', () => {
  it('says nothing when every quotation is on its words', () => {
    for (const yaml of ['table: matrix', 'table: cases', 'table: codebook', 'table: quotations'])
      assert.deepEqual(counted(yaml, smallStudy()), [0, 0], yaml);
  });

  it('counts each quotation once, however many cells it is in', () => {
    assert.deepEqual(counted('table: matrix\ntotals: true\nrows: {level: theme}'), [1, 2]);
    assert.deepEqual(counted('table: codebook'), [1, 2]);
    assert.deepEqual(counted('table: cases'), [1, 2]);
    assert.deepEqual(counted('table: quotations'), [1, 2]);
  });

  it('counts only what the table is about', () => {
    assert.deepEqual(counted('table: cases\ncolumns: [{case: true}, {codings: contract}]'), [0, 1]);
    assert.deepEqual(counted('table: cases\ncolumns: [{case: true}, {count: documents}]'), [0, 0]);
    assert.deepEqual(counted('table: quotations\ncodes: [trust]'), [1, 1]);
    assert.deepEqual(counted('table: quotations\nstarred: true'), [0, 0]);
    assert.deepEqual(counted('table: matrix\nwhere: contract'), [0, 1]);
    assert.deepEqual(counted('table: matrix\nwhere: trust AND NOT contract'), [1, 1]);
  });

  it('is in the language of the study', () => {
    const dutch = withAnchors(smallStudy('nl'), { q1: review, q3: lost });
    assert.match(note('table: matrix', dutch), /nog is na te kijken, meegenomen: 1\./);
    assert.match(note('table: matrix', dutch), /niet zijn teruggevonden, weggelaten: 1\./);
  });
});
