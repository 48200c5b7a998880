import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyStudy } from '../../../src/core/study/study.ts';
import { makeTable } from '../../../src/core/tables/makeTable.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import { specKeys, tableKinds } from '../../../src/core/tables/specKeys.ts';
import { english } from '../../../src/messages/english.ts';
import { smallStudy } from './small.ts';

const study = smallStudy();

/** Each problem as its key, what it points at and the first name that it suggests. */
function problemsOf(yaml: string): readonly (readonly string[])[] {
  return parseSpec(yaml, study).problems.map(({ message, range }) => {
    const first = String(message.values.names ?? '').split(', ')[0] ?? '';
    return [message.key.replace('table.', ''), yaml.slice(range.start, range.end), first];
  });
}

describe('a spec of a table', () => {
  it('is pointed at where it is wrong, with the closest name that exists', () => {
    assert.deepEqual(problemsOf('table: casez'), [['unknownKind', 'casez', 'cases']]);
    assert.deepEqual(problemsOf('table: cases\ncolums: []'), [['unknownKey', 'colums', 'columns']]);
    assert.deepEqual(problemsOf('table: cases\ncolumns: [{men: rating}]'), [['unknownKey', 'men', 'mean']]);
    assert.deepEqual(problemsOf('table: cases\ncolumns:\n  - {mean: ratng}'), [
      ['unknownAttribute', 'ratng', 'rating'],
    ]);
    assert.deepEqual(problemsOf('table: cases\ncolumns: [{codings: trsut}]'), [
      ['unknownCode', 'trsut', 'Trust'],
    ]);
    assert.deepEqual(problemsOf('table: cases\ncolumns: [{count: word}]'), [
      ['unknownValue', 'word', 'words'],
    ]);
    assert.deepEqual(problemsOf('table: matrix\nrows: {codes: [trust, open, Kontract]}'), [
      ['unknownCode', 'Kontract', 'Contract'],
    ]);
    assert.deepEqual(problemsOf('table: matrix\ncolumns: {attribute: goal}'), [
      ['unknownAttribute', 'goal', 'goals'],
    ]);
    assert.deepEqual(problemsOf('table: matrix\ntotals: yes'), [['needsFlag', 'yes', '']]);
    assert.deepEqual(problemsOf('table: matrix\ndecimals: -1'), [['needsNumber', '-1', '']]);
    assert.deepEqual(problemsOf('table: cases\ncaption:'), [['needsValue', 'caption', '']]);
    assert.deepEqual(problemsOf('table: cases\ncaption: [a]'), [['needsText', '[a]', '']]);
    assert.deepEqual(problemsOf('table: cases\ncolumns: [{header: A}]'), [
      ['needsMeasure', '{header: A}', 'case'],
    ]);
    assert.deepEqual(problemsOf('table: cases\ncolumns: [{case: true, count: words}]'), [
      ['oneMeasure', 'count', ''],
    ]);
    assert.deepEqual(problemsOf('table: cases\ncolumns: case'), [['needsKeys', 'case', 'case']]);
    assert.deepEqual(problemsOf('caption: x')[0]?.[0], 'noKind');
    assert.deepEqual(problemsOf('table: [')[0]?.[0], 'notYaml');
  });

  it('is pointed at inside a query too', () => {
    const yaml = 'table: cases\nwhere: "trust AND nothing"';
    const { problems } = parseSpec(yaml, study);
    assert.deepEqual(
      problems.map(({ range }) => yaml.slice(range.start, range.end)),
      ['nothing'],
    );
  });

  it('names a code by id or by name, in any case, and asks for the id of a name that two codes have', () => {
    const codes = (yaml: string) => {
      const { spec } = parseSpec(`table: quotations\ncodes: ${yaml}`, study);
      return spec?.table === 'quotations' ? spec.codes : undefined;
    };
    assert.deepEqual(codes('[open, Openness, OPENNESS]'), ['open', 'open', 'open']);
    const twin = new Map(study.codebook.codes).set('trust2', { id: 'trust2', name: 'Trust', level: 'code' });
    const twins = { ...study, codebook: { ...study.codebook, codes: twin } };
    assert.deepEqual(parseSpec('table: quotations\ncodes: Trust', twins).problems[0]?.message, {
      key: 'table.ambiguousCode',
      values: { name: 'Trust', ids: 'trust, trust2' },
    });
  });

  it('says of every kind of table which keys it takes', () => {
    for (const kind of tableKinds) {
      const keys = Object.keys(specKeys(kind));
      for (const key of ['caption', 'where', 'sort', 'decimals', 'speakers', 'rollup'])
        assert.ok(keys.includes(key));
    }
    assert.deepEqual(specKeys('quotations').group, {
      kind: 'choice',
      choices: ['theme', 'case', 'document'],
    });
  });

  it('of any text gives a table or a problem that has its sentence, and never throws', () => {
    const word = fc.constantFrom(
      'table',
      'cases',
      'matrix',
      'columns',
      'rows',
      'caption',
      'where',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '&a',
      '*a',
      '"',
      'true',
      '3',
      '!!set',
      '#',
      'trust',
      'é',
    );
    const yaml = fc.oneof(
      fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
      fc.array(word, { maxLength: 20 }).map((words) => `table: matrix\n${words.join('')}`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(yaml, fc.constantFrom(study, emptyStudy), (text, any) => {
        const { spec, problems } = parseSpec(text, any);
        if (spec) makeTable(any, spec);
        else assert.ok(problems.length > 0);
        for (const { message, range } of problems) {
          assert.ok(message.key in english || message.key.startsWith('query.'), message.key);
          assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives of an empty study an empty table with a sentence', () => {
    for (const kind of tableKinds) {
      const { spec } = parseSpec(`table: ${kind}`, emptyStudy);
      assert.ok(spec);
      const { table } = makeTable(emptyStudy, spec);
      assert.deepEqual(table?.rows, [], kind);
      assert.match(table?.note ?? '', /There is nothing to show yet\./);
    }
  });
});
