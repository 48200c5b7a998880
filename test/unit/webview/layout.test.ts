import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Box, layOut } from '../../../src/webview/model/layout.ts';

const boxes = (...ids: readonly string[]): readonly Box[] =>
  ids.map((id) => ({ id, width: 100, height: 40 }));
const lines = (...pairs: readonly string[]) => pairs.map(([from = '', to = '']) => ({ from, to }));

/** Any boxes with any lines between them, cycles, doubles, loops and lines to nowhere included. */
const drawings = fc.integer({ min: 0, max: 12 }).chain((count) =>
  fc.record({
    boxes: fc.array(
      fc.record({ width: fc.integer({ min: 20, max: 300 }), height: fc.integer({ min: 20, max: 90 }) }),
      {
        minLength: count,
        maxLength: count,
      },
    ),
    lines: fc.array(fc.tuple(fc.integer({ min: 0, max: count }), fc.integer({ min: 0, max: count })), {
      maxLength: 30,
    }),
  }),
);

describe('the layout of the model', () => {
  it('lets lines go down', () => {
    const at = layOut(boxes('a', 'b', 'c'), lines('ab', 'bc', 'ac'));
    const y = (id: string) => at.get(id)?.y ?? Number.NaN;
    assert.ok(y('a') < y('b') && y('b') < y('c'));
  });

  it('puts what is alike side by side, below the middle of what leads to it', () => {
    const at = layOut(boxes('a', 'b', 'c'), lines('ab', 'ac'));
    assert.equal(at.get('b')?.y, at.get('c')?.y);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => at.get(id)?.x ?? Number.NaN);
    assert.equal((b ?? 0) + (c ?? 0), 2 * (a ?? Number.NaN));
  });

  it('crosses no lines where it need not', () => {
    const at = layOut(boxes('a', 'b', 'c', 'd'), lines('ad', 'bc'));
    const x = (id: string) => at.get(id)?.x ?? Number.NaN;
    assert.equal(x('a') < x('b'), x('d') < x('c'));
  });

  it('keeps room in a layer for a line that passes it', () => {
    const at = layOut(boxes('a', 'b', 'c'), lines('ab', 'bc', 'ac'));
    assert.notEqual(at.get('b')?.x, at.get('a')?.x);
  });

  it('takes a chain as long as a codebook', () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `n${index}`);
    const chain = ids.slice(1).map((to, index) => ({ from: `n${index}`, to }));
    assert.equal(layOut(boxes(...ids), chain).size, 3000);
  });

  it('places every box, none over another, and always the same way', () => {
    fc.assert(
      fc.property(drawings, (drawn) => {
        const some = drawn.boxes.map((box, index) => ({ ...box, id: String(index) }));
        const between = drawn.lines.map(([from, to]) => ({ from: String(from), to: String(to) }));
        const at = layOut(some, between);
        assert.deepEqual(at, layOut(some, between));
        const placed = some.map((box) => ({ ...box, ...(at.get(box.id) ?? assert.fail(box.id)) }));
        for (const [index, a] of placed.entries()) {
          for (const b of placed.slice(index + 1)) {
            const isApart =
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
              Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
            assert.ok(isApart, `${a.id} and ${b.id}`);
          }
        }
      }),
    );
  });
});
