import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { codePointOffset, cutsPair, utf16Offset } from '../../../src/core/text/codePoints.ts';
import { digestOf, sha256Hex } from '../../../src/core/text/digest.ts';
import { lineStartsOf, offsetAt, positionAt } from '../../../src/core/text/lines.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { normalForm, transcriptOf } from '../../../src/core/text/transcript.ts';
import { trimRange } from '../../../src/core/text/trim.ts';

/** Text as it is met: line ends of every kind, marks, emoji, combining accents, right-to-left, half pairs. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '\ufeff',
        '😀',
        '👩‍👩‍👧',
        'e\u0301',
        'שלום',
        ' ',
        '\t',
        '\u00a0',
        '\ud83d',
        '\ude00',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

const textAndRange = anyText.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) })),
);

describe('offsets in a text', () => {
  it('the normal form has no mark in front and LF alone, and is its own normal form', () => {
    assert.equal(normalForm('\ufeffa\r\nb\rc\n\r\n'), 'a\nb\nc\n\n');
    fc.assert(
      fc.property(anyText, (text) => {
        const normal = normalForm(text);
        assert.equal(normalForm(normal), normal);
        assert.ok(!normal.includes('\r'));
      }),
    );
  });

  it('an offset is a line and a character, and back', () => {
    fc.assert(
      fc.property(anyText, (written) => {
        const transcript = transcriptOf(written);
        const lines = transcript.text.split('\n');
        assert.equal(lineStartsOf(transcript).length, lines.length);
        for (let offset = 0; offset <= transcript.text.length; offset++) {
          const position = positionAt(transcript, offset);
          assert.equal(offsetAt(transcript, position), offset);
          assert.ok(position.character <= (lines[position.line] ?? '').length);
        }
      }),
    );
  });

  it('a place outside the text is the nearest one inside', () => {
    const transcript = transcriptOf('ab\ncd');
    assert.deepEqual(positionAt(transcript, -1), { line: 0, character: 0 });
    assert.deepEqual(positionAt(transcript, 99), { line: 1, character: 2 });
    assert.equal(offsetAt(transcript, { line: 0, character: 9 }), 2);
    assert.equal(offsetAt(transcript, { line: 9, character: 0 }), 5);
    assert.equal(offsetAt(transcript, { line: -1, character: 9 }), 0);
  });

  it('a trimmed range has no white space at its ends, cuts no pair, and stays as it is when trimmed again', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, start, end }) => {
        const range = trimRange(text, { start, end });
        assert.deepEqual(trimRange(text, range), range);
        const words = text.slice(range.start, range.end);
        assert.equal(words, words.trim());
        assert.ok(!cutsPair(text, range.start) && !cutsPair(text, range.end));
        if (!cutsPair(text, start) && !cutsPair(text, end))
          assert.equal(words, text.slice(start, end).trim());
      }),
    );
    assert.deepEqual(trimRange('a   b', { start: 1, end: 4 }), { start: 1, end: 1 });
    assert.deepEqual(trimRange('ab', { start: -5, end: 99 }), { start: 0, end: 2 });
  });

  it('a place has its words and at most 32 units of context around it, with no half pair', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, start, end }) => {
        const place = placeOf(text, start, end);
        assert.equal(text.slice(place.start, place.end), place.exact);
        assert.ok(
          text.slice(0, place.start).endsWith(place.prefix) && text.slice(place.end).startsWith(place.suffix),
        );
        assert.ok(place.prefix.length <= 32 && place.suffix.length <= 32);
        const bounds = [
          place.start - place.prefix.length,
          place.start,
          place.end,
          place.end + place.suffix.length,
        ];
        assert.ok(!bounds.some((bound) => cutsPair(text, bound)));
      }),
    );
    const place = placeOf(`${'😀'.repeat(20)}word.${'😀'.repeat(20)}`, 40, 44);
    assert.deepEqual([place.exact, place.prefix.length, place.suffix.length], ['word', 32, 31]);
  });

  it('code points and UTF-16 units are converted both ways', () => {
    fc.assert(
      fc.property(anyText, (written) => {
        const transcript = transcriptOf(written);
        let offset = 0;
        let points = 0;
        for (const character of transcript.text) {
          assert.equal(codePointOffset(transcript, offset), points);
          assert.equal(utf16Offset(transcript, points), offset);
          offset += character.length;
          points++;
        }
        assert.equal(codePointOffset(transcript, offset), points);
        assert.equal(utf16Offset(transcript, points), offset);
        assert.equal(utf16Offset(transcript, points + 5), offset);
      }),
    );
  });

  it('the digest is that of the UTF-8 bytes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(sha256Hex(text), createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
    assert.deepEqual(digestOf(transcriptOf('\ufeffé\r\n')), { length: 2, sha256: sha256Hex('é\n') });
  });
});
