import assert from 'node:assert/strict';
import { parseCases, serialiseCases } from '../../../src/core/formats/cases.ts';
import { parseCodebook, serialiseCodebook } from '../../../src/core/formats/codebook.ts';
import { parseHistory, serialiseHistory } from '../../../src/core/formats/history.ts';
import { memoOf } from '../../../src/core/formats/memo.ts';
import { parseRelations, serialiseRelations } from '../../../src/core/formats/relations.ts';
import { parseSettings, serialiseSettings } from '../../../src/core/formats/settings.ts';
import { parseSidecar, serialiseSidecar } from '../../../src/core/formats/sidecar.ts';
import { parseSummaries, serialiseSummaries } from '../../../src/core/formats/summaries.ts';
import type { Problem } from '../../../src/core/study/problem.ts';

const readSidecar = (text: string) => parseSidecar(text, 'a.codes.json', 'a.md', '');

const record = (id: string, more = '') =>
  `{"id": "${id}", "start": 1, "end": 3, "exact": "om", "prefix": "", "suffix": "", "codes": ["c"], "created": "2019-03-05T10:12:00Z", "modified": "2019-03-05T10:12:00Z"${more}}`;

const sidecar = (...records: readonly string[]) =>
  `{\n  "version": 1,\n  "document": "a.md",\n  "text": {"length": 9, "sha256": "9f"},\n  "quotations": [\n    ${records.join(',\n    ')}\n  ]\n}\n`;

/** What a reader sees: the key, and the text that is underlined. */
const seen = (problems: readonly Problem[], text: string) =>
  problems.map(({ message, range }) => [message.key, range && text.slice(range.start, range.end)]);

describe('a sidecar that is not as it should be', () => {
  it('is left alone when it is cut off, with the place', () => {
    const text = sidecar(record('q1'), record('q2')).slice(0, -60);
    const { value, problems } = readSidecar(text);
    assert.equal(value, undefined);
    assert.deepEqual(seen(problems, text), [['json.cutOff', '']]);
    assert.equal(problems[0]?.message.values.line, 7);
  });

  it('names the line of a mistake', () => {
    const text = sidecar(record('q1'), record('q2')).replace('"codes": ["c"]', '"codes": ["c",]');
    assert.deepEqual(
      seen(readSidecar(text).problems, text).map(([key, found]) => [key, found?.slice(0, 12)]),
      [['json.invalid', '], "created"']],
    );
  });

  it('shows where git left both sides of a merge', () => {
    const text = sidecar(`\n<<<<<<< HEAD\n    ${record('q1')}\n=======\n    ${record('q2')}\n>>>>>>> other`);
    const { value, problems } = readSidecar(text);
    assert.equal(value, undefined);
    assert.deepEqual(seen(problems, text), [['file.mergeConflict', '<<<<<<< HEAD']]);
  });

  it('counts places in LF text, also when the file has CRLF and a byte order mark', () => {
    const text = sidecar(record('q1'), '{"id": "q2"}');
    const { problems } = readSidecar(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    assert.deepEqual(seen(problems, text), [['sidecar.record', '{"id": "q2"}']]);
  });

  it('keeps a record that is no quotation and uses the rest', () => {
    const strange = '{"id": "q2", "start": -4, "end": 3, "exact": "x", "more": [1, {"a": null}]}';
    const text = sidecar(record('q1'), strange, '"just text"');
    const { value, problems } = readSidecar(text);
    assert.deepEqual(
      value?.quotations.map(({ id }) => id),
      ['q1'],
    );
    assert.deepEqual(seen(problems, text), [
      ['sidecar.record', strange],
      ['sidecar.record', '"just text"'],
    ]);
    assert.equal(value && serialiseSidecar(value), text);
  });

  it('gives the second quotation of an id one of its own, always the same', () => {
    const text = sidecar(record('q1'), record('q1-2'), record('q1', ', "extra": 1'));
    const { value, problems } = readSidecar(text);
    assert.deepEqual(
      value?.quotations.map(({ id }) => id),
      ['q1', 'q1-2', 'q1-3'],
    );
    assert.deepEqual(readSidecar(text).value, value);
    assert.deepEqual(
      problems.map(({ message }) => [message.key, message.values.newId]),
      [['sidecar.duplicateId', 'q1-3']],
    );
  });

  it('of a newer version is read only', () => {
    const text = sidecar(record('q1')).replace('"version": 1', '"version": 2');
    const { value, readOnly, problems } = readSidecar(text);
    assert.equal(value?.quotations.length, 1);
    assert.equal(readOnly, true);
    assert.deepEqual(seen(problems, text), [['json.newerVersion', '"version": 2']]);
  });

  for (const text of ['', '[]', 'null', '{"version": "1"}', '{"quotations": {}}']) {
    it(`is left alone when it is ${text || 'empty'}`, () => {
      const { value, problems } = readSidecar(text);
      assert.equal(value, undefined);
      assert.equal(problems.length, 1);
    });
  }

  it('nested without end does not end the reading', () => {
    const { value, problems } = readSidecar(`{"quotations": ${'['.repeat(100_000)}`);
    assert.equal(value, undefined);
    assert.equal(problems.length, 1);
  });

  it('may be written by hand, with no more than a place and its words', () => {
    const { value, problems } = readSidecar(
      '{"quotations": [{"id": "q", "start": 0, "end": 2, "exact": "Ja"}]}',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(value?.quotations[0]?.codes, []);
  });
});

describe('a codebook that is not as it should be', () => {
  it('keeps records that are no codes, and gives a second code of an id its own', () => {
    const text = `{\n  "version": 1,\n  "codes": [\n    {"id": "a", "name": "A", "level": "code"},\n    {"id": "a", "name": "B", "level": "theme"},\n    {"id": "no id", "name": "C"}\n  ],\n  "extra": {"kept": [1, 2]}\n}\n`;
    const { value, problems } = parseCodebook(text, 'codebook.json');
    assert.deepEqual(
      [...(value?.codes ?? [])].map(([id, { name }]) => [id, name]),
      [
        ['a', 'A'],
        ['a-2', 'B'],
      ],
    );
    assert.deepEqual(seen(problems, text), [
      ['codebook.duplicateId', '{"id": "a", "name": "B", "level": "theme"}'],
      ['codebook.record', '{"id": "no id", "name": "C"}'],
    ]);
    const written = value && serialiseCodebook(value);
    assert.equal(written, text.replace('"id": "a", "name": "B"', '"id": "a-2", "name": "B"'));
  });
});

describe('code sets that are not as they should be', () => {
  it('are kept, and so is their order, without touching the codes', () => {
    const text = `{\n  "version": 1,\n  "codes": [],\n  "sets": [\n    {"id": "s", "name": "S", "codes": ["a"]},\n    {"id": "t"}\n  ]\n}\n`;
    const { value, problems } = parseCodebook(text, 'codebook.json');
    assert.deepEqual(seen(problems, text), [['codebook.setRecord', '{"id": "t"}']]);
    assert.equal(value && serialiseCodebook(value), text);
    assert.equal(parseCodebook('{"codes": [], "sets": {}}', 'codebook.json').value, undefined);
  });

  it('are no part of a codebook without them', () => {
    const text = `{\n  "version": 1,\n  "codes": []\n}\n`;
    const { value } = parseCodebook(text, 'codebook.json');
    assert.equal(value && serialiseCodebook(value), text);
  });
});

describe('relations that are not as they should be', () => {
  const read = (text: string) => parseRelations(text, 'relations.json');

  it('are kept where one is no relation, or has the id of another', () => {
    const good = '{"id": "r1", "from": "code:a", "to": "code:b", "type": "is a", "mine": 1}';
    const strange = '{"id": "r2", "from": "case:a", "to": "code:b", "type": "is a"}';
    const text = `{\n  "version": 1,\n  "relations": [\n    ${good},\n    ${good},\n    ${strange}\n  ],\n  "more": [1]\n}\n`;
    const { value, problems } = read(text);
    assert.deepEqual(
      seen(problems, text),
      [
        ['relations.duplicateId', good],
        ['relations.record', strange],
      ].toSorted(),
    );
    assert.equal(
      value && serialiseRelations(value),
      text.replace(`${good},\n    ${good}`, `${good},\n    ${good.replace('r1', 'r1-2')}`),
    );
  });

  for (const text of ['', '[]', '{"relations": {}}', `{"relations": ${'['.repeat(100_000)}`])
    it(`are left alone in ${text.slice(0, 20) || 'nothing'}`, () => {
      assert.equal(read(text).value, undefined);
      assert.equal(read(text).problems.length, 1);
    });
});

describe('summaries that are not as they should be', () => {
  const read = (text: string) => parseSummaries(text, 'summaries.json');

  it('are kept where one is no summary, or is the second of its cell', () => {
    const good = '{"case": "Alpha", "code": "a", "text": "They trust.", "mine": 1}';
    const second = '{"case": "Alpha", "code": "a", "text": "They do not."}';
    const strange = '{"case": "Alpha", "code": "a b", "text": ""}';
    const text = `{\n  "version": 1,\n  "summaries": [\n    ${good},\n    ${second},\n    ${strange}\n  ],\n  "more": [1]\n}\n`;
    const { value, problems } = read(text);
    assert.deepEqual(
      seen(problems, text),
      [
        ['summaries.duplicate', second],
        ['summaries.record', strange],
      ].toSorted(),
    );
    assert.equal(value?.summaries.get('a:Alpha')?.text, 'They trust.');
    assert.equal(value && serialiseSummaries(value), text);
  });

  for (const text of ['', '[]', '{"summaries": {}}', `{"summaries": ${'['.repeat(100_000)}`])
    it(`are left alone in ${text.slice(0, 20) || 'nothing'}`, () => {
      assert.equal(read(text).value, undefined);
      assert.equal(read(text).problems.length, 1);
    });
});

describe('a history that is not as it should be', () => {
  const read = (text: string) => parseHistory(text, 'history.jsonl');
  const line =
    '{"at": "2019-04-02T08:00:00Z", "coder": "ldb", "op": "merge", "from": ["openheid"], "into": "transparantie", "names": {"openheid": "Openheid"}, "quotations": 17, "why": "…"}';

  it('is read as the format says, byte for byte', () => {
    const { value, problems } = read(`${line}\n`);
    assert.deepEqual(problems, []);
    const [entry] = value?.entries.values() ?? [];
    assert.deepEqual([entry?.from, entry?.into], [['openheid'], ['transparantie']]);
    assert.equal(value && serialiseHistory(value), `${line}\n`);
  });

  it('keeps lines that are none, and says which and why', () => {
    const bad = [
      '{"at": "2019", "op": "wish"}',
      '{"op": "merge"',
      '{"at": "2019", "op": "set", "names": [1]}',
      '7',
    ];
    const text = [bad[0], line, bad[1], '', bad[2], bad[3]].join('\r\n');
    const { value, problems } = read(`\ufeff${text}`);
    assert.deepEqual(seen(problems, text.replaceAll('\r', '')), [
      ['history.record', bad[0]],
      ['history.notJson', bad[1]],
      ['history.record', bad[2]],
      ['history.notJson', bad[3]],
    ]);
    assert.deepEqual(
      problems.map(({ message }) => [message.values.line, message.values.key]),
      [
        [1, 'op'],
        [3, ''],
        [5, 'names'],
        [6, ''],
      ],
    );
    assert.equal(value && serialiseHistory(value), [line, ...bad].map((each) => `${each}\n`).join(''));
  });

  it('is left alone where git left both sides of a merge', () => {
    const text = `<<<<<<< HEAD\n${line}\n=======\n>>>>>>> other\n`;
    const { value, problems } = read(text);
    assert.equal(value, undefined);
    assert.deepEqual(seen(problems, text), [['file.mergeConflict', '<<<<<<< HEAD']]);
  });

  it('keeps a line that is there twice', () => {
    const { value } = read(`${line}\n${line}\n`);
    assert.equal(value?.entries.size, 2);
    assert.equal(value && serialiseHistory(value), `${line}\n${line}\n`);
  });

  it('nested without end does not end the reading', () => {
    assert.equal(read(`{"at": "2019", "op": "set", "x": ${'['.repeat(100_000)}`).problems.length, 1);
    const deep = `${'['.repeat(500)}${']'.repeat(500)}`;
    assert.equal(read(`{"at": "2019", "op": "set", "x": ${deep}}`).value, undefined);
  });
});

describe('a memo', () => {
  const read = (text: string) => memoOf('memos/a memo.md', { text });
  const links = (text: string) =>
    read(text).links.map(({ kind, to, range }) => [kind, to, text.slice(range.start, range.end)]);

  it('has its title, type and links from its front matter', () => {
    const text =
      '---\ntitle: T\ntype: proposition\ncreated: 2019-05-20T09:30:00Z\nlinks: [code:a, quotation:q1, "document:a b.md", case:Value Care]\n---\n# H\n';
    const { title, type, created, bodyStart } = read(text);
    assert.deepEqual([title, type, created], ['T', 'proposition', '2019-05-20T09:30:00Z']);
    assert.equal(text.slice(bodyStart), '# H\n');
    assert.deepEqual(links(text), [
      ['code', 'a', 'code:a'],
      ['quotation', 'q1', 'quotation:q1'],
      ['document', 'a b.md', 'document:a b.md'],
      ['case', 'Value Care', 'case:Value Care'],
    ]);
    assert.deepEqual(links('---\nlinks:\n  - case: A\n  - 7\n  - "c\\x6fde:a"\n---\n'), [
      ['case', 'A', 'case: A'],
      ['code', 'a', 'links:'],
    ]);
  });

  it('may be no more than words', () => {
    const { title, type, links, bodyStart } = read('Just words.\n');
    assert.deepEqual([title, type, links, bodyStart], ['a memo', 'free', [], 0]);
    assert.equal(read('---\ntitle: [\n---\n# Heading #\n').title, 'Heading');
    assert.equal(read('').title, 'a memo');
  });

  it('has the links that stand in its text, and no others', () => {
    assert.deepEqual(
      links(
        'See code:trust. [Q](quotation:q1), document:interviews/a.md! (case:Alpha) <case:Value Care> [[Trust|it]] [[code:b]] [d](document:a%20b.md)',
      ),
      [
        ['code', 'trust', 'code:trust'],
        ['quotation', 'q1', 'quotation:q1'],
        ['document', 'interviews/a.md', 'document:interviews/a.md'],
        ['case', 'Alpha', 'case:Alpha'],
        ['case', 'Value Care', '<case:Value Care>'],
        ['name', 'Trust', '[[Trust|it]]'],
        ['code', 'b', '[[code:b]]'],
        ['document', 'a b.md', 'document:a%20b.md'],
      ],
    );
    for (const text of [
      'postcode:1234 x/code:a https://code:a code: a',
      '`code:a` and `[[b]]`',
      '```\ncode:a\n```\n',
      '[[]] [[a\nb]] [x] <case:',
    ])
      assert.deepEqual(links(text), []);
  });
});

describe('a code tree that is no tree', () => {
  it('names each code above itself and each parent that there is not, where it stands', () => {
    const code = (id: string, parent: string) =>
      `{"id": "${id}", "name": "N", "level": "code", "parent": "${parent}"}`;
    const codes = [code('a', 'b'), code('b', 'a'), code('c', 'a'), code('d', 'nowhere'), code('e', 'e')];
    const text = `{"codes": [${codes.join(',')}]}`;
    const { value, problems } = parseCodebook(text, 'codebook.json');
    assert.equal(value?.codes.size, 5);
    assert.deepEqual(seen(problems, text), [
      ['codebook.parentCycle', codes[0]],
      ['codebook.parentCycle', codes[1]],
      ['codebook.unknownParent', codes[3]],
      ['codebook.parentCycle', codes[4]],
    ]);
  });
});

describe('settings that are not as they should be', () => {
  it('keep a value that cannot be, and the default applies', () => {
    const text =
      '{\n  "$schema": "x.json",\n  "version": 1,\n  "title": "T",\n  "language": "fr",\n  "mine": {"a": 1}\n}\n';
    const { value, problems } = parseSettings(text, 'codeboom.json');
    assert.equal(value?.language, undefined);
    assert.deepEqual(seen(problems, text), [['settings.value', '"language": "fr"']]);
    assert.equal(value && serialiseSettings(value), text);
    assert.equal(value && serialiseSettings({ ...value, language: 'nl' }), text.replace('"fr"', '"nl"'));
  });

  it('add types of relations, with keys of another version; a wrong list adds none', () => {
    const types = '{"codes": ["strengthens"], "cases": [1]}';
    const text = `{\n  "version": 1,\n  "relationTypes": ${types}\n}\n`;
    const { value, problems } = parseSettings(text, 'codeboom.json');
    assert.deepEqual([value?.relationTypes?.codes, problems], [['strengthens'], []]);
    assert.equal(value && serialiseSettings(value), text);
    const wrong = text.replace('["strengthens"]', '"strengthens"');
    assert.equal(parseSettings(wrong, 'codeboom.json').value?.relationTypes, undefined);
    assert.equal(parseSettings(wrong, 'codeboom.json').problems[0]?.message.key, 'settings.value');
  });

  it('keep what a newer version says of a coder', () => {
    const text = '{\n  "version": 1,\n  "coders": [{"id": "ldb", "name": "L.", "color": "red"}]\n}\n';
    const { value } = parseSettings(text, 'codeboom.json');
    assert.equal(value && serialiseSettings(value), text);
  });
});

describe('a table of cases that is not as it should be', () => {
  const read = (text: string) => parseCases(text, 'cases.csv');

  it('keeps second rows, rows without a name and cells too many', () => {
    const text = 'case;size\nA;1\nA;2\n;3\nB;4;5\n';
    const { value, problems } = read(text);
    assert.deepEqual([...(value?.cases.keys() ?? [])], ['A', 'B']);
    assert.deepEqual(seen(problems, text), [
      ['cases.duplicate', 'A;2'],
      ['cases.noName', ';3'],
      ['cases.extraCells', 'B;4;5'],
    ]);
    assert.equal(value && serialiseCases(value), 'case;size\nA;1\nB;4;5\nA;2\n;3\n');
  });

  it('has a place for each problem when cells hold lines and the file has CRLF', () => {
    const text = '\ufeffcase,note\r\nA,"two\r\nlines"\r\nA,again\r\n';
    const lf = 'case,note\nA,"two\nlines"\nA,again\n';
    const { value, problems } = read(text);
    assert.deepEqual(seen(problems, lf), [['cases.duplicate', 'A,again']]);
    assert.equal(value?.cases.get('A')?.attributes.note, 'two\r\nlines');
    assert.equal(value && serialiseCases(value), text);
  });

  it('gives columns without a name of their own one', () => {
    const { value, problems } = read('case,x,x,,__proto__,\nA,1,2,3,4,\n');
    assert.deepEqual(value?.columns, ['x', 'x (2)', '(2)', '__proto__']);
    assert.equal(problems.length, 2);
    assert.equal(Object.entries(value?.cases.get('A')?.attributes ?? {}).length, 4);
  });

  it('is left alone when a quotation mark is open, or git or the first column make it no table of cases', () => {
    for (const [text, key] of [
      ['case,x\nA,"1\nB,2\n', 'cases.openQuote'],
      ['case,x\n<<<<<<< HEAD\nA,1\n=======\nA,2\n>>>>>>> b\n', 'file.mergeConflict'],
      ['name,x\nA,1\n', 'cases.noCaseColumn'],
    ] as const) {
      const { value, problems } = read(text);
      assert.equal(value, undefined);
      assert.deepEqual(
        problems.map(({ message }) => message.key),
        [key],
      );
    }
  });

  it('may be empty', () => {
    assert.equal(read('').value?.cases.size, 0);
    assert.deepEqual(read('').problems, []);
  });

  it('takes the column of an attribute that is new', () => {
    const { value } = read('case,a\nX,1\n');
    assert.ok(value);
    const cases = new Map([['X', { name: 'X', attributes: { a: '1', b: '2' } }]]);
    assert.equal(serialiseCases({ ...value, cases }), 'case,a,b\nX,1,2\n');
  });

  it('has the delimiter behind its first column, whatever the names of the others', () => {
    const { value } = read('case\t,\nX\t1\n');
    assert.equal(value?.delimiter, '\t');
    assert.deepEqual(value?.cases.get('X')?.attributes, { ',': '1' });
  });
});
