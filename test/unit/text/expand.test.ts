import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextRange } from '../../../src/core/study/problem.ts';
import { nextLarger, nextSmaller, type Unit, units, unitsAround } from '../../../src/core/text/expand.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';

const text = `---
case: OneCare
---

# Gesprek

**I:** [00:12] Hoe ging dat, o.a. in 't begin?

**R:** (00:15) We hadden vertrouwen. Dat kwam bijv. door dr. De Wit, die alles (echt alles) wist.

[00:40] Later niet meer. Toen ging het om geld.

**I:** Ja?
`;
const transcript = transcriptOf(text);

/** The words of a range, or that there is none. */
const wordsOf = (range: TextRange | undefined) => range && text.slice(range.start, range.end);

/** The range of some words in the text. */
function rangeOf(words: string): TextRange {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
}

const around = (words: string, unit: Unit) => wordsOf(unitsAround(transcript, rangeOf(words), unit));

/** What a caret before some words becomes, step by step. */
function steps(words: string): string[] {
  const { start } = rangeOf(words);
  const found: string[] = [];
  for (let range: TextRange | undefined = { start, end: start }; range; ) {
    range = nextLarger(transcript, range);
    if (range) found.push(text.slice(range.start, range.end));
  }
  return found;
}

const answer = `We hadden vertrouwen. Dat kwam bijv. door dr. De Wit, die alles (echt alles) wist.`;
const turn = `${answer}\n\n[00:40] Later niet meer. Toen ging het om geld.`;

describe('expanding a selection', () => {
  it('goes from word to sentence, paragraph and turn, without label and time', () => {
    assert.deepEqual(steps('vertrouwen'), ['vertrouwen', 'We hadden vertrouwen.', answer, turn]);
    assert.deepEqual(steps('geld'), [
      'geld',
      'Toen ging het om geld.',
      'Later niet meer. Toen ging het om geld.',
      turn,
    ]);
  });

  it('does not take an abbreviation for the end of a sentence', () => {
    assert.equal(around('kwam', 'sentence'), 'Dat kwam bijv. door dr. De Wit, die alles (echt alles) wist.');
    assert.equal(around('begin', 'sentence'), "Hoe ging dat, o.a. in 't begin?");
  });

  it('takes whole units in at both ends of a selection, its punctuation included', () => {
    assert.equal(around('trouwen. Dat k', 'word'), 'vertrouwen. Dat kwam');
    assert.equal(around('(echt alles)', 'word'), '(echt alles)');
    assert.equal(around('geld.\n\n**I:** Ja', 'sentence'), 'Toen ging het om geld.\n\n**I:** Ja?');
    assert.equal(around('niet meer. Toen', 'sentence'), 'Later niet meer. Toen ging het om geld.');
  });

  it('of a label is what is said after it', () => {
    assert.equal(around('R:', 'sentence'), 'We hadden vertrouwen.');
    assert.equal(around('(00:15)', 'paragraph'), answer);
    assert.equal(around('I:** [', 'turn'), "Hoe ging dat, o.a. in 't begin?");
  });

  it('finds nothing in front matter and on a blank line', () => {
    for (const unit of units) {
      assert.equal(around('OneCare', unit), undefined, unit);
      if (unit === 'turn') continue;
      const blank = text.indexOf('\n\n**R') + 1;
      assert.equal(unitsAround(transcript, { start: blank, end: blank }, unit), undefined, unit);
    }
  });

  it('shrinks to the largest unit at the start that is smaller', () => {
    assert.equal(wordsOf(nextSmaller(transcript, rangeOf(turn))), answer);
    assert.equal(wordsOf(nextSmaller(transcript, rangeOf(answer))), 'We hadden vertrouwen.');
    assert.equal(wordsOf(nextSmaller(transcript, rangeOf('We hadden vertrouwen.'))), 'We');
    assert.equal(nextSmaller(transcript, rangeOf('We')), undefined);
  });

  it('always grows by a step, always shrinks by one, and stays in the text', () => {
    const pieces = fc.constantFrom(
      'Ja. ',
      'nee',
      '\n\n',
      '**R:** ',
      '[00:12] ',
      '# K\n',
      '(x) ',
      ' ',
      '😀',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(), fc.nat(20), (drawn, at, length) => {
        const other = transcriptOf(drawn.join(''));
        const start = at % (other.text.length + 1);
        const range = { start, end: Math.min(start + length, other.text.length) };
        const larger = nextLarger(other, range);
        if (larger) {
          assert.ok(larger.start <= range.start && range.end <= larger.end);
          assert.ok(larger.end - larger.start > range.end - range.start);
          assert.ok(larger.start >= 0 && larger.end <= other.text.length);
        }
        const smaller = nextSmaller(other, range);
        if (smaller) {
          assert.ok(range.start <= smaller.start && smaller.end <= range.end);
          assert.ok(smaller.start < smaller.end && smaller.end - smaller.start < range.end - range.start);
        }
      }),
    );
  });
});
