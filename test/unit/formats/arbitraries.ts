import fc from 'fast-check';
import type { SidecarFile } from '../../../src/core/formats/sidecar.ts';
import {
  type History,
  type HistoryEntry,
  historyIdFor,
  historyKeys,
  historyOperations,
} from '../../../src/core/study/history.ts';
import type { Json, UnknownKeys } from '../../../src/core/study/json.ts';
import type {
  Case,
  CaseTable,
  Code,
  Codebook,
  CodeSet,
  Quotation,
  Relation,
  RelationEnd,
  Relations,
  Summaries,
  Summary,
} from '../../../src/core/study/model.ts';
import { inTextOrder } from '../../../src/core/study/study.ts';
import { summaryId } from '../../../src/core/study/summaries.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789_-'];

const id = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 64 });

/** Text as people and machines write it: quotation marks, line ends, half surrogate pairs, right to left. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '"',
    '\\',
    '\n',
    '\r\n',
    '\u2028',
    '\ud800',
    'é',
    'e\u0301',
    '👩🏽‍💻',
    'שלום',
    '__proto__',
    ' , ',
  ),
);

/** -0 is 0 in JSON. */
const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): Json => JSON.parse(JSON.stringify(value)));

/** Keys that no version of a file knows, among them names that an object has of its own. */
const unknown: fc.Arbitrary<UnknownKeys> = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(
        fc.string({ maxLength: 6 }).map((key) => `x${key}`),
        fc.constantFrom('__proto__', 'constructor', 'toString', '7', 'coder'),
      ),
      json,
    ),
    { minLength: 1, maxLength: 3, selector: ([key]) => key },
  )
  .map((entries) => Object.fromEntries(entries));

const optional = <Key extends string, Value>(key: Key, value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined }).map((given) => (given === undefined ? {} : { [key]: given }));

const time = fc.constantFrom('2019-03-05T10:12:00Z', '2024-01-01T00:00:00Z');

export const quotation = (document: string, coder: string): fc.Arbitrary<Quotation> =>
  fc
    .tuple(
      fc.record({
        id,
        start: fc.nat(100_000),
        length: fc.nat(500),
        exact: text,
        prefix: text,
        suffix: text,
        codes: fc.uniqueArray(text, { maxLength: 3 }),
        created: time,
        modified: time,
      }),
      optional('comment', text),
      optional('weight', fc.dictionary(id, fc.nat(100), { maxKeys: 2, noNullPrototype: true })),
      optional('star', fc.boolean()),
      optional('translation', fc.dictionary(fc.constantFrom('en', 'nl'), text, { noNullPrototype: true })),
      optional(
        'anchor',
        fc.oneof(
          fc.record({ state: fc.constant('review' as const), was: text, reason: text }),
          fc.record({ state: fc.constant('lost' as const), since: time }),
        ),
      ),
      optional('unknown', unknown),
    )
    .map(([{ length, ...usual }, ...more]) =>
      Object.assign({ ...usual, document, coder, end: usual.start + length }, ...more),
    );

export const sidecarFile: fc.Arbitrary<SidecarFile> = fc
  .tuple(
    fc.uniqueArray(quotation('interviews/a.md', 'ldb'), { maxLength: 6, selector: (one) => one.id }),
    fc.record({ length: fc.nat(), sha256: fc.constant('9f2c') }),
    optional('unknown', unknown),
    // No list can be a quotation.
    optional('unreadable', fc.array(fc.array(json), { minLength: 1, maxLength: 2 })),
  )
  .map(([quotations, digest, ...more]) => ({
    document: 'interviews/a.md',
    sidecar: Object.assign({ coder: 'ldb', text: digest }, ...more),
    quotations: quotations.sort(inTextOrder),
  }));

const code: fc.Arbitrary<Code> = fc
  .tuple(
    fc.record({
      id,
      name: text,
      level: fc.constantFrom('code' as const, 'theme' as const, 'dimension' as const),
    }),
    optional('parent', id),
    optional('color', fc.constantFrom('blue', '#00ff00')),
    optional('slot', fc.constantFrom('sky', 'pink')),
    optional('definition', text),
    optional('exclude', text),
    optional('example', id),
    optional('created', time),
    optional('unknown', unknown),
  )
  .map(([usual, ...more]) => Object.assign({ ...usual }, ...more));

const codeSet: fc.Arbitrary<CodeSet> = fc
  .tuple(
    fc.record({ id, name: text, codes: fc.uniqueArray(id, { maxLength: 3 }) }),
    optional('comment', text),
    optional('unknown', unknown),
  )
  .map(([usual, ...more]) => Object.assign({ ...usual }, ...more));

const byId = <Fields extends { readonly id: string }>(records: readonly Fields[]) =>
  new Map(records.map((one) => [one.id, one]));

const end: fc.Arbitrary<RelationEnd> = fc
  .tuple(fc.constantFrom('code' as const, 'quotation' as const), id)
  .map(([kind, at]): RelationEnd => `${kind}:${at}`);

const relation: fc.Arbitrary<Relation> = fc
  .tuple(
    fc.record({ id, from: end, to: end, type: text }),
    optional('comment', text),
    optional('created', time),
    optional('unknown', unknown),
  )
  .map(([usual, ...more]) => Object.assign({ ...usual }, ...more));

export const relations: fc.Arbitrary<Relations> = fc
  .tuple(
    fc.uniqueArray(relation, { maxLength: 5, selector: (one) => one.id }),
    optional('unknown', unknown),
    optional('unreadable', fc.array(fc.array(json), { minLength: 1, maxLength: 2 })),
  )
  .map(([list, ...more]) => Object.assign({ relations: byId(list), hasFile: true as const }, ...more));

const summary: fc.Arbitrary<Summary> = fc
  .tuple(
    fc.record({ case: text.filter((name) => name !== ''), code: id, text }),
    optional('unknown', unknown),
  )
  .map(([usual, ...more]) => Object.assign({ ...usual }, ...more));

export const summaries: fc.Arbitrary<Summaries> = fc
  .tuple(
    fc.uniqueArray(summary, { maxLength: 5, selector: summaryId }),
    optional('unknown', unknown),
    optional('unreadable', fc.array(fc.array(json), { minLength: 1, maxLength: 2 })),
  )
  .map(([list, ...more]) =>
    Object.assign(
      { summaries: new Map(list.map((one) => [summaryId(one), one])), hasFile: true as const },
      ...more,
    ),
  );

const byCode = fc.dictionary(fc.oneof(id, fc.constantFrom('__proto__', '7')), text, { maxKeys: 3 });

const historyEntry: fc.Arbitrary<HistoryEntry> = fc
  .tuple(
    fc.record({ at: time, op: fc.constantFrom(...historyOperations) }),
    optional('coder', id),
    optional('codes', fc.array(id, { maxLength: 3 })),
    optional('from', fc.array(id, { maxLength: 3 })),
    optional('into', fc.array(id, { maxLength: 3 })),
    optional('parent', id),
    optional('set', text),
    optional('names', byCode),
    optional('quotations', fc.nat()),
    optional('before', byCode),
    optional('after', byCode),
    optional('why', text),
    optional(
      'unknown',
      unknown
        .map((keys) => Object.fromEntries(Object.entries(keys).filter(([key]) => !isHistoryKey(key))))
        .filter((keys) => Object.keys(keys).length > 0),
    ),
  )
  .map(([usual, ...more]) => Object.assign({ ...usual }, ...more));

const isHistoryKey = (key: string) => historyKeys.some((known) => known === key);

/** Oldest first, as a file is; the same may be said twice. */
export const history: fc.Arbitrary<History> = fc
  .tuple(
    fc.array(historyEntry, { maxLength: 5 }),
    optional(
      'unreadable',
      fc.array(fc.constantFrom('{"at": ', 'no line', '{"at": "x", "op": "y"}', '[1]'), {
        minLength: 1,
        maxLength: 2,
      }),
    ),
  )
  .map(([list, more]) => {
    const entries = new Map<string, HistoryEntry>();
    for (const entry of list.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
      entries.set(
        historyIdFor(entry, (known) => entries.has(known)),
        entry,
      );
    return { entries, hasFile: true as const, ...more };
  });

export const codebook: fc.Arbitrary<Codebook> = fc
  .tuple(
    fc.uniqueArray(code, { maxLength: 6, selector: (one) => one.id }),
    optional('unknown', unknown),
    optional('unreadable', fc.array(fc.array(json), { minLength: 1, maxLength: 2 })),
    fc
      .uniqueArray(codeSet, { maxLength: 3, selector: (one) => one.id })
      .map((sets) => ({ sets: byId(sets) })),
    optional('unreadableSets', fc.array(fc.array(json), { minLength: 1, maxLength: 2 })),
  )
  .map(([codes, ...more]) =>
    Object.assign({ sets: new Map(), codes: new Map(codes.map((one) => [one.id, one])) }, ...more),
  );

const wellFormed = fc.string({ unit: 'grapheme', maxLength: 8 });
const cell = fc.oneof(
  wellFormed,
  fc.constantFrom('a,b', 'a;b', 'a\tb', 'say "yes"', 'two\nlines', 'two\r\nlines', ' blank ', '8,5', '=1+1'),
);
const heading = wellFormed.map((name) => name.trim()).filter((name) => name !== '' && name !== 'case');

export const caseTable: fc.Arbitrary<CaseTable> = fc
  .record({
    columns: fc.uniqueArray(heading, { maxLength: 4 }),
    names: fc.uniqueArray(heading, { maxLength: 4 }),
    cells: fc.array(cell, { minLength: 16, maxLength: 16 }),
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
    byteOrderMark: fc.boolean(),
    crlf: fc.boolean(),
  })
  .map(({ columns, names, cells, delimiter, byteOrderMark, crlf }) => ({
    columns,
    cases: new Map(
      names.map((name, row): [string, Case] => {
        const entries = columns.map((column, index): [string, string] => [
          column,
          cells[row * 4 + index] ?? '',
        ]);
        return [name, { name, attributes: Object.fromEntries(entries.filter(([, value]) => value !== '')) }];
      }),
    ),
    // A header of one column has no delimiter to tell.
    delimiter: columns.length > 0 ? delimiter : ',',
    byteOrderMark,
    ...(crlf && { lineEnd: '\r\n' as const }),
  }));
