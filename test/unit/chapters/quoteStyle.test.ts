import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quotation } from '../../../src/core/study/model.ts';
import { findQuotation } from '../../../src/core/study/quotations.ts';
import { formatQuotation, quotationRuns } from '../../../src/core/study/quoteStyle.ts';
import { escapeMarkdown, plainOf, unescapeMarkdown } from '../../../src/core/text/runs.ts';
import { smallStudy } from '../tables/small.ts';

const study = smallStudy();

function quotation(id: string): Quotation {
  const found = findQuotation(study, id);
  assert.ok(found);
  return found;
}

const styled = (id: string, style: string) => formatQuotation(study, quotation(id), { style });

describe('the quotation style', () => {
  it('fills in the words as speech, the source and any attribute of the document or its case', () => {
    assert.equal(
      styled(
        'q1',
        '{text}|{case}|{document}|{speaker}|{line}|{timestamp}|{codes}|{organisation}|{partners}|{date}',
      ),
      'We trusted each other|Alpha|01-a|R|9|00:00:12|Trust, Openness|ACo|12|4 March 2019',
    );
  });

  it('keeps the emphasis of the style', () => {
    assert.equal(
      styled('q4', "..'{text}'.. bron: *{organisation}*"),
      "..'Trust takes time'.. bron: *CCo, DCo*",
    );
    const runs = quotationRuns(study, quotation('q4'), { style: '**{case}**: _{text}_' });
    assert.deepEqual(
      runs.filter(({ bold, italic }) => bold || italic),
      [
        { text: 'Beta', bold: true },
        { text: 'Trust takes time', italic: true },
      ],
    );
    assert.equal(plainOf(runs), 'Beta: Trust takes time');
  });

  it('takes along the punctuation around a value that is not there', () => {
    for (const [style, expected] of [
      ['"{text}" ({role}, {line})', '"Trust takes time" (6)'],
      ['"{text}" ({document}, {role})', '"Trust takes time" (03-c)'],
      ['"{text}" ({document}, {role}, {line})', '"Trust takes time" (03-c, 6)'],
      ['"{text}" ({role}, {timestamp})', '"Trust takes time"'],
      ['"{text}" ({role})', '"Trust takes time"'],
      ["..'{text}'.. bron: *{role}*", "..'Trust takes time'.."],
      ["..'{text}'.. (bron: *{role}*, {case})", "..'Trust takes time'.. (Beta)"],
      ['{role}: {text}', 'Trust takes time'],
      ['**{role}** {text} – {case}', 'Trust takes time – Beta'],
      ['{text} – {role} – {case}', 'Trust takes time – Beta'],
      ['{text} [{timestamp}]', 'Trust takes time'],
    ] as const) {
      assert.equal(styled('q4', style), expected, style);
    }
  });

  it('gives the words of a quotation whose transcript is gone', () => {
    const lost = { ...quotation('q3'), document: 'gone.md' };
    assert.equal(
      formatQuotation(study, lost, { style: '{text} ({document})' }),
      'It is in the contract | signed. (gone)',
    );
  });
});

describe('text as Markdown', () => {
  it('reads back as the same text', () => {
    const unit = fc.constantFrom('*', '_', '\\', '`', '<', '&', 'lt;', 'amp;', '~', ']', '(', 'a', ' ', '!');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => assert.equal(unescapeMarkdown(escapeMarkdown(text)), text)),
    );
  });

  it('leaves ordinary speech as it is', () => {
    const speech = 'Nou – "zo\'n 8,5%" (ja!), e-mail a_b & co; [dat] < 3 …';
    assert.equal(escapeMarkdown(speech), speech);
  });
});
