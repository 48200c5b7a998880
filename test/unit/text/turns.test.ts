import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frontMatterOf } from '../../../src/core/text/frontMatter.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';
import { speakerName, turnAt, turnsOf } from '../../../src/core/text/turns.ts';

/** Speaker, timestamp and trimmed words of each turn. */
function said(text: string, known?: readonly string[]) {
  const transcript = transcriptOf(text);
  return turnsOf(transcript, known).map((turn) => [
    turn.speaker ?? '',
    turn.timestamp ?? '',
    transcript.text.slice(turn.textStart, turn.end).trim(),
  ]);
}

const declared = '---\nspeakers: {I: Interviewer, R: SecureCo}\n---\n';

describe('turns', () => {
  it('start at a bold label with the colon inside or outside, once is enough', () => {
    assert.deepEqual(said('**I:** How?\n\n**R. de Wit**: We trusted.\n\nFrom the first day.\n'), [
      ['I', '', 'How?'],
      ['R. de Wit', '', 'We trusted.\n\nFrom the first day.'],
    ]);
  });

  it('start at a plain label that comes back', () => {
    assert.deepEqual(said('Anna: Hoe?\n\nBram: Zo.\n\nAnna: O.\n\nBram: Ja.'), [
      ['Anna', '', 'Hoe?'],
      ['Bram', '', 'Zo.'],
      ['Anna', '', 'O.'],
      ['Bram', '', 'Ja.'],
    ]);
  });

  it('start at a plain label that is declared, by its key or its name, or known to the caller', () => {
    assert.deepEqual(said(`${declared}I: Hoe?\n\nSecureCo: Zo.`), [
      ['I', '', 'Hoe?'],
      ['SecureCo', '', 'Zo.'],
    ]);
    assert.deepEqual(said('V: Hoe?\n\nHeel goed.', ['V']), [['V', '', 'Hoe?\n\nHeel goed.']]);
    assert.deepEqual(said('---\nspeakers: [V, A]\n---\nV: Hoe?\n\nA: Zo.').length, 2);
  });

  it('do not start at a colon in what is said', () => {
    const text =
      '**R:** Dit:\n\nConclusie: wij samen.\n\nEn hij zei: ja.\n\nEn hij zei: nee.\n\nhttps://a.nl\n\nhttps://b.nl';
    assert.equal(said(text).length, 1);
    assert.equal(said('**R:** Ik zei **I:** toen').length, 1);
  });

  it('take a timestamp before or after the label', () => {
    const styles: [string, string][] = [
      ['**I:** [00:00:12] Hoe?', '00:00:12'],
      ['[00:00:12] **I:** Hoe?', '00:00:12'],
      ['**I**: (01:02) Hoe?', '01:02'],
      ['#00:00:12-5# **I:** Hoe?', '00:00:12-5'],
      ['**I:** #00:00:12-5# Hoe?', '00:00:12-5'],
      ['**I [0:12]:** Hoe?', '0:12'],
      ['**I** (0:12): Hoe?', '0:12'],
      ['I: [00:00:12] Hoe?', '00:00:12'],
      ['(00:12) I: Hoe?', '00:12'],
      ['I (00:12): Hoe?', '00:12'],
      ['I: #00:00:12-5# Hoe?', '00:00:12-5'],
    ];
    for (const [line, time] of styles) assert.deepEqual(said(declared + line), [['I', time, 'Hoe?']], line);
  });

  it('start at a line with name and time above the text', () => {
    const text =
      '# Interview\n\nFull recording online.\n\n## Transcript\nJo Ro  0:21  \nHello.\n\nMore.\n\nAl Ru  1:02:03\nMm hmm.\n';
    assert.deepEqual(said(text), [
      ['', '', 'Full recording online.'],
      ['Jo Ro', '0:21', 'Hello.\n\nMore.'],
      ['Al Ru', '1:02:03', 'Mm hmm.'],
    ]);
    assert.deepEqual(said('We met at 9:30\nand left.'), [['', '', 'We met at 9:30\nand left.']]);
  });

  it('start at a line with nothing but a name only when it comes back or is declared', () => {
    assert.deepEqual(said('Jo Ro\nHello.\n\nAl Ru\nHi.\n\nJo Ro\nSo?\n\nAl Ru\nWell.').length, 4);
    assert.deepEqual(said('Jo Ro\nHello.\n\nAl Ru\nHi.').length, 1);
    assert.deepEqual(said(`${declared}Interviewer\nHello.\n\nSecureCo\n\nHi.`), [
      ['Interviewer', '', 'Hello.'],
      ['SecureCo', '', 'Hi.'],
    ]);
    assert.equal(said('Thank you\nvery much.\n\nYes.\n\nThank you\nvery much.').length, 1, 'no name');
    assert.equal(said('**I:** Goed?\n\nJa\n\nJa\n\nJa').length, 1, 'a short answer is no speaker');
  });

  it('start at each labelled line where a transcript has no blank lines', () => {
    assert.deepEqual(said(`${declared}I: Hoe?\nR: Zo.\nEn zo.\nI: O.`), [
      ['I', '', 'Hoe?'],
      ['R', '', 'Zo.\nEn zo.'],
      ['I', '', 'O.'],
    ]);
  });

  it('end at a heading; text below it is unlabelled up to the next label', () => {
    assert.deepEqual(said('**R:** Zo.\n\n## Thema\n\nLos.\n\n**I:** Hoe?\n\n## Slot'), [
      ['R', '', 'Zo.'],
      ['', '', 'Los.'],
      ['I', '', 'Hoe?'],
      ['', '', ''],
    ]);
    assert.deepEqual(
      said('Jo\n==\n\nHello.\n\nJo\n--\n\nHello.').length,
      1,
      'an underlined name is a heading',
    );
  });

  it('are one where there are no labels, and none where there is no text', () => {
    assert.deepEqual(said('# A\n\nOnly text.\n\n## B\n\nMore.'), [['', '', 'Only text.\n\n## B\n\nMore.']]);
    assert.deepEqual(said(''), []);
    assert.deepEqual(said('---\na: 1\n---\n'), []);
  });

  it('are found in right-to-left text, with marks of direction, emoji and combining accents', () => {
    assert.deepEqual(
      said('\u200fדנה: שלום\n\n\u200fדנה: להתראות').map(([speaker]) => speaker),
      ['דנה', 'דנה'],
    );
    assert.deepEqual(said('**Zoe\u0308 😀:** He\u0301.'), [['Zoe\u0308 😀', '', 'He\u0301.']]);
    assert.deepEqual(said('**I:** Hoe?\r\n\r\n**R:** Zo.'), [
      ['I', '', 'Hoe?'],
      ['R', '', 'Zo.'],
    ]);
  });

  it('leave a heading right above a label before the text of its turn', () => {
    const transcript = transcriptOf(`${declared}# Interview\n\n**I:** Hoe?`);
    const [turn] = turnsOf(transcript);
    assert.equal(turn?.start, declared.length);
    assert.equal(turn?.textStart, transcript.text.indexOf('Hoe?'));
  });

  it('tile the text after the front matter, for any text', () => {
    const piece = fc.constantFrom(
      ...[
        '**I:** ',
        '**R**: ',
        'Jo: ',
        'Jo  0:21\n',
        'Jo Ro\n',
        '# H\n',
        '---\n',
        '===\n',
        '\n',
        '\n\n',
        ' ',
        'a',
        'é😀',
        '[00:01] ',
      ],
      ...[
        '\r\n',
        '\r',
        '#00:00:01-1#',
        '(1:02)',
        ':',
        '**',
        '\u200f',
        'speakers: [Jo]\n',
        '\ufeff',
        '\u2028',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const transcript = transcriptOf(pieces.join(''));
        const { text } = transcript;
        let at = frontMatterOf(transcript).end;
        for (const turn of turnsOf(transcript)) {
          assert.equal(turn.start, at);
          assert.ok(turn.start <= turn.textStart && turn.textStart <= turn.end && turn.start < turn.end);
          assert.equal(turnAt(transcript, turn.start), turn);
          assert.equal(turnAt(transcript, turn.end - 1), turn);
          at = turn.end;
        }
        assert.equal(at, text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('are found by offset, not in front matter', () => {
    const transcript = transcriptOf(`${declared}**I:** Hoe?\n\n**R:** Zo.`);
    const speakerAt = (offset: number) => turnAt(transcript, offset)?.speaker;
    assert.equal(speakerAt(0), undefined);
    assert.equal(speakerAt(declared.length), 'I');
    assert.equal(speakerAt(transcript.text.indexOf('Zo')), 'R');
    assert.equal(speakerAt(transcript.text.length), 'R');
    assert.equal(speakerAt(transcript.text.length + 1), undefined);
  });

  it('name their speakers as the front matter declares them', () => {
    const transcript = transcriptOf(declared);
    assert.equal(speakerName(transcript, 'R'), 'SecureCo');
    assert.equal(speakerName(transcript, 'X'), 'X');
    assert.equal(speakerName(transcript, 'constructor'), 'constructor');
  });
});
