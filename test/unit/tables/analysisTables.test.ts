import assert from 'node:assert/strict';
import { apply } from '../../../src/core/study/apply.ts';
import { type Study, withDocument, withQuotations } from '../../../src/core/study/study.ts';
import { setSummary } from '../../../src/core/study/summaries.ts';
import { completeSpec } from '../../../src/core/tables/completeSpec.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import { dayOf } from '../../../src/core/text/dates.ts';
import { documentOf, shown, smallStudy, tableOf } from './small.ts';

/** The small study with passages that overlap, and one that only touches them. */
function talk(language: 'en' | 'nl' = 'en'): Study {
  const study = smallStudy(language);
  const written = `---
case: Gamma
date: 1-2-2019
---
**R:** «q7 trust|We sign and sign»«q10 general| again.»
`;
  const document = documentOf('interviews/04-d.md', written);
  const [whole] = document.quotations;
  assert.ok(whole);
  const part = (id: string, from: number, to: number) => {
    const [start, end] = [whole.start + from, whole.start + to];
    return { ...whole, id, start, end, exact: whole.exact.slice(from, to), codes: ['contract'] };
  };
  const parts = [part('q8', 3, 7), part('q9', 12, 16)];
  return withDocument(study, withQuotations(document, [...document.quotations, ...parts]));
}

describe('a table of co-occurrence', () => {
  it('counts pairs of overlapping quotations; passages that only touch are not together', () => {
    assert.deepEqual(shown(talk(), 'table: cooccurrence\nrows: {codes: [trust, contract, general, open]}'), [
      ['Code', 'Trust', 'Contract', 'General', 'Openness'],
      ['Trust', '', '2', '0', ''],
      ['Contract', '2', '', '0', '0'],
      ['General', '0', '0', '', '0'],
      ['Openness', '', '0', '0', ''],
    ]);
  });

  it('gives the coefficient, and flags one above 1 or that cannot be worked out', () => {
    // q1, q2, q4 and q7 are of trust, q3, q8 and q9 of contract; two pairs: 2 ÷ (4 + 3 − 2).
    const yaml = 'table: cooccurrence\nrows: {codes: [trust]}\ncolumns: {codes: [contract]}\n';
    assert.deepEqual(shown(talk('nl'), `${yaml}cell: c\n`)[1], ['Trust', '0,4']);
    assert.deepEqual(shown(talk(), `${yaml}cell: both\ndecimals: 3\n`)[1], ['Trust', '2 (0.400)']);
    const here = `${yaml}cell: c\nwhere: document:04-d AND (trust OR contract)\n`;
    const flagged = tableOf(talk(), here);
    assert.equal(flagged.rows[0]?.[1]?.text, '2*');
    assert.match(flagged.note ?? '', /\*: c is above 1/);
    assert.doesNotMatch(tableOf(talk(), `${yaml}cell: c\n`).note ?? '', /\*:/);
  });

  it('states its rule in both languages, and which codes count with a code', () => {
    const yaml = 'table: cooccurrence\nrows: {codes: [governance, general]}\ncell: both\n';
    assert.equal(
      tableOf(talk(), yaml).note,
      'Note. Co-occurrences: two codings occur together when their quotations overlap or are the same one; each such pair of quotations counts once. ' +
        'c = n12 ÷ (n1 + n2 − n12): n12 is the number of co-occurrences, n1 and n2 are the numbers of quotations with the one and with the other code; 0 is never together, 1 is always together. ' +
        'c is in brackets. A code includes the codes below it. A code is not set against itself, nor against a code that is counted with it.',
    );
    assert.match(
      tableOf(talk('nl'), yaml).note ?? '',
      /^Noot\. Samen voorkomen: .* elk zo’n paar fragmenten telt eenmaal\./,
    );
  });
});

describe('a table of the data structure', () => {
  it('goes from codes to themes to dimensions, with what is part of nothing at the end', () => {
    assert.deepEqual(shown(talk(), 'table: data-structure'), [
      ['Code', 'Theme', 'Dimension'],
      ['', 'Contract', 'Governance'],
      ['Openness', 'Trust', 'Governance'],
      ['General', '', ''],
    ]);
    assert.match(tableOf(talk(), 'table: data-structure').note ?? '', /at the end: 1\./);
  });
});

describe('a table of saturation', () => {
  it('goes through the documents by date, those without one last', () => {
    assert.deepEqual(
      shown(talk(), 'table: saturation\ncolumns: [document, date, new, names, cumulative, share]'),
      [
        ['Document', 'Date', 'New codes', 'Which', 'Codes so far', 'Share of codes'],
        ['04-d', '1 February 2019', '3', 'Trust, Contract, General', '3', '75%'],
        ['01-a', '4 March 2019', '1', 'Openness', '4', '100%'],
        ['02-b', '', '0', '', '4', '100%'],
        ['03-c', '', '0', '', '4', '100%'],
      ],
    );
    const { note } = tableOf(talk('nl'), 'table: saturation');
    assert.match(
      note ?? '',
      /Aandelen zijn van de 4 codes .* Documenten zonder leesbare datum, onderaan: 2\.|onderaan: 2\. Aandelen/,
    );
  });

  it('sees themes by the codes below them when asked to, and only the types of sources asked for', () => {
    const yaml = 'table: saturation\nrows: {level: dimension}\ncolumns: [document, new, codings]\n';
    assert.deepEqual(shown(talk(), yaml)[1], ['04-d', '0', '0']);
    assert.deepEqual(shown(talk(), `${yaml}rollup: true\n`)[1], ['04-d', '1', '3']);
    const { problems } = parseSpec('table: saturation\ntypes: [interviews]\n', talk());
    assert.deepEqual(problems[0]?.message, {
      key: 'table.unknownValue',
      values: { name: 'interviews', names: 'interview' },
    });
    assert.deepEqual(
      completeSpec(talk(), 'table: saturation\ntypes: [', 27).map(({ text }) => text),
      ['interview'],
    );
  });

  it('reads dates as people write them', () => {
    const read = [
      '2019-03-04T10:00',
      '2019-03',
      '2019',
      '4-3-2019',
      '4 maart 2019',
      '4 March 2019',
      '31-12-2019',
    ];
    assert.deepEqual(read.map(dayOf), [
      '2019-03-04',
      '2019-03',
      '2019',
      '2019-03-04',
      '2019-03-04',
      '2019-03-04',
      '2019-12-31',
    ]);
    for (const text of ['3/4/2019', '4-13-2019', '4 foo 2019', 'soon', '', '32-1-2019'])
      assert.equal(dayOf(text), undefined, text);
  });
});

describe('a framework matrix', () => {
  const place = { case: 'Alpha', code: 'trust' };
  const summarised = (language: 'en' | 'nl' = 'en') => {
    const study = talk(language);
    return apply(study, setSummary(study, place, 'It grew.')).study;
  };
  const yaml = 'table: matrix\ncell: summary\nrows: {codes: [trust]}\n';

  it('has the own summary, the number of codings and the best quotation in a cell', () => {
    assert.deepEqual(shown(summarised(), yaml), [
      ['Theme', 'Beta', 'Alpha', 'Gamma'],
      [
        'Trust',
        '1 coding\n"Trust takes time" (CCo, DCo)',
        'It grew.\n3 codings\n"They told us all." (ACo)',
        '1 coding\n"We sign and sign"',
      ],
    ]);
    const cell = tableOf(summarised('nl'), yaml).rows[0]?.[2];
    assert.match(cell?.text ?? '', /^It grew\.\n3 coderingen\n/);
    assert.deepEqual(cell?.summary, place);
    assert.deepEqual(
      cell?.quotations?.().map(({ id }) => id),
      ['q1', 'q2'],
    );
  });

  it('can have a row per case', () => {
    const rows = shown(summarised(), `${yaml}transpose: true\nsort: Trust descending\n`);
    assert.deepEqual(
      rows.map(([first]) => first),
      ['Case', 'Alpha', 'Beta', 'Gamma'],
    );
    assert.equal(rows[0]?.[1], 'Trust');
  });
});

describe('a matrix that is turned', () => {
  it('takes its totals along', () => {
    const yaml =
      'table: matrix\nrows: {codes: [trust, contract]}\ntotals: true\ntranspose: true\nsort: Trust descending\n';
    assert.deepEqual(shown(talk(), yaml), [
      ['Case', 'Trust', 'Contract', 'Total'],
      ['Alpha', '3', '1', '4'],
      ['Beta', '1', '0', '1'],
      ['Gamma', '1', '2', '3'],
      ['Total', '5', '3', '8'],
    ]);
  });
});

describe('a table of the model', () => {
  it('says which types of relations there are, closest first', () => {
    const { problems } = parseSpec('table: model\ntypes: [is cause off]\n', smallStudy());
    assert.match(String(problems[0]?.message.values.names), /^is cause of, /);
  });
});
