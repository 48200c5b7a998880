import assert from 'node:assert/strict';
import fc from 'fast-check';
import { laneCount, type Striped, stripesOf } from '../../../src/core/study/lanes.ts';

/** Lines of fifty characters. */
const text = `${'x'.repeat(49)}\n`.repeat(40);

const ranges = fc
  .array(
    fc.record({
      start: fc.nat(1500),
      length: fc.integer({ min: 1, max: 300 }),
      code: fc.constantFrom(...'abcdefgh'),
    }),
    { maxLength: 20 },
  )
  .map((drawn) =>
    drawn
      .map(({ start, length, code }): Striped => ({ start, end: start + length, code }))
      .sort((a, b) => a.start - b.start),
  );

const lineOf = (offset: number) => Math.floor(offset / 50);

describe('lanes of stripes', () => {
  it('never have two codes on one line, and leave no range out', () => {
    fc.assert(
      fc.property(ranges, (drawn) => {
        const stripes = stripesOf(text, drawn);
        assert.deepEqual(
          stripes.map(({ lane: _, ...range }) => range),
          drawn,
        );
        for (const [index, one] of stripes.entries()) {
          if (one.lane === 'more') continue;
          assert.ok(one.lane >= 0 && one.lane < laneCount);
          for (const other of stripes.slice(index + 1)) {
            if (other.lane !== one.lane || other.code === one.code) continue;
            assert.ok(lineOf(other.start) > lineOf(one.end - 1), 'two codes meet in a lane');
          }
        }
      }),
    );
  });

  it('say “more” only where as many codes as there are lanes stand on the line', () => {
    const many = [...'abcdefg'].map((code): Striped => ({ start: 10, end: 20, code }));
    assert.deepEqual(
      stripesOf(text, many).map(({ lane }) => lane),
      [0, 1, 2, 3, 4, 'more', 'more'],
    );
  });

  it('keep a code in its lane while that is free, and join ranges of one code', () => {
    const lanes = (drawn: readonly [number, number, string][]) =>
      stripesOf(
        text,
        drawn.map(([start, end, code]) => ({ start, end, code })),
      ).map(({ lane }) => lane);
    assert.deepEqual(
      lanes([
        [0, 40, 'a'],
        [10, 30, 'b'],
        [100, 120, 'b'],
        [200, 220, 'c'],
      ]),
      [0, 1, 1, 0],
    );
    assert.deepEqual(
      lanes([
        [0, 20, 'a'],
        [10, 30, 'a'],
        [25, 28, 'b'],
        [31, 35, 'a'],
      ]),
      [0, 0, 1, 0],
    );
  });

  it('count a paragraph as one line until it must have been wrapped', () => {
    const paragraph = 'x'.repeat(1000);
    const lane = (start: number) =>
      stripesOf(paragraph, [
        { start: 0, end: 10, code: 'a' },
        { start, end: start + 10, code: 'b' },
      ])[1]?.lane;
    assert.equal(lane(100), 1);
    assert.equal(lane(500), 0);
  });
});
