import assert from 'node:assert/strict';
import { reanchored } from '../../../src/core/anchoring/reanchored.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { quotation } from '../study/trees.ts';

const was = 'The board signed the covenant after a year of talks.';
const now = 'Nobody remembers any longer what was written there.';
const around = (words: string) =>
  `# Talk\n\n**R:** We met in a church, by chance. ${words} Then the cold winter came to us all.\n`;

const inDoubt = (text: string): Quotation => {
  const start = text.indexOf(now);
  const anchor = { state: 'review', was, reason: 'reason.replaced' } as const;
  return quotation('q1', 'a.md', [], { ...placeOf(text, start, start + now.length), anchor });
};

describe('a quotation in doubt whose text changes again', () => {
  it('keeps the words that were coded when it is lost', () => {
    const text = around(now);
    const [found] = reanchored([inDoubt(text)], around('').replace('  ', ' '), text, '2024-01-01T00:00:00Z');
    assert.deepEqual([found?.exact, found?.anchor?.state], [was, 'lost']);
  });

  it('is in doubt no longer when these words are back', () => {
    const text = around(now);
    const [lost] = reanchored([inDoubt(text)], around('').replace('  ', ' '), text, '2024-01-01T00:00:00Z');
    assert.ok(lost);
    const [found] = reanchored([lost], around(was), undefined, '2024-01-02T00:00:00Z');
    assert.deepEqual([found?.exact, found?.anchor], [was, undefined]);
  });
});
