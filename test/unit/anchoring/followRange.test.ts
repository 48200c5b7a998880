import assert from 'node:assert/strict';
import fc from 'fast-check';
import { followRange, textAfter } from '../../../src/core/anchoring/followRange.ts';
import type { TextEdit } from '../../../src/core/anchoring/textEdit.ts';
import { applyEdits } from './edits.ts';

const length = 30;

/** Edits that do not overlap or touch, in any order, with the range that they are tried on. */
const drawn = fc
  .record({
    bounds: fc.uniqueArray(fc.nat(length), { maxLength: 8 }),
    texts: fc.array(fc.string({ maxLength: 4 }), { minLength: 8, maxLength: 8 }),
    points: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    range: fc.tuple(fc.nat(length), fc.nat(length)),
    isReversed: fc.boolean(),
  })
  .map(({ bounds, texts, points, range: [a, b], isReversed }) => {
    const sorted = bounds.toSorted((x, y) => x - y);
    const edits: TextEdit[] = [];
    for (let at = 0; at + 1 < sorted.length; at += 2) {
      const start = sorted[at] ?? 0;
      edits.push({ start, end: points[at] ? start : (sorted[at + 1] ?? start), text: texts[at] ?? '' });
    }
    return {
      edits: isReversed ? edits.reverse() : edits,
      range: { start: Math.min(a, b), end: Math.max(a, b) },
    };
  });

/** Where a character that no edit takes out is afterwards. */
function movedTo(at: number, edits: readonly TextEdit[]): number | undefined {
  if (edits.some(({ start, end }) => start <= at && at < end)) return undefined;
  const before = edits.filter(({ end }) => end <= at);
  return before.reduce((sum, { start, end, text }) => sum + text.length - (end - start), at);
}

describe('a range carried through edits', () => {
  it('holds just the characters that it held, of those that are left', () => {
    fc.assert(
      fc.property(drawn, ({ edits, range }) => {
        const { start, end } = followRange(range, edits);
        assert.ok(start <= end);
        for (let at = 0; at < length; at++) {
          const now = movedTo(at, edits);
          if (now === undefined) continue;
          assert.equal(start <= now && now < end, range.start <= at && at < range.end, `character ${at}`);
        }
      }),
    );
  });

  it('is inside the text, and holds an inserted text as a whole or not at all', () => {
    fc.assert(
      fc.property(drawn, ({ edits, range }) => {
        const after = textAfter('x'.repeat(length), edits);
        const { start, end } = followRange(range, edits);
        assert.ok(0 <= start && end <= after.length);
        for (const edit of edits) {
          const from =
            (movedTo(
              length,
              edits.filter((other) => other.start <= edit.start),
            ) ?? 0) -
            (length - edit.end) -
            edit.text.length;
          for (const inside of [start, end]) assert.ok(inside <= from || inside >= from + edit.text.length);
        }
      }),
    );
  });

  const carried = (edit: TextEdit) => {
    const { start, end } = followRange({ start: 10, end: 20 }, [edit]);
    return [start, end];
  };

  it('leaves outside what is inserted at its ends, and takes in what replaces a part of it', () => {
    assert.deepEqual(carried({ start: 10, end: 10, text: 'abc' }), [13, 23]);
    assert.deepEqual(carried({ start: 20, end: 20, text: 'abc' }), [10, 20]);
    assert.deepEqual(carried({ start: 10, end: 12, text: 'abc' }), [10, 21]);
    assert.deepEqual(carried({ start: 18, end: 20, text: 'abc' }), [10, 21]);
    assert.deepEqual(carried({ start: 10, end: 20, text: 'abc' }), [10, 13]);
  });

  it('leaves outside what replaces more than it, and is empty when nothing is left', () => {
    assert.deepEqual(carried({ start: 8, end: 12, text: 'abc' }), [11, 19]);
    assert.deepEqual(carried({ start: 18, end: 22, text: 'abc' }), [10, 18]);
    const [start, end] = carried({ start: 8, end: 22, text: 'abc' });
    assert.equal(start, end);
  });
});

describe('the text after edits', () => {
  it('is that of the edits one by one, in any order', () => {
    fc.assert(
      fc.property(fc.string({ minLength: length, maxLength: length }), drawn, (text, { edits }) => {
        assert.equal(textAfter(text, edits), applyEdits(text, edits));
        const backwards = edits.toSorted((a, b) => b.start - a.start);
        const oneByOne = backwards.reduce(
          (now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end),
          text,
        );
        assert.equal(textAfter(text, edits), oneByOne);
      }),
    );
  });
});
