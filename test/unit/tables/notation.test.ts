import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closest, editDistance } from '../../../src/core/text/closest.ts';
import { formatNumber, localised } from '../../../src/core/text/notation.ts';
import { parseNumber } from '../../../src/core/text/numbers.ts';

describe('a number in a table', () => {
  it('has the decimal sign of the language and no needless zeros', () => {
    assert.equal(formatNumber(8.5, 'nl'), '8,5');
    assert.equal(formatNumber(5.75, 'en'), '5.75');
    assert.equal(formatNumber(8, 'nl'), '8');
    assert.equal(formatNumber(23 / 3, 'nl'), '7,67');
    assert.equal(formatNumber((7.4 + 8) / 2, 'nl'), '7,7');
    assert.equal(formatNumber(7, 'nl', 1), '7,0');
    assert.equal(formatNumber(2.675, 'en', 2), '2.68');
    assert.equal(formatNumber(-0.004, 'en'), '0');
    assert.equal(formatNumber(-0.5, 'en', 0), '-1');
  });

  it('comes back as it was, in either language', () => {
    const number = fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 100);
    fc.assert(
      fc.property(number, fc.constantFrom('nl' as const, 'en' as const), (value, language) => {
        assert.equal(parseNumber(formatNumber(value, language)), value);
      }),
    );
  });

  it('of any size is printed without an error', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.option(fc.nat(10), { nil: undefined }),
        (value, decimals) => {
          assert.doesNotMatch(formatNumber(value, 'en', decimals), /NaN|undefined|^-0(?:\.0*)?$/);
        },
      ),
    );
  });
});

describe('an attribute in a table', () => {
  it('gets the notation of the language where it is a number or a date, and else stays as it is', () => {
    for (const [text, nl, en] of [
      ['8.5', '8,5', '8.5'],
      ['8,50', '8,50', '8.50'],
      ['6-', '6-', '6-'],
      ['2019-03-04', '4 maart 2019', '4 March 2019'],
      ['2019-13-04', '2019-13-04', '2019-13-04'],
      ['1e–3e lijn', '1e–3e lijn', '1e–3e lijn'],
      ['1.2.3', '1.2.3', '1.2.3'],
    ] as const) {
      assert.equal(localised(text, 'nl'), nl);
      assert.equal(localised(text, 'en'), en);
    }
  });
});

describe('the names closest to a word', () => {
  it('come first: a slip, a beginning, a part, then the rest', () => {
    assert.deepEqual(closest('vertrowen', ['Governance', 'Vertrouwen', 'Wantrouwen'], 2), [
      'Vertrouwen',
      'Wantrouwen',
    ]);
    assert.deepEqual(closest('trust', ['Rust', 'Building trust', 'Trust in people'], 3), [
      'Trust in people',
      'Rust',
      'Building trust',
    ]);
    assert.deepEqual(closest('mean', ['count', 'maen', 'meen']), ['maen', 'meen', 'count']);
  });

  it('are measured by a distance that is one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        assert.equal(distance, editDistance(b, a));
        assert.equal(distance === 0, a === b);
        assert.ok(distance <= Math.max(a.length, b.length));
        assert.ok(distance >= Math.abs(a.length - b.length));
      }),
    );
    assert.equal(editDistance('ab', 'ba'), 1);
    assert.equal(editDistance('kitten', 'sitting'), 3);
  });
});
