import assert from 'node:assert/strict';
import { apply } from '../../../src/core/study/apply.ts';
import { problemsOf } from '../../../src/core/study/check.ts';
import type { Anchor, Quotation } from '../../../src/core/study/model.ts';
import { inverse, type Operation } from '../../../src/core/study/operation.ts';
import { findQuotation } from '../../../src/core/study/quotations.ts';
import {
  acceptPlaces,
  alikeInDoubt,
  attach,
  isUndecided,
  keepAsLost,
  quotationsInDoubt,
} from '../../../src/core/study/review.ts';
import { inTextOrder, type Study, withDocuments } from '../../../src/core/study/study.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { author, quotation, studyOf } from './trees.ts';

const text = 'We trust each other. They came later. We trust nobody.\n';

const review = (reason: string, was = 'We trusted'): Anchor => ({ state: 'review', was, reason });
const lost: Anchor = { state: 'lost', since: '2024-02-02T00:00:00Z' };

function at(id: string, words: string, anchor?: Anchor, document = 'a.md'): Quotation {
  const start = text.indexOf(words);
  const place = placeOf(text, start, start + words.length);
  return quotation(id, document, ['a'], { ...place, ...(anchor && { anchor }) });
}

const quotations = [
  at('sure', 'each other'),
  at('changed', 'We trust', review('reason.changed')),
  at('alike', 'They came', review('reason.changed', 'They come')),
  at('moved', 'came later', review('reason.moved', 'came later')),
  at('lost', 'nobody', lost),
].sort(inTextOrder);

const byId = (id: string) => quotations.find((one) => one.id === id);

const study: Study = withDocuments(
  studyOf([], {}),
  new Map([
    ['a.md', { path: 'a.md', transcript: { text }, sidecars: new Map(), quotations }],
    [
      'b.md',
      {
        path: 'b.md',
        transcript: { text },
        sidecars: new Map(),
        quotations: [at('other', 'We trust', review('reason.changed'), 'b.md')],
      },
    ],
  ]),
);

/** What an operation makes of some quotations, and that it can be taken back. */
function after(operation: Operation, ...ids: readonly string[]): readonly (Quotation | undefined)[] {
  const done = apply(study, operation);
  assert.deepEqual(done.conflicts, []);
  const undone = apply(done.study, inverse(done.operation));
  assert.deepEqual(undone.conflicts, []);
  assert.deepEqual(
    [...undone.study.documents.values()].map((document) => document.quotations),
    [...study.documents.values()].map((document) => document.quotations),
  );
  return ids.map((id) => findQuotation(done.study, id));
}

const inDoubt = (path: string) => {
  const document = study.documents.get(path);
  return document ? quotationsInDoubt(document) : [];
};

describe('quotations in doubt', () => {
  it('are those in review and those that are lost, worked out once', () => {
    assert.deepEqual(
      inDoubt('a.md').map(({ id }) => id),
      ['changed', 'alike', 'moved', 'lost'],
    );
    assert.equal(inDoubt('a.md'), inDoubt('a.md'));
  });

  it('are settled where they are; a lost one is nowhere', () => {
    const [changed, gone] = after(acceptPlaces(quotations, author), 'changed', 'lost');
    assert.ok(changed && !('anchor' in changed));
    assert.equal(changed.exact, 'We trust');
    assert.equal(changed.modified, author.now);
    assert.deepEqual(gone?.anchor, lost);
    assert.equal(acceptPlaces(quotations, author).label.values.count, 3);
  });

  it('are alike when they are in doubt for one reason in one document', () => {
    const alike = (id: string) =>
      alikeInDoubt(
        study,
        quotations.filter((one) => one.id === id),
      ).map((one) => one.id);
    assert.deepEqual(alike('changed'), ['changed', 'alike']);
    assert.deepEqual(alike('moved'), ['moved']);
    assert.deepEqual(alike('sure'), []);
    assert.deepEqual(alike('lost'), []);
  });

  it('are kept as lost with the words that were coded, and wait for nothing then', () => {
    const [changed, gone, sure] = after(keepAsLost(quotations, author), 'changed', 'lost', 'sure');
    assert.deepEqual(changed?.anchor, { state: 'lost', since: author.now, kept: true });
    assert.equal(changed?.exact, 'We trusted');
    assert.deepEqual(gone?.anchor, { ...lost, kept: true });
    assert.equal(sure?.anchor, undefined);
    assert.deepEqual(
      [changed, gone].map((one) => one && isUndecided(one)),
      [false, false],
    );
    const { study: kept } = apply(study, keepAsLost(quotations, author));
    assert.deepEqual(
      problemsOf(kept).flatMap(({ message: { key }, file }) =>
        key.startsWith('quotation.') ? [file, key] : [],
      ),
      ['a.md', 'quotation.unknownCode', 'b.md', 'quotation.review', 'b.md', 'quotation.unknownCode'],
    );
  });

  it('are attached to other words of their document', () => {
    const document = study.documents.get('a.md');
    const gone = byId('lost');
    assert.ok(document && gone);
    const start = text.lastIndexOf('We trust');
    const [found] = after(
      attach(study, gone, document, { start: start - 1, end: start + 8 }, author),
      'lost',
    );
    assert.ok(found && !('anchor' in found));
    assert.deepEqual([found.exact, found.start], ['We trust', start]);
  });

  it('are attached to words of another document', () => {
    const document = study.documents.get('b.md');
    const gone = byId('lost');
    assert.ok(document && gone);
    const [found] = after(attach(study, gone, document, { start: 0, end: 9 }, author), 'lost');
    assert.deepEqual([found?.document, found?.exact, found?.anchor], ['b.md', 'We trust', undefined]);
    assert.deepEqual(attach(study, gone, document, { start: 2, end: 3 }, author).changes, []);
  });
});
