import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayBeAlike, similarity, withLetters } from '../../../src/core/anchoring/similarity.ts';

describe('similarity', () => {
  it('counts letters that differ over the length, and swapped neighbours as one', () => {
    assert.equal(similarity('alliance', 'alliance'), 1);
    assert.equal(similarity('alliance', 'allaince'), 1 - 1 / 8);
    assert.equal(similarity('if', 'it'), 0);
    assert.equal(similarity('alliance', 'governor'), 0);
  });

  it('is nothing wherever the letters say that two words cannot be alike', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeéß0'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        if (!mayBeAlike(withLetters(0, a), withLetters(1, b))) assert.equal(similarity(a, b), 0);
      }),
      { numRuns: 2000 },
    );
  });
});
