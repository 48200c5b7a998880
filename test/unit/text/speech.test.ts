import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asSpeech } from '../../../src/core/text/speech.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';

/** A text as speech, whole or from one word up to and including another. */
function speech(text: string, from?: string, to?: string): string {
  const transcript = transcriptOf(text);
  const start = from === undefined ? 0 : transcript.text.indexOf(from);
  const end = to === undefined ? transcript.text.length : transcript.text.indexOf(to) + to.length;
  return asSpeech(transcript, start, end);
}

describe('as speech', () => {
  it('has no marks of emphasis, headings, links, comments and escapes', () => {
    assert.equal(
      speech('We **really *did* trust** _each_ __other__ ~~not~~ `so`.'),
      'We really did trust each other not so.',
    );
    assert.equal(speech('***All*** of **it *and* that**'), 'All of it and that');
    assert.equal(speech('## Trust\n\n> quoted\n> twice'), 'Trust quoted twice');
    assert.equal(
      speech('See [the *report*](https://a.nl/x_(1) "T") or <https://b.nl>.'),
      'See the report or https://b.nl.',
    );
    assert.equal(speech('![plan](a.png) a<!-- no -->b \\*so\\*'), 'plan ab *so*');
  });

  it('keeps signs that are no marks', () => {
    for (const text of [
      '2 * 3 * 4',
      'file_name_here',
      'a ** b',
      '[not] a link',
      '(2019) and [sic]',
      '5 < 6 > 4',
      'C# and #1',
      '*',
      'half *open',
    ]) {
      assert.equal(speech(text), text);
    }
  });

  it('has no timestamps and no times of captions', () => {
    assert.equal(speech('We [00:00:12] trusted (1:02) each #00:00:12-5# other.'), 'We trusted each other.');
    assert.equal(speech('[00:43.810 --> 00:47.850]  Hello\n\n00:00.000 --> 00:27.640\nthere'), 'Hello there');
    assert.equal(speech('At 10:30 sharp'), 'At 10:30 sharp');
  });

  it('collapses white space of every kind', () => {
    assert.equal(speech('  We\n\n trusted\t\u00a0 each\r\nother \n'), 'We trusted each other');
  });

  it('leaves the label out within a turn and names the speakers across turns', () => {
    const text =
      '---\nspeakers: {I: Interviewer, R: SecureCo}\n---\n# Start\n\n**I:** [0:12] How *did* it?\n\n**R:** We trusted.\n\nReally.\n';
    assert.equal(speech(text, '**R', 'Really.'), 'We trusted. Really.');
    assert.equal(speech(text, 'trusted', 'trusted'), 'trusted');
    assert.equal(speech(text, 'did', 'trusted'), 'Interviewer: did it? SecureCo: We trusted');
    assert.equal(speech(text, 'How', '**R'), 'How did it?');
  });

  it('sees half a mark for what it is', () => {
    const text = 'We **really *did* trust** each [other](https://a.nl) [00:00:12] then.';
    assert.equal(speech(text, 'lly', 'did*'), 'lly did');
    assert.equal(speech(text, '*did', 'trust*'), 'did trust');
    assert.equal(speech(text, 'each', 'other](htt'), 'each other');
    assert.equal(speech(text, 'each', '[00:'), 'each other');
  });

  it('prints a heading or a label by itself when that is all there is', () => {
    assert.equal(speech('# Start\n\n**R:** Yes', '# S', 'Start'), 'Start');
  });

  it('is on one line and has no white space at its ends, for any range of any text', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '[a](b)',
      '[',
      '](',
      '\n',
      '\n\n',
      '**R:** ',
      '# ',
      'a',
      '😀',
      ' ',
      '\\',
      '[0:12]',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(80), fc.nat(80), (pieces, a, b) => {
        const transcript = transcriptOf(pieces.join(''));
        const said = asSpeech(transcript, Math.min(a, b), Math.max(a, b));
        assert.ok(!/^\s|\s$|\s\s|\n/.test(said), said);
      }),
      { numRuns: 1000 },
    );
  });
});
