import assert from 'node:assert/strict';
import { apply } from '../../../src/core/study/apply.ts';
import {
  codingChanges,
  operation,
  recodingChanges,
  replacingChanges,
  setBoundaries,
  setComment,
  toggleStar,
} from '../../../src/core/study/coding.ts';
import type { Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import { quotationsAt } from '../../../src/core/study/quotations.ts';
import { withDocument } from '../../../src/core/study/study.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { author, quotation, studyOf } from './trees.ts';

const text = '  We trusted 👩‍👩‍👧 them. \n\nNow we do not.\n';
const first = { start: text.indexOf('We'), end: text.indexOf(' \n') };

function documentOf(...quotations: readonly Quotation[]): StudyDocument {
  return { path: 'one.md', transcript: { text }, sidecars: new Map(), quotations };
}

function at(start: number, end: number, more: Partial<Quotation> = {}): Quotation {
  return quotation('q1', 'one.md', ['a'], { ...placeOf(text, start, end), ...more });
}

function after(document: StudyDocument, changes: ReturnType<typeof codingChanges>): readonly Quotation[] {
  const study = withDocument(studyOf([], {}), document);
  const applied = apply(study, operation('k', {}, changes));
  assert.deepEqual(applied.conflicts, []);
  return applied.study.documents.get('one.md')?.quotations ?? [];
}

describe('coding a range', () => {
  it('quotes it without the white space around it', () => {
    const [made, ...rest] = after(
      documentOf(),
      codingChanges(documentOf(), [{ start: 0, end: first.end + 2 }], { add: ['a', 'b', 'a'] }, author),
    );
    assert.deepEqual(rest, []);
    assert.deepEqual([made?.start, made?.end], [first.start, first.end]);
    assert.equal(made?.exact, 'We trusted 👩‍👩‍👧 them.');
    assert.deepEqual(made?.codes, ['a', 'b']);
    assert.ok(made && !('comment' in made));
  });

  it('recodes the own quotation that is there, not that of another coder or a lost one', () => {
    const range = [{ start: first.start - 1, end: first.end + 1 }];
    const own = documentOf(at(first.start, first.end));
    assert.deepEqual(
      after(own, codingChanges(own, range, { add: ['b'] }, author)).map(({ id, codes }) => [id, codes]),
      [['q1', ['a', 'b']]],
    );
    for (const more of [
      { coder: 'ldb' },
      { anchor: { state: 'lost', since: '2024-01-01T00:00:00Z' } },
    ] as const) {
      const other = documentOf(at(first.start, first.end, more));
      assert.equal(after(other, codingChanges(other, range, { add: ['b'] }, author)).length, 2);
    }
  });

  it('passes over white space, a range twice, and a document without a transcript', () => {
    const changes = (document: StudyDocument, ...ranges: readonly (readonly [number, number])[]) =>
      codingChanges(
        document,
        ranges.map(([start, end]) => ({ start, end })),
        { add: ['a'] },
        author,
      );
    assert.deepEqual(changes(documentOf(), [0, 2], [3, 3]), []);
    assert.equal(changes(documentOf(), [0, 5], [1, 5]).length, 1);
    const { transcript: _, ...gone } = documentOf();
    assert.deepEqual(changes(gone, [0, 5]), []);
  });

  it('changes nothing where it is coded so already', () => {
    const own = documentOf(at(first.start, first.end));
    assert.deepEqual(codingChanges(own, [first], { add: ['a'], comment: '' }, author), []);
  });
});

describe('recoding', () => {
  it('takes codes off with their weights, and adds each once', () => {
    const before = at(2, 5, { codes: ['a', 'b'], weight: { a: 10, b: 20 } });
    const [now] = after(
      documentOf(before),
      recodingChanges([before], { add: ['c', 'c', 'b'], remove: ['a'] }, author),
    );
    assert.deepEqual(now?.codes, ['b', 'c']);
    assert.deepEqual(now?.weight, { b: 20 });
  });

  it('leaves the comment when none is given', () => {
    const before = at(2, 5, { comment: 'Mine.' });
    const [now] = after(documentOf(before), recodingChanges([before], { add: ['c'], comment: '' }, author));
    assert.equal(now?.comment, 'Mine.');
  });
});

describe('changing boundaries', () => {
  const before = at(first.start, first.start + 2, {
    anchor: { state: 'review', was: 'Wij', reason: 'changed' },
  });

  it('trims the range, reads the words and settles the doubt', () => {
    const { changes } = setBoundaries(documentOf(before), before, { start: 0, end: first.end + 1 }, author);
    const study = apply(withDocument(studyOf([], {}), documentOf(before)), {
      label: { key: 'k', values: {} },
      changes,
    });
    const now = study.study.documents.get('one.md')?.quotations[0];
    assert.equal(now?.exact, 'We trusted 👩‍👩‍👧 them.');
    assert.ok(now && !('anchor' in now));
  });

  it('names both boundaries on both sides, also where one stays', () => {
    const [change] = setBoundaries(documentOf(before), before, first, author).changes;
    assert.ok(change?.record === 'quotation');
    assert.deepEqual([change.before?.start, change.before?.end], [first.start, first.start + 2]);
    assert.deepEqual([change.after?.start, change.after?.end], [first.start, first.end]);
  });

  it('changes nothing for white space, or where it is already', () => {
    assert.deepEqual(setBoundaries(documentOf(before), before, { start: 0, end: 1 }, author).changes, []);
    const sure = at(first.start, first.end);
    assert.deepEqual(setBoundaries(documentOf(sure), sure, first, author).changes, []);
  });
});

describe('comments and stars', () => {
  it('an empty comment is none', () => {
    const before = at(2, 5, { comment: 'Mine.' });
    const [change] = setComment(before, ' \n', author).changes;
    assert.deepEqual(change?.before, { comment: 'Mine.', modified: before.modified });
    assert.deepEqual(change?.after, { modified: author.now });
  });

  it('stars all unless all have one', () => {
    const plain = at(2, 5);
    const starred = at(2, 5, { id: 'q2', star: true });
    assert.deepEqual(
      toggleStar([plain, starred], author).changes.map(({ id }) => id),
      ['q1'],
    );
    assert.equal(toggleStar([starred], author).label.key, 'done.unstar');
  });
});

describe('the quotations at a place', () => {
  const long = at(2, 13, { id: 'long' });
  const short = at(5, 10, { id: 'short' });
  const lost = at(5, 6, { id: 'lost', anchor: { state: 'lost', since: '2024-01-01T00:00:00Z' } });
  const idsAt = (start: number, end: number) =>
    quotationsAt(documentOf(long, short, lost), { start, end }).map(({ id }) => id);

  it('are the shortest first, without those that are lost', () => {
    assert.deepEqual(idsAt(6, 6), ['short', 'long']);
  });

  it('touch a caret at their ends, and a selection only where they share a character', () => {
    assert.deepEqual(idsAt(10, 10), ['short', 'long']);
    assert.deepEqual(idsAt(10, 12), ['long']);
    assert.deepEqual(idsAt(13, 13), ['long']);
    assert.deepEqual(idsAt(13, 15), []);
  });
});

describe('replacing a code', () => {
  const replaced = (more: Partial<Quotation>, to: readonly string[]) => {
    const document = documentOf(at(first.start, first.end, more));
    const [now] = after(document, replacingChanges(document.quotations, 'a', { add: to }, author));
    return [now?.codes, now?.weight];
  };

  it('puts the others in its place, each once', () => {
    assert.deepEqual(replaced({ codes: ['x', 'a', 'b'] }, ['c', 'd']), [['x', 'c', 'd', 'b'], undefined]);
    assert.deepEqual(replaced({ codes: ['b', 'a'] }, ['b']), [['b'], undefined]);
    assert.deepEqual(replaced({ codes: ['a', 'b'] }, ['a', 'c']), [['a', 'c', 'b'], undefined]);
  });

  it('hands its weight on where that is higher', () => {
    const weight = { a: 60, b: 80, x: 5 };
    assert.deepEqual(replaced({ codes: ['a', 'b', 'x'], weight }, ['b', 'c']), [
      ['b', 'c', 'x'],
      { b: 80, c: 60, x: 5 },
    ]);
  });

  it('leaves alone what does not carry it', () => {
    const document = documentOf(at(first.start, first.end, { codes: ['b'] }));
    assert.deepEqual(replacingChanges(document.quotations, 'a', { add: ['c'] }, author), []);
  });
});
