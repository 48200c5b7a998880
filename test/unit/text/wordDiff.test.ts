import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordDiff } from '../../../src/core/text/wordDiff.ts';

/** The parts with marks: `-removed-`, `+added+`. */
const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `-${text}-` : `+${text}+`))
    .join('');

const text = fc
  .array(fc.constantFrom('trust', 'we', 'We', ' ', '  ', '\n', ',', '.', 'zo’n', '👩', 'é'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

describe('a diff by words', () => {
  it('marks whole words', () => {
    assert.equal(shown('We trusted each other.', 'We trust each other.'), 'We -trusted-+trust+ each other.');
    assert.equal(shown('from day one', 'from the very day one'), 'from +the very +day one');
    assert.equal(shown("zo'n man", 'zo’n man'), "-zo'n-+zo’n+ man");
  });

  it('takes white space between two changes for changed', () => {
    assert.equal(shown('a good day b', 'a bad night b'), 'a -good day-+bad night+ b');
  });

  it('has nothing to mark in the same text, and all in other ones', () => {
    assert.deepEqual(wordDiff('one two', 'one two'), [{ kind: 'same', text: 'one two' }]);
    assert.deepEqual(wordDiff('', ''), []);
    assert.equal(shown('one', ''), '-one-');
    assert.equal(shown('', 'one'), '+one+');
  });

  it('gives both texts back, for any two', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        const side = (other: string) =>
          parts
            .filter(({ kind }) => kind !== other)
            .map((part) => part.text)
            .join('');
        assert.equal(side('added'), before);
        assert.equal(side('removed'), after);
        assert.ok(parts.every((part, at) => part.text !== '' && part.kind !== parts[at + 1]?.kind));
      }),
    );
  });

  it('takes two long texts that share nothing in a moment', () => {
    const long = (word: string) => Array.from({ length: 5000 }, (_, at) => `${word}${at}`).join(' ');
    assert.deepEqual(
      wordDiff(long('a'), long('b')).map(({ kind }) => kind),
      ['removed', 'added'],
    );
  });
});
