import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCases, serialiseCases } from '../../../src/core/formats/cases.ts';
import { parseCodebook, serialiseCodebook } from '../../../src/core/formats/codebook.ts';
import { parseHistory, serialiseHistory } from '../../../src/core/formats/history.ts';
import { parseRelations, serialiseRelations } from '../../../src/core/formats/relations.ts';
import { parseSidecar, serialiseSidecar } from '../../../src/core/formats/sidecar.ts';
import { parseSummaries, serialiseSummaries } from '../../../src/core/formats/summaries.ts';
import { caseTable, codebook, history, relations, sidecarFile, summaries } from './arbitraries.ts';

/** JSON writes half a surrogate pair as an escape and reads it back as it was. */
describe('any file survives being written and read', () => {
  it('a sidecar', () => {
    fc.assert(
      fc.property(sidecarFile, (file) => {
        const written = serialiseSidecar(file);
        const { value } = parseSidecar(written, 'interviews/a.codes.ldb.json', file.document, 'ldb');
        assert.deepEqual(plain(value), plain(file));
        assert.equal(value && serialiseSidecar(value), written);
      }),
    );
  });

  it('a codebook', () => {
    fc.assert(
      fc.property(codebook, (book) => {
        const written = serialiseCodebook(book);
        const { value } = parseCodebook(written, 'codebook.json');
        assert.deepEqual(value?.codes, book.codes);
        assert.deepEqual(plain(value?.unknown), plain(book.unknown));
        assert.deepEqual(value?.unreadable, book.unreadable);
        assert.deepEqual(plain([...(value?.sets ?? [])].toSorted()), plain([...book.sets].toSorted()));
        assert.deepEqual(value?.unreadableSets, book.unreadableSets);
        assert.equal(value && serialiseCodebook(value), written);
      }),
    );
  });

  it('relations', () => {
    fc.assert(
      fc.property(relations, (all) => {
        const written = serialiseRelations(all);
        const { value } = parseRelations(written, 'relations.json');
        assert.deepEqual(plain([...(value?.relations ?? [])]), plain([...all.relations].toSorted(byKey)));
        assert.deepEqual(plain(value?.unknown), plain(all.unknown));
        assert.deepEqual(value?.unreadable, all.unreadable);
        assert.equal(value && serialiseRelations(value), written);
      }),
    );
  });

  it('summaries', () => {
    fc.assert(
      fc.property(summaries, (all) => {
        const written = serialiseSummaries(all);
        const { value } = parseSummaries(written, 'summaries.json');
        assert.deepEqual(plain([...(value?.summaries ?? [])]), plain([...all.summaries].toSorted(byKey)));
        assert.deepEqual(plain(value?.unknown), plain(all.unknown));
        assert.deepEqual(value?.unreadable, all.unreadable);
        assert.equal(value && serialiseSummaries(value), written);
      }),
    );
  });

  it('the history, with what an entry is called though the file does not say it', () => {
    fc.assert(
      fc.property(history, (all) => {
        const written = serialiseHistory(all);
        const { value } = parseHistory(written, 'history.jsonl');
        assert.deepEqual(plain([...(value?.entries ?? [])]), plain([...all.entries]));
        assert.deepEqual(value?.unreadable, all.unreadable);
        assert.equal(value && serialiseHistory(value), written);
      }),
    );
  });

  it('a table of cases, with its delimiter, byte order mark and line ends', () => {
    fc.assert(
      fc.property(caseTable, (table) => {
        const written = serialiseCases(table);
        const { value, problems } = parseCases(written, 'cases.csv');
        assert.deepEqual(problems, []);
        assert.deepEqual(value, table);
        assert.equal(value && serialiseCases(value), written);
      }),
    );
  });
});

describe('the same content gives the same bytes', () => {
  it('in whatever order the quotations come', () => {
    fc.assert(
      fc.property(sidecarFile, (file) => {
        const reversed = { ...file, quotations: [...file.quotations].reverse() };
        assert.equal(serialiseSidecar(reversed), serialiseSidecar(file));
      }),
    );
  });

  it('in whatever order the codes were made', () => {
    fc.assert(
      fc.property(codebook, (book) => {
        const reversed = { ...book, codes: new Map([...book.codes].reverse()) };
        assert.equal(serialiseCodebook(reversed), serialiseCodebook(book));
      }),
    );
  });
});

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

/** As JSON sees it: an object of JSON has no prototype that matters. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
