import assert from 'node:assert/strict';
import fc from 'fast-check';
import { segmentsOf } from '../../../src/core/study/segments.ts';
import { inTextOrder } from '../../../src/core/study/study.ts';
import { quotation } from './trees.ts';

const ranges = fc.array(fc.record({ start: fc.nat(30), length: fc.nat(12) }), { maxLength: 8 });
const quotationsOf = (drawn: readonly { readonly start: number; readonly length: number }[]) =>
  drawn
    .map(({ start, length }, index) => quotation(`q${index}`, 'one.md', [], { start, end: start + length }))
    .sort(inTextOrder);

describe('segments', () => {
  it('cover each character once, with just the quotations that it is in', () => {
    fc.assert(
      fc.property(ranges, (drawn) => {
        const quotations = quotationsOf(drawn);
        const segments = segmentsOf(quotations);
        for (let at = 0; at < 45; at++) {
          const inside = quotations.filter(({ start, end }) => start <= at && at < end);
          const covering = segments.filter(({ start, end }) => start <= at && at < end);
          assert.equal(covering.length, inside.length > 0 ? 1 : 0);
          assert.deepEqual(covering[0]?.quotations ?? [], inside);
        }
      }),
    );
  });

  it('are from left to right, not empty, and end only where a quotation starts or ends', () => {
    fc.assert(
      fc.property(ranges, (drawn) => {
        const quotations = quotationsOf(drawn);
        const segments = segmentsOf(quotations);
        for (const [index, { start, end, quotations: here }] of segments.entries()) {
          assert.ok(start < end);
          const next = segments[index + 1];
          assert.ok(!next || end <= next.start);
          if (next?.start === end) assert.notDeepEqual(next.quotations, here);
        }
      }),
    );
  });

  it('of nested, equal and touching quotations', () => {
    const made = [
      [0, 10],
      [0, 10],
      [2, 4],
      [10, 12],
    ].map(([start = 0, end = 0], index) => quotation(`q${index}`, 'one.md', [], { start, end }));
    assert.deepEqual(
      segmentsOf(made).map(({ start, end, quotations }) => [
        start,
        end,
        quotations.map(({ id }) => id).join(),
      ]),
      [
        [0, 2, 'q0,q1'],
        [2, 4, 'q0,q1,q2'],
        [4, 10, 'q0,q1'],
        [10, 12, 'q3'],
      ],
    );
  });
});
