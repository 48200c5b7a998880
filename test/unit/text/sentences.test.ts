import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentencesIn } from '../../../src/core/text/sentences.ts';

const sentences = (text: string) =>
  sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end at their full stop, not at that of an abbreviation or initial', () => {
    assert.deepEqual(sentences('Ja. “Echt waar?” Dat zei dhr. De Vries van A. Bakker… Toen\nniet meer!'), [
      'Ja.',
      '“Echt waar?”',
      'Dat zei dhr. De Vries van A. Bakker…',
      'Toen\nniet meer!',
    ]);
    assert.deepEqual(sentences(''), []);
  });

  it('cover all of a paragraph but the white space between them', () => {
    const piece = fc.constantFrom('Ja', 'nee', '.', '. ', '? ', '…\n', ' ', 'dr. ', '”', '。', 'E.');
    fc.assert(
      fc.property(fc.array(piece), fc.nat(5), (pieces, before) => {
        const paragraph = pieces.join('').trim();
        const text = `${'x'.repeat(before)}${paragraph} y.`;
        let at = before;
        for (const { start, end } of sentencesIn(text, { start: before, end: before + paragraph.length })) {
          assert.equal(text.slice(at, start).trim(), '');
          assert.ok(start < end);
          at = end;
        }
        assert.equal(at, before + paragraph.length);
      }),
    );
  });
});
