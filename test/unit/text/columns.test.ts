import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignedColumns, wrapped } from '../../../src/core/text/columns.ts';

const lines = fc.array(fc.string({ minLength: 1 }), { maxLength: 5 });

describe('columns', () => {
  it('start every section on the same line, and lose nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ left: lines, right: lines }), { maxLength: 6 }), (sections) => {
        const { left, right } = alignedColumns(sections, '');
        assert.equal(left.length, right.length);
        let at = 0;
        for (const section of sections) {
          assert.deepEqual(left.slice(at, at + section.left.length), section.left);
          assert.deepEqual(right.slice(at, at + section.right.length), section.right);
          at += Math.max(section.left.length, section.right.length);
        }
        assert.equal(at, left.length);
      }),
    );
  });

  it('break lines at white space, and keep every word whole', () => {
    assert.deepEqual(wrapped('We trusted each\nother', 10), ['We trusted', 'each other']);
    assert.deepEqual(wrapped(' ', 10), []);
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^\S{1,12}$/)),
        fc.integer({ min: 1, max: 20 }),
        (words, width) => {
          const broken = wrapped(words.join('  '), width);
          assert.deepEqual(
            broken.flatMap((line) => line.split(' ')),
            words,
          );
          for (const line of broken) assert.ok(line.length <= width || !line.includes(' '));
        },
      ),
    );
  });
});
