import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  mergeCases,
  mergeCodebooks,
  mergeHistories,
  mergeQuotations,
  mergeRelations,
  mergeSettings,
  mergeSummaries,
} from '../../../src/core/formats/merge.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import { caseTable, codebook, history, quotation, relations, summaries } from './arbitraries.ts';

const quotations = fc.uniqueArray(
  quotation('a.md', '').map((one): Quotation => ({ ...one, id: `q${one.start % 4}` })),
  { maxLength: 4, selector: (one) => one.id },
);

const sorted = (list: readonly Quotation[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('merging two versions', () => {
  it('of which one changed nothing gives the other', () => {
    fc.assert(
      fc.property(quotations, quotations, (base, changed) => {
        for (const { value, conflicts } of [
          mergeQuotations(base, changed, base),
          mergeQuotations(base, base, changed),
        ]) {
          assert.deepEqual(sorted(value), sorted(changed));
          assert.deepEqual(conflicts, []);
        }
      }),
    );
  });

  it('that are the same gives that', () => {
    fc.assert(
      fc.property(quotations, quotations, (base, changed) => {
        const { value, conflicts } = mergeQuotations(base, changed, changed);
        assert.deepEqual(sorted(value), sorted(changed));
        assert.deepEqual(conflicts, []);
      }),
    );
  });

  it('loses no quotation that either added or changed, and brings back none that one deleted and the other left', () => {
    fc.assert(
      fc.property(quotations, quotations, quotations, (base, mine, theirs) => {
        const ids = new Set(mergeQuotations(base, mine, theirs).value.map(({ id }) => id));
        const was = new Map(base.map((one) => [one.id, JSON.stringify(one)]));
        for (const [side, other] of [
          [mine, theirs],
          [theirs, mine],
        ] as const) {
          for (const one of side) {
            const isKept = other.some(({ id }) => id === one.id) || JSON.stringify(one) !== was.get(one.id);
            assert.equal(ids.has(one.id), isKept);
          }
        }
      }),
    );
  });

  it('is the same for codes and cases', () => {
    fc.assert(
      fc.property(codebook, codebook, (base, changed) => {
        assert.deepEqual(mergeCodebooks(base, base, changed).value, changed);
        assert.deepEqual(
          mergeCodebooks(base, changed, { ...base, codes: base.codes }).value.codes.size,
          changed.codes.size,
        );
      }),
    );
    fc.assert(
      fc.property(caseTable, caseTable, (base, changed) => {
        assert.deepEqual(mergeCases(base, base, changed).value, changed);
      }),
    );
  });

  it('is the same for relations', () => {
    fc.assert(
      fc.property(relations, relations, (base, changed) => {
        assert.deepEqual(mergeRelations(base, base, changed).value, changed);
        const mine = mergeRelations(base, changed, base).value.relations;
        assert.deepEqual(new Map(mine), new Map(changed.relations));
      }),
    );
  });

  it('is the same for summaries; where both wrote in a cell, mine stays and both are told', () => {
    fc.assert(
      fc.property(summaries, summaries, (base, changed) => {
        assert.deepEqual(mergeSummaries(base, base, changed).value, changed);
        const mine = mergeSummaries(base, changed, base).value.summaries;
        assert.deepEqual(new Map(mine), new Map(changed.summaries));
      }),
    );
    const saying = (text: string) => ({
      summaries: new Map([['a:X', { case: 'X', code: 'a', text }]]),
    });
    const { value, conflicts } = mergeSummaries(saying('was'), saying('mine'), saying('theirs'));
    assert.equal(value.summaries.get('a:X')?.text, 'mine');
    assert.deepEqual(conflicts, [
      { kind: 'bothChanged', id: 'a:X', field: 'text', mine: 'mine', theirs: 'theirs' },
    ]);
  });

  it('keeps the lines of both histories, but for those that one of them took back', () => {
    fc.assert(
      fc.property(history, history, history, (base, mine, theirs) => {
        const merged = mergeHistories(base, mine, theirs).value.entries;
        for (const id of [...base.entries.keys(), ...mine.entries.keys(), ...theirs.entries.keys()]) {
          const isTakenBack = base.entries.has(id) && !(mine.entries.has(id) && theirs.entries.has(id));
          assert.equal(merged.has(id), !isTakenBack);
        }
      }),
    );
  });

  it('takes names for names, also those that every object has', () => {
    const at = (attributes: readonly (readonly [string, string])[]) => {
      const row = { name: 'A', attributes: Object.fromEntries(attributes) };
      return {
        columns: attributes.map(([column]) => column),
        cases: new Map([['A', row]]),
        delimiter: ',',
        byteOrderMark: false,
      } as const;
    };
    const { value } = mergeCases(at([]), at([['__proto__', 'mine']]), at([['constructor', 'theirs']]));
    assert.deepEqual(Object.entries(value.cases.get('A')?.attributes ?? {}).toSorted(), [
      ['__proto__', 'mine'],
      ['constructor', 'theirs'],
    ]);
  });

  it('takes each field, code and key from whoever changed it', () => {
    const time = '2024-01-01T00:00:00Z';
    const place = { start: 0, end: 2, exact: 'Ja', prefix: '', suffix: '' };
    const base: Quotation = {
      id: 'q',
      document: 'a.md',
      coder: '',
      ...place,
      codes: ['a', 'b'],
      created: time,
      modified: time,
    };
    const mine = {
      ...base,
      codes: ['a', 'b', 'c'],
      comment: 'mine',
      weight: { a: 5 },
      modified: '2024-01-02T00:00:00Z',
    };
    const theirs = {
      ...base,
      codes: ['b', 'd'],
      end: 3,
      exact: 'Ja.',
      weight: { b: 7 },
      modified: '2024-01-03T00:00:00Z',
    };
    const { value, conflicts } = mergeQuotations([base], [mine], [theirs]);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(value, [
      {
        ...base,
        end: 3,
        exact: 'Ja.',
        codes: ['b', 'd', 'c'],
        comment: 'mine',
        weight: { a: 5, b: 7 },
        modified: '2024-01-03T00:00:00Z',
      },
    ]);
    const settings = mergeSettings(
      { title: 'T', queries: { a: 'x' } },
      { title: 'Mine', queries: { a: 'x', b: 'y' } },
      { title: 'T', queries: { c: 'z' } },
    );
    assert.deepEqual(settings.value, { title: 'Mine', queries: { b: 'y', c: 'z' } });
  });
});
