import assert from 'node:assert/strict';
import { withDocument, withQuotations } from '../../../src/core/study/study.ts';
import { makeTable } from '../../../src/core/tables/makeTable.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import { markdown, shown, smallStudy, tableOf } from './small.ts';

const study = smallStudy();

describe('a table of cases', () => {
  it('has the cases of cases.csv in its order, with attributes, lists and numbers of their documents', () => {
    assert.deepEqual(
      shown(
        study,
        `table: cases
columns: [{case: true}, {attribute: goals, header: Goals}, {count: documents}, {list: organisation}, {mean: rating}, {min: rating}, {max: rating}, {sum: rating}]`,
      ),
      [
        [
          'Case',
          'Goals',
          'Documents',
          'organisation',
          'Mean rating',
          'Lowest rating',
          'Highest rating',
          'Sum of rating',
        ],
        ['Beta', 'cost, care', '1', 'CCo, DCo', '7', '7', '7', '7'],
        ['Alpha', 'care', '2', 'ACo, BCo', '7.13', '5.75', '8.5', '14.25'],
        ['Gamma', '', '0', '', '', '', '', ''],
      ],
    );
  });

  it('counts quotations, codings, words and speakers, and the share of words with a code', () => {
    assert.deepEqual(
      shown(
        study,
        `table: cases
columns: [{case: true}, {count: quotations}, {count: codings}, {count: words}, {count: speakers}, {codings: trust}, {share: Trust}]`,
      ).slice(1),
      [
        ['Beta', '1', '1', '3', '1', '1', '100%'],
        // We trusted each other from day one They told us all Well + It is in the contract signed Yes
        ['Alpha', '4', '4', '19', '2', '3', '42.1%'],
        ['Gamma', '0', '0', '0', '0', '0', ''],
      ],
    );
  });

  it('counts the words of all who speak when asked to, and only the code itself without roll-up', () => {
    assert.deepEqual(
      shown(
        study,
        'table: cases\nspeakers: all\nrollup: false\ncolumns: [{case: true}, {count: words}, {count: speakers}, {codings: trust}]',
      ),
      [
        ['Case', 'Words', 'Speakers', 'Trust'],
        ['Beta', '3', '1', '1'],
        ['Alpha', '24', '4', '1'],
        ['Gamma', '0', '0', '0'],
      ],
    );
  });

  it('prints quotations with their source, key quotations first', () => {
    assert.deepEqual(
      shown(study, 'table: cases\ncolumns: [{case: true}, {quotes: trust, header: Words, limit: 2}]'),
      [
        ['Case', 'Words'],
        ['Beta', '"Trust takes time" (CCo, DCo)'],
        ['Alpha', '"They told us all." (ACo)\n"We trusted each other" (ACo)'],
        ['Gamma', ''],
      ],
    );
  });

  it('speaks Dutch in a Dutch study', () => {
    assert.equal(
      markdown(
        smallStudy('nl'),
        'table: cases\ncaption: Tabel 1\ncolumns: [{case: true}, {count: documents}, {mean: rating}, {share: trust}]\ndecimals: 1',
      ),
      `*Tabel 1*

| Casus | Documenten | Gemiddelde rating | Aandeel Trust |
| --- | ---: | ---: | ---: |
| Beta | 1 | 7,0 | 100,0% |
| Alpha | 2 | 7,1 | 42,1% |
| Gamma | 0 |  |  |

*Noot.* Documenten: elk transcript en elke andere bron telt eenmaal. Gemiddelden zijn van de waarden van de documenten. Aandelen: gecodeerde woorden als percentage van alle woorden van de respondenten; een woord telt eenmaal. Bij een code tellen de codes eronder mee.`,
    );
  });

  it('leaves out a mark that is no number, and says so', () => {
    const { spec } = parseSpec('table: cases\ncolumns: [{mean: organisation}]', study);
    assert.ok(spec);
    const { table, problems } = makeTable(study, spec);
    assert.equal(table?.rows[0]?.[0]?.text, '');
    assert.deepEqual(problems[0]?.message, {
      key: 'table.notANumber',
      values: { attribute: 'organisation', row: 'Beta', text: 'CCo' },
    });
  });

  it('says in its note how many documents have no case, and so no row', () => {
    const document = study.documents.get('interviews/03-c.md');
    assert.ok(document);
    const loose = withDocument(study, {
      ...document,
      path: 'report.md',
      transcript: { text: 'Annual report' },
    });
    const { note } = tableOf(loose, 'table: cases\ncolumns: [{case: true}]');
    assert.equal(note, 'Note. Documents without a case, not in this table: 1.');
  });

  it('traces each cell to its quotations or documents', () => {
    const { rows } = tableOf(study, 'table: cases\ncolumns: [{codings: trust}, {mean: rating}]');
    assert.deepEqual(
      rows[1]?.[0]?.quotations?.().map(({ id }) => id),
      ['q1', 'q2'],
    );
    assert.deepEqual(rows[1]?.[1]?.documents, ['interviews/01-a.md', 'interviews/02-b.md']);
  });
});

describe('a table of documents', () => {
  it('takes an attribute from the case where the document has none, and sorts by any column', () => {
    assert.deepEqual(
      shown(
        study,
        'table: documents\ncolumns: [{document: true}, {case: true}, {attribute: date}, {attribute: partners}, {mean: rating}]\nsort: Mean rating descending',
      ),
      [
        ['Document', 'Case', 'date', 'partners', 'Mean rating'],
        ['01-a', 'Alpha', '4 March 2019', '12', '8.5'],
        ['03-c', 'Beta', '', '3', '7'],
        ['02-b', 'Alpha', '', '12', '5.75'],
      ],
    );
  });

  it('puts empty cells last, whichever way it sorts', () => {
    const dates = (sort: string) =>
      shown(study, `table: documents\ncolumns: [{attribute: date, header: Date}]\nsort: ${sort}`).flat();
    assert.deepEqual(dates('Date'), ['Date', '4 March 2019', '', '']);
    assert.deepEqual(dates('Date descending'), ['Date', '4 March 2019', '', '']);
  });
});

describe('a codebook', () => {
  it('has every code in the order of the tree, without columns that are empty', () => {
    assert.deepEqual(shown(study, 'table: codebook'), [
      ['Dimension', 'Theme', 'Code', 'Definition', 'Example', 'Codings', 'Documents', 'Cases'],
      ['', '', 'General', '', '', '0', '0', '0'],
      ['Governance', '', 'Governance', 'How it is run', '', '5', '3', '2'],
      ['Governance', 'Contract', 'Contract', '', '', '1', '1', '1'],
      ['Governance', 'Trust', 'Trust', '', '"They told us all." (ACo)', '4', '2', '2'],
      ['Governance', 'Trust', 'Openness', '', '', '2', '1', '1'],
    ]);
  });

  it('has the columns and codes asked for, and counts what a query selects', () => {
    assert.deepEqual(
      shown(
        study,
        'table: codebook\nrows: {under: governance, level: theme}\ncolumns: [code, codings]\nwhere: case:Alpha',
      ),
      [
        ['Code', 'Codings'],
        ['Contract', '1'],
        ['Trust', '3'],
      ],
    );
  });
});

describe('a matrix', () => {
  it('counts a quotation with a code and one above it as two codings of one quotation', () => {
    const cells = (cell: string) =>
      shown(study, `table: matrix\nrows: {codes: [trust]}\ncell: ${cell}\ntotals: true`);
    assert.deepEqual(cells('codings'), [
      ['Theme', 'Beta', 'Alpha', 'Gamma', 'Total'],
      ['Trust', '1', '3', '0', '4'],
      ['Total', '1', '3', '0', '4'],
    ]);
    assert.deepEqual(cells('quotations')[1], ['Trust', '1', '2', '0', '3']);
  });

  it('says in its note what is counted and how', () => {
    const { note } = tableOf(
      study,
      'table: matrix\nrows: {level: theme}\npercent: row\ntotals: true\nwhere: trust OR contract',
    );
    assert.equal(
      note,
      'Note. Codings: one code applied to one quotation counts as one. Percentages are of the total of the row. ' +
        'A code includes the codes below it. In a total, nothing counts twice. Only quotations that match: trust OR contract.',
    );
  });

  it('refuses what cannot be counted, at the key that asks for it', () => {
    const problemOf = (yaml: string) => {
      const { spec } = parseSpec(yaml, study);
      const [problem] = spec ? makeTable(study, spec).problems : [];
      return [problem?.message.key, problem?.range && yaml.slice(problem.range.start, problem.range.end)];
    };
    assert.deepEqual(problemOf('table: matrix\ncell: quotes\npercent: row'), ['table.nothingToCount', 'row']);
    assert.deepEqual(problemOf('table: matrix\ncell: quotes\ntotals: true'), [
      'table.nothingToCount',
      'true',
    ]);
    assert.deepEqual(problemOf('table: matrix\ncell: summary\ncolumns: documents'), [
      'table.summariesOfCases',
      'documents',
    ]);
    assert.deepEqual(problemOf('table: matrix\ncell: summary\npercent: row'), [
      'table.nothingToCount',
      'row',
    ]);
    assert.deepEqual(problemOf('table: matrix\ncell: summary\ntotals: true'), [
      'table.nothingToCount',
      'true',
    ]);
    assert.deepEqual(problemOf('table: codebook\nsort: Size'), ['table.unknownHeader', 'Size']);
  });
});

describe('a table of quotations', () => {
  const printed = (yaml: string) =>
    tableOf(study, `table: quotations\n${yaml}`).rows.map((row) =>
      row.flatMap((cell) => cell.quotations?.().map(({ id }) => id) ?? cell.text),
    );

  it('groups by theme in tree order, a quotation of two themes in both', () => {
    assert.deepEqual(printed('codes: Governance\ngroup: theme'), [
      ['Contract', 'q3'],
      ['Trust', 'q2'],
      ['Trust', 'q1'],
      ['Trust', 'q4'],
    ]);
  });

  it('limits each group, keeps to key quotations and to codes without those below', () => {
    assert.deepEqual(printed('codes: [governance]\ngroup: case\nlimit: 1'), [
      ['Beta', 'q4'],
      ['Alpha', 'q2'],
    ]);
    assert.deepEqual(printed('starred: true'), [['q2']]);
    assert.deepEqual(printed('codes: trust\nrollup: false'), [['q1'], ['q4']]);
  });

  it('is printed as block quotations under their groups', () => {
    assert.equal(
      markdown(
        study,
        'table: quotations\ncodes: [trust, contract]\ngroup: document\nlimit: 1\ncaption: Said',
      ),
      '*Said*\n\n**01-a**\n\n> "They told us all." (ACo)\n\n**02-b**\n\n> "It is in the contract | signed." (BCo)\n\n**03-c**\n\n> "Trust takes time" (CCo, DCo)',
    );
  });
});

describe('a quotation that is not surely where it says', () => {
  const withAnchor = (anchor: object) => {
    const document = study.documents.get('interviews/03-c.md');
    assert.ok(document);
    return withDocument(
      study,
      withQuotations(
        document,
        document.quotations.map((one) => ({ ...one, ...anchor })),
      ),
    );
  };

  it('counts nowhere when it is lost', () => {
    const lost = withAnchor({ anchor: { state: 'lost', since: '2019-01-01' } });
    const yaml =
      'table: cases\ncolumns: [{count: quotations}, {codings: trust}, {share: trust}, {quotes: trust}]';
    assert.deepEqual(shown(lost, yaml)[1], ['0', '0', '0%', '']);
  });

  it('is printed, and named, when it is in review', () => {
    const review = withAnchor({ anchor: { state: 'review', was: 'x', reason: 'y' } });
    const { spec } = parseSpec('table: quotations\ncodes: trust', review);
    assert.ok(spec);
    assert.deepEqual(makeTable(review, spec).problems, [
      {
        severity: 'warning',
        message: { key: 'table.quotationInReview', values: { id: 'q4', document: 'interviews/03-c.md' } },
      },
    ]);
  });
});
