import assert from 'node:assert/strict';
import { candidatesFor } from '../../../src/core/anchoring/candidates.ts';
import type { Anchor, Quotation } from '../../../src/core/study/model.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { quotation } from '../study/trees.ts';

const old = `**I:** How did it start?

**R:** The board signed the covenant after a year of talks. Yes, exactly.

**I:** And then?

**R:** We hired a coach. Yes, exactly.
`;
const lost: Anchor = { state: 'lost', since: '' };

function coded(words: string, anchor: Anchor, from = 0): Quotation {
  const start = old.indexOf(words, from);
  return quotation('q1', 'a.md', [], { ...placeOf(old, start, start + words.length), anchor });
}

const found = (one: Quotation, text: string) => candidatesFor(one, text).map(({ place }) => place.exact);

describe('candidates for a quotation', () => {
  it('are first the same words in the same context', () => {
    const second = old.lastIndexOf('Yes, exactly.');
    const text = `A new start.\n\n${old}`;
    const [first, next] = candidatesFor(coded('Yes, exactly.', lost, second), text);
    assert.equal(first?.place.start, text.lastIndexOf('Yes, exactly.'));
    assert.equal(next?.place.start, text.indexOf('Yes, exactly.'));
    assert.deepEqual([first?.likeness, next?.likeness], [1, 1]);
  });

  it('are the whole sentence that shares most words', () => {
    const words = 'The board signed the covenant after a year of talks.';
    const text = old.replace(words, 'After a year of long talks the covenant was signed by the two boards.');
    assert.equal(
      found(coded(words, lost), text)[0],
      'After a year of long talks the covenant was signed by the two boards.',
    );
  });

  it('are not where it is now, nor all over the text', () => {
    const now: Quotation = {
      ...coded('We hired a coach.', { state: 'review', was: 'We hired a coach', reason: 'reason.changed' }),
    };
    assert.ok(!found(now, old).includes('We hired a coach.'));
    assert.deepEqual(
      found(coded('We hired a coach.', lost), 'Nothing of the kind was ever said here.\n'),
      [],
    );
  });

  it('are those of the words as they were coded', () => {
    const now = coded('And then?', { state: 'review', was: 'We hired a coach.', reason: 'reason.moved' });
    assert.equal(found(now, old)[0], 'We hired a coach.');
  });
});
