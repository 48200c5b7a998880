import assert from 'node:assert/strict';
import fc from 'fast-check';
import { transcriptOf } from '../../../src/core/text/transcript.ts';
import {
  countWords,
  paragraphRangeAt,
  sentenceRangeAt,
  wordRangeAt,
  wordsIn,
} from '../../../src/core/text/words.ts';

const words = (text: string) => wordsIn(text).map(({ start, end }) => text.slice(start, end));

/** What a finder gives for the place where a word stands in a text. */
function found(find: typeof wordRangeAt, text: string, at: string): string {
  const transcript = transcriptOf(text);
  const { start, end } = find(transcript, transcript.text.indexOf(at));
  return transcript.text.slice(start, end);
}

describe('words', () => {
  it('are runs of letters and digits with apostrophes and hyphens inside', () => {
    assert.deepEqual(words("We don't – zo'n e-mail, '’s avonds’ -ja- 8,5 of 7.5 om 10:30, a/b."), [
      ...['We', "don't", "zo'n", 'e-mail', 's', 'avonds', 'ja', '8,5', 'of', '7.5', 'om', '10:30', 'a', 'b'],
    ]);
    assert.deepEqual(words('Zoe\u0308 😀 été, شكرا לך 𝒜b'), ['Zoe\u0308', 'été', 'شكرا', 'לך', '𝒜b']);
    assert.equal(countWords(''), 0);
    assert.equal(countWords(' … – !'), 0);
  });

  it('do not overlap, and add up over lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        let at = 0;
        for (const { start, end } of wordsIn(a)) {
          assert.ok(start >= at && end > start);
          at = end;
        }
        assert.equal(countWords(`${a}\n${b}`), countWords(a) + countWords(b));
      }),
    );
  });

  it('are found at an offset inside or at the end; else an empty range', () => {
    const transcript = transcriptOf('Wij samen, ja');
    assert.deepEqual(wordRangeAt(transcript, 5), { start: 4, end: 9 });
    assert.deepEqual(wordRangeAt(transcript, 9), { start: 4, end: 9 });
    assert.deepEqual(wordRangeAt(transcript, 10), { start: 10, end: 10 });
    assert.deepEqual(wordRangeAt(transcript, 13), { start: 11, end: 13 });
  });
});

describe('paragraphs and sentences', () => {
  const text =
    '# Kop\n\n**R:** [00:12] We trusted each other.\nFrom the  first day! Really.\n\n**I:** And later?\n';

  it('a paragraph is what stands between blank lines, without the label', () => {
    assert.equal(
      found(paragraphRangeAt, text, 'first'),
      'We trusted each other.\nFrom the  first day! Really.',
    );
    assert.equal(found(paragraphRangeAt, text, 'R:'), 'We trusted each other.\nFrom the  first day! Really.');
    assert.equal(found(paragraphRangeAt, text, 'later'), 'And later?');
    assert.equal(found(paragraphRangeAt, text, 'Kop'), '# Kop');
    assert.equal(found(paragraphRangeAt, text, '\n\n**R'), '# Kop');
    assert.deepEqual(paragraphRangeAt(transcriptOf('a\n\n\nb'), 2), { start: 2, end: 2 });
    assert.deepEqual(paragraphRangeAt(transcriptOf(''), 0), { start: 0, end: 0 });
    assert.equal(found(paragraphRangeAt, '**I:** A?\n**R:** B.\n**I:** C.', 'B'), 'B.');
  });

  it('a sentence ends at its mark, unless it goes on in lower case or the mark is that of an abbreviation', () => {
    assert.equal(found(sentenceRangeAt, text, 'trusted'), 'We trusted each other.');
    assert.equal(found(sentenceRangeAt, text, 'first'), 'From the  first day!');
    assert.equal(found(sentenceRangeAt, text, 'Really'), 'Really.');
    const more = 'Volgens dr. J. de Wit... ja, dat zei hij. "Echt waar?" Ik zei nee. Klaar';
    assert.equal(found(sentenceRangeAt, more, 'Wit'), 'Volgens dr. J. de Wit... ja, dat zei hij.');
    assert.equal(found(sentenceRangeAt, more, 'waar'), '"Echt waar?"');
    assert.equal(found(sentenceRangeAt, more, 'nee'), 'Ik zei nee.');
    assert.equal(found(sentenceRangeAt, more, 'Klaar'), 'Klaar');
    assert.equal(found(sentenceRangeAt, '私たちは信じた。そうです。', 'そう'), 'そうです。');
  });

  it('a sentence lies in its paragraph and is not wider, at any offset', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'B', '. ', '?', '\n', '\n\n', '**R:** ', '😀', '# '), {
          maxLength: 30,
        }),
        (pieces) => {
          const transcript = transcriptOf(pieces.join(''));
          for (let offset = 0; offset <= transcript.text.length; offset++) {
            const paragraph = paragraphRangeAt(transcript, offset);
            const sentence = sentenceRangeAt(transcript, offset);
            assert.ok(paragraph.start <= sentence.start && sentence.end <= paragraph.end);
            assert.ok(sentence.start <= sentence.end);
          }
        },
      ),
    );
  });
});
