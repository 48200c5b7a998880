import assert from 'node:assert/strict';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { parseHistory } from '../../../src/core/formats/history.ts';
import { toCsv } from '../../../src/core/render/csv.ts';
import { toMermaid } from '../../../src/core/render/mermaid.ts';
import type { Relation } from '../../../src/core/study/model.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { completeSpec } from '../../../src/core/tables/completeSpec.ts';
import { makeTable } from '../../../src/core/tables/makeTable.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import { markdown, shown, smallStudy, tableOf } from './small.ts';

function withHistory(lines: readonly string[], language: 'en' | 'nl' = 'en'): Study {
  const { value } = parseHistory(lines.join('\n'), 'history.jsonl');
  assert.ok(value && !value.unreadable);
  return { ...smallStudy(language), history: value };
}

const names = '"names": {"a": "A", "b": "B", "t": "Theme", "u": "Under"}';
const lines = [
  `{"at": "2019-04-03T08:00:00Z", "coder": "ldb", "op": "merge", "from": ["a", "b"], "into": "t", ${names}, "quotations": 17, "why": "One thing."}`,
  `{"at": "2019-04-02T08:00:00Z", "op": "create", "codes": ["a", "b"], ${names}}`,
  `{"at": "2019-04-02T09:00:00Z", "op": "rename", "codes": ["a"], "before": {"a": "Old"}, "after": {"a": "New"}}`,
  `{"at": "2019-04-02T09:00:01Z", "op": "recolour", "codes": ["a"], ${names}, "after": {"a": "blue"}}`,
  `{"at": "2019-04-02T09:00:02Z", "op": "level", "codes": ["t"], ${names}, "before": {"t": "code"}, "after": {"t": "theme"}}`,
  `{"at": "2019-04-02T09:00:03Z", "op": "move", "codes": ["a", "b"], "parent": "t", ${names}, "before": {"a": "u"}}`,
  `{"at": "2019-04-02T09:00:04Z", "op": "move", "codes": ["constructor"], ${names}}`,
  `{"at": "2019-04-02T09:00:05Z", "op": "set", "codes": ["a"], "set": "S", ${names}, "after": {"a": "S"}}`,
  `{"at": "2019-04-02T09:00:06Z", "op": "delete", "codes": ["u"], ${names}, "quotations": 0}`,
];

describe('a table of the history', () => {
  it('says what was done to which codes, oldest first, as they were called then', () => {
    assert.deepEqual(shown(withHistory(lines), 'table: history'), [
      ['Date', 'Change', 'From', 'To', 'Quotations'],
      ['2 April 2019', 'made', '', 'A, B', ''],
      ['2 April 2019', 'renamed', 'Old', 'New', ''],
      ['2 April 2019', 'coloured', 'A', 'A (blue)', ''],
      ['2 April 2019', 'level changed', 'Theme (code)', 'Theme (theme)', ''],
      ['2 April 2019', 'moved', 'A (Under), B', 'Theme', ''],
      ['2 April 2019', 'moved', 'constructor', '(top)', ''],
      ['2 April 2019', 'put in the code set “S”', '', 'A', ''],
      ['2 April 2019', 'deleted', 'Under', '', '0'],
      ['3 April 2019', 'merged', 'A, B', 'Theme', '17'],
    ]);
  });

  it('shows some columns and some changes, in the language of the study, sorted by date', () => {
    const spec = 'table: history\ncolumns: [date, operation, coder, why]\noperations: [merge, delete]\n';
    assert.deepEqual(shown(withHistory(lines, 'nl'), `${spec}sort: Datum descending`), [
      ['Datum', 'Wijziging', 'Codeur', 'Waarom'],
      ['3 april 2019', 'samengevoegd', 'ldb', 'One thing.'],
      ['2 april 2019', 'verwijderd', '', ''],
    ]);
  });

  it('says in a sentence what was done to a code set', () => {
    const set = (sides: string) => `{"at": "2019-04-02", "op": "set", "set": "S $&", ${names}${sides}}`;
    const sets = [
      set(', "after": {"a": "S $&", "b": "S $&"}'),
      set(', "before": {"a": "S $&"}'),
      set(', "before": {"a": "R", "b": "R"}, "after": {"a": "S $&", "b": "S $&"}'),
      set(''),
    ];
    const spec = 'table: history\ncolumns: [operation, from, to]\n';
    assert.deepEqual(shown(withHistory(sets), spec).slice(1), [
      ['put in the code set “S $&”', '', 'A, B'],
      ['taken out of the code set “S $&”', 'A', ''],
      ['code set renamed', 'R', 'S $&'],
      ['code set “S $&” made or deleted', '', ''],
    ]);
    assert.deepEqual(shown(withHistory(sets, 'nl'), spec).slice(1, 3), [
      ['in de codeset “S $&” gezet', '', 'A, B'],
      ['uit de codeset “S $&” gehaald', 'A', ''],
    ]);
  });

  it('has a note on what is counted, and one when there is nothing', () => {
    const { note } = tableOf(withHistory(lines), 'table: history');
    assert.equal(note, 'Note. Quotations: those that the change coded otherwise.');
    assert.match(tableOf(smallStudy(), 'table: history').note ?? '', /nothing to show/);
  });

  it('says which keys have no meaning in it, and completes those that have', () => {
    const study = withHistory(lines);
    const { spec } = parseSpec('table: history\nwhere: trust\nrollup: true\n', study);
    assert.ok(spec);
    const { table, problems } = makeTable(study, spec);
    assert.deepEqual(
      problems.map(({ message }) => [message.key, message.values.name]),
      [
        ['table.noCounting', 'where'],
        ['table.noCounting', 'rollup'],
      ],
    );
    assert.doesNotMatch(table?.note ?? '', /trust/);
    const yaml = 'table: history\noperations: [';
    assert.ok(completeSpec(study, yaml, yaml.length).some(({ text }) => text === 'ungroup'));
    assert.ok(completeSpec(study, 'table: ', 7).some(({ text }) => text === 'model'));
  });
});

function withRelations(...relations: readonly Relation[]): Study {
  const study = smallStudy();
  return { ...study, relations: { relations: new Map(relations.map((one) => [one.id, one])) } };
}

describe('a table of the model', () => {
  const study = withRelations(
    { id: 'r1', from: 'code:trust', to: 'code:contract', type: 'contradicts', comment: 'Why.' },
    { id: 'r2', from: 'code:contract', to: 'code:trust', type: 'is cause of' },
    { id: 'r3', from: 'code:trust', to: 'code:gone', type: 'is a' },
    { id: 'r4', from: 'quotation:q1', to: 'quotation:q2', type: 'supports' },
  );
  const name = (id: string) => study.codebook.codes.get(id)?.name ?? '';

  it('has the relations between codes, and counts those whose code is gone', () => {
    assert.deepEqual(
      new Set(shown(study, 'table: model').map((row) => row.join('|'))),
      new Set([
        'From|Relation|To',
        `${name('trust')}|contradicts|${name('contract')}`,
        `${name('contract')}|is cause of|${name('trust')}`,
      ]),
    );
    const spec = 'table: model\ncolumns: [type, comment]\ntypes: [contradicts]\ncodes: trust\n';
    assert.deepEqual(shown(study, spec), [
      ['Relation', 'Comment'],
      ['contradicts', 'Why.'],
    ]);
    assert.match(tableOf(study, 'table: model').note ?? '', /left out: 1\./);
  });

  it('is a Mermaid graph in Markdown, and rows in other formats', () => {
    const text = markdown(study, 'table: model\ncaption: Model\n');
    assert.match(text, /^\*Model\*\n\n```mermaid\nflowchart LR\n {2}n1.*\n {2}n2.*\n/);
    assert.match(text, /\n {2}n\d ---\|"contradicts"\| n\d\n/);
    assert.match(text, /\n {2}n\d -->\|"is cause of"\| n\d\n/);
    assert.match(toCsv(tableOf(study, 'table: model')), /^From,Relation,To\n/);
    assert.match(markdown(withRelations(), 'table: model'), /\| From \| Relation \| To \|/);
  });

  it('stays a block of its chapter, whatever a code is called', () => {
    const hostile = '"]; click n1 "x" ```\n--> <!-- /codeboom --> #quot; <b>\\';
    const nodes = [
      { id: 'end', label: hostile, level: 'code' },
      { id: 'b', label: '`**b**`', level: 'dimension' },
    ] as const;
    const edges = [{ from: 'end', to: 'b', label: hostile, isDirected: true }];
    const drawn = toMermaid({ nodes, edges });
    const label =
      '#quot;]; click n1 #quot;x#quot; #96;#96;#96; --#gt; #lt;!-- /codeboom --#gt; #35;quot; #lt;b#gt;#92;';
    assert.equal(drawn, `flowchart LR\n  n1["${label}"]\n  n2(["#96;**b**#96;"])\n  n1 -->|"${label}"| n2`);
    const trust = study.codebook.codes.get('trust');
    assert.ok(trust);
    const codes = new Map(study.codebook.codes).set('trust', { ...trust, name: hostile });
    const named = { ...study, codebook: { ...study.codebook, codes } };
    const rendered = renderChapter(named, '<!-- codeboom\ntable: model\n-->\n<!-- /codeboom -->\n\nLast.\n');
    assert.ok(rendered.text.endsWith('\n\nLast.\n'));
    assert.equal(renderChapter(named, rendered.text).blocks[0]?.status, 'fresh');
  });
});
