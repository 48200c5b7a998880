import assert from 'node:assert/strict';
import { parseCases, serialiseCases } from '../../../src/core/formats/cases.ts';
import { parseCodebook, serialiseCodebook } from '../../../src/core/formats/codebook.ts';
import { parseSettings, serialiseSettings } from '../../../src/core/formats/settings.ts';
import { parseSidecar, serialiseSidecar } from '../../../src/core/formats/sidecar.ts';
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
});
