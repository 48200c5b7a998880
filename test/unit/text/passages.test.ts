import assert from 'node:assert/strict';
import fc from 'fast-check';
import { passagesOf } from '../../../src/core/text/passages.ts';
import { spokenIn } from '../../../src/core/text/spoken.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';
import { turnsOf } from '../../../src/core/text/turns.ts';

/** Of each passage: who says it, under which headings, and its paragraphs. */
function passages(text: string) {
  const transcript = transcriptOf(text);
  return passagesOf(transcript).map(({ speaker, headings, paragraphs }) => [
    speaker,
    headings.map((heading) => heading.text).join(' > '),
    ...paragraphs.map(({ start, end }) => transcript.text.slice(start, end)),
  ]);
}

describe('passages', () => {
  it('are what speakers say, without front matter, headings, labels and timestamps', () => {
    assert.deepEqual(
      passages(
        '---\ncase: A\n---\n# Interview\n\n**I:** [00:00:12] How?\n\n**R:** First.\n\nSecond. [00:01]\n\n## Trust\n\n[00:02] **R:** Third\nline.\n',
      ),
      [
        ['I', 'Interview', 'How?'],
        ['R', 'Interview', 'First.', 'Second.'],
        ['R', 'Interview > Trust', 'Third\nline.'],
      ],
    );
  });

  it('know under which headings they stand, of both kinds', () => {
    assert.deepEqual(
      passages('Top\n===\n\nOne.\n\nBelow\n---\nTwo.\n\n### *Deep* ###\nThree.\n\n## Beside\n\nFour.\n'),
      [
        [undefined, 'Top', 'One.'],
        [undefined, 'Top > Below', 'Two.'],
        [undefined, 'Top > Below > Deep', 'Three.'],
        [undefined, 'Top > Beside', 'Four.'],
      ],
    );
  });

  it('are told apart where no blank line stands between turns, and where a label has its own line', () => {
    assert.deepEqual(passages('I: One?\nR: Two\nthree.\nI: Four?\nR: Five.\n'), [
      ['I', '', 'One?'],
      ['R', '', 'Two\nthree.'],
      ['I', '', 'Four?'],
      ['R', '', 'Five.'],
    ]);
    assert.deepEqual(passages('Anna  0:21\nHello.\n\nBert  0:30\nYes.\n\nMore.\n'), [
      ['Anna', '', 'Hello.'],
      ['Bert', '', 'Yes.', 'More.'],
    ]);
  });

  it('leave out what has no words, and comments and captions at the ends', () => {
    assert.deepEqual(passages('**R:** [00:01]\n\n***\n\n<!-- note --> Words <!-- more -->\n\n…\n'), [
      ['R', '', 'Words'],
    ]);
    assert.deepEqual(passages('[00:43.810 --> 00:47.850]  Hello\n\n00:50.000 --> 00:55.000\nthere\n'), [
      [undefined, '', 'Hello', 'there'],
    ]);
  });

  it('lie within one turn each, in order, and their paragraphs within them', () => {
    const line = fc.constantFrom(
      '# H',
      '**R:** a b',
      'I: c?',
      'd e [0:12]',
      '',
      '',
      '> f',
      'T\n===',
      '[0:01] g',
      '---',
      '*h*',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const transcript = transcriptOf(lines.join('\n'));
        let at = 0;
        for (const passage of passagesOf(transcript, ['I'])) {
          const turn = turnsOf(transcript, ['I']).find(
            ({ start, end }) => start <= passage.start && passage.start < end,
          );
          assert.ok(turn && turn.textStart <= passage.start && passage.end <= turn.end);
          assert.equal(turn.speaker, passage.speaker);
          assert.equal(passage.start, passage.paragraphs[0]?.start);
          assert.equal(passage.end, passage.paragraphs.at(-1)?.end);
          for (const { start, end } of passage.paragraphs) {
            assert.ok(at <= start && start < end);
            const words = transcript.text.slice(start, end);
            assert.equal(words, words.trim());
            assert.match(spokenIn(transcript, { start, end }).text, /[a-z]/i);
            assert.doesNotMatch(words, /^\[|\]$|^#|^>/);
            at = end;
          }
        }
      }),
    );
  });
});

describe('spoken words', () => {
  it('have no marks, single spaces and composed letters, and know where they stand', () => {
    const transcript = transcriptOf('We **trust\nour** cafe\u0301 [0:01] 🙂 fully.');
    const spoken = spokenIn(transcript, { start: 0, end: transcript.text.length });
    assert.equal(spoken.text, 'We trust our café 🙂 fully.');
    const written = (words: string) => {
      const start = spoken.text.indexOf(words);
      const range = spoken.rangeOf({ start, end: start + words.length });
      return transcript.text.slice(range.start, range.end);
    };
    assert.equal(written('trust our'), 'trust\nour');
    assert.equal(written('café'), 'cafe\u0301');
    assert.equal(written('é 🙂'), 'e\u0301 [0:01] 🙂');
  });
});
