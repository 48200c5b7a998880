import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Code, Quotation } from '../../../src/core/study/model.ts';
import { quotationRuns } from '../../../src/core/study/quoteStyle.ts';
import { caseOf, typeOf } from '../../../src/core/study/sources.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { summaryId } from '../../../src/core/study/summaries.ts';
import { plainOf } from '../../../src/core/text/runs.ts';
import { carries, codedIn, countedFor, countedOf, idsOf, isUnder, whereLine, wheres } from './oracle.ts';
import { studies } from './randomStudy.ts';
import { tableOf } from './small.ts';

const codeIds = ['a', 'b', 'c', 'd', 'e', 'f'];
const someCodes = fc.uniqueArray(fc.constantFrom(...codeIds), { minLength: 1 });
const runs = { numRuns: 300 };

const documentsOf = ({ documents }: Study) => [...documents.values()];

describe('co-occurrence on any study', () => {
  const options = fc.record({
    rows: someCodes,
    columns: fc.option(someCodes, { nil: undefined }),
    rollup: fc.boolean(),
    cell: fc.constantFrom('count', 'c', 'both'),
    where: fc.constantFrom(...wheres),
  });

  /** Pairs are found by looking at every two quotations of a document, letter by letter. */
  function shareALetter(a: Quotation, b: Quotation): boolean {
    for (let at = a.start; at < a.end; at++) if (at >= b.start && at < b.end) return true;
    return false;
  }

  it('equals what is counted pair by pair, and each cell has the quotations of its pairs', () => {
    fc.assert(
      fc.property(studies, options, (study, { rows, columns, rollup, cell, where }) => {
        const yaml = `table: cooccurrence\nrows: {codes: [${rows}]}\n${columns ? `columns: {codes: [${columns}]}\n` : ''}rollup: ${rollup}\ncell: ${cell}\n${whereLine(where)}`;
        const table = tableOf(study, yaml);
        const across = columns ?? rows;
        assert.equal(table.rows.length, rows.length);
        assert.equal(table.columns.length, across.length + 1);
        for (const [row, one] of rows.entries()) {
          for (const [column, other] of across.entries()) {
            const shown = table.rows[row]?.[column + 1];
            assert.ok(shown);
            if (one === other || (rollup && (isUnder(study, one, other) || isUnder(study, other, one)))) {
              assert.deepEqual(shown, { text: '' });
              continue;
            }
            const [left, right] = [countedFor(study, one, rollup), countedFor(study, other, rollup)];
            let [together, ofRow, ofColumn] = [0, 0, 0];
            const behind = new Set<string>();
            for (const document of documentsOf(study)) {
              const counted = countedOf(document, where);
              for (const p of counted) {
                ofRow += Number(carries(p, left));
                ofColumn += Number(carries(p, right));
                for (const q of counted) {
                  if (!carries(p, left) || !carries(q, right) || (p !== q && !shareALetter(p, q))) continue;
                  together++;
                  behind.add(p.id).add(q.id);
                }
              }
            }
            const inOrder = documentsOf(study).flatMap((document) => idsOf(document.quotations));
            assert.deepEqual(
              idsOf(shown.quotations?.()),
              inOrder.filter((id) => behind.has(id)),
            );
            const c = together / (ofRow + ofColumn - together);
            const isThere = Number.isFinite(c) && c >= 0;
            if (cell === 'c') assert.equal(shown.value, isThere ? c : undefined);
            else assert.equal(shown.value, together);
            if (cell === 'count') assert.equal(shown.text, String(together));
            else assert.equal(shown.text.includes('*'), isThere ? c > 1 : together > 0);
          }
        }
        const isFlagged = table.rows.some((row) => row.slice(1).some(({ text }) => text.includes('*')));
        assert.equal(/\*: c is above 1/.test(table.note ?? ''), isFlagged);
      }),
      runs,
    );
  });

  it('is the same from both sides', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const { rows } = tableOf(study, `table: cooccurrence\nrows: {codes: [${codeIds}]}\n`);
        for (const row of codeIds.keys())
          for (const column of codeIds.keys())
            assert.equal(rows[row]?.[column + 1]?.value, rows[column]?.[row + 1]?.value);
      }),
      runs,
    );
  });
});

describe('saturation on any study', () => {
  const options = fc.record({
    codes: fc.option(someCodes, { nil: undefined }),
    rollup: fc.constantFrom(undefined, true, false),
    types: fc.constantFrom(undefined, 'interview', 'report'),
    where: fc.constantFrom(...wheres),
  });
  const days: Readonly<Record<string, string>> = {
    '2019-03-04': '2019-03-04',
    '4-3-2019': '2019-03-04',
    '3 maart 2019': '2019-03-03',
    '2018-12': '2018-12',
  };

  it('equals what is seen when going through the documents by date', () => {
    fc.assert(
      fc.property(studies, options, (study, { codes, rollup, types, where }) => {
        fc.pre(types === undefined || documentsOf(study).some((document) => typeOf(document) === types));
        const { rows } = tableOf(
          study,
          `table: saturation\ncolumns: [document, new, cumulative, share, codings]\n${codes ? `rows: {codes: [${codes}]}\n` : ''}${rollup === undefined ? '' : `rollup: ${rollup}\n`}${types ? `types: ${types}\n` : ''}${whereLine(where)}`,
        );
        const day = (text = '') => days[/^date: (.*)$/m.exec(text)?.[1] ?? ''] ?? 'zzz';
        const ordered = documentsOf(study)
          .filter((document) => types === undefined || typeOf(document) === types)
          .map((document) => ({ document, key: `${day(document.transcript?.text)} ${document.path}` }))
          .sort((a, b) => (a.key < b.key ? -1 : 1))
          .map(({ document }) => document);
        assert.equal(rows.length, ordered.length);

        const meant = (codes ?? codeIds).map((id) => countedFor(study, id, rollup === true));
        const lookedFor = meant.flat();
        const seenIn = (path: string) => {
          const document = study.documents.get(path);
          const counted = document ? countedOf(document, where) : [];
          return meant.flatMap((set, index) => (counted.some((one) => carries(one, set)) ? [index] : []));
        };
        const total = new Set(ordered.flatMap(({ path }) => seenIn(path))).size;
        const seen = new Set<number>();
        const behindSoFar: string[] = [];
        for (const [index, document] of ordered.entries()) {
          const fresh = seenIn(document.path).filter((at) => !seen.has(at));
          for (const at of fresh) seen.add(at);
          const counted = countedOf(document, where);
          const coded = counted.filter((one) => carries(one, lookedFor));
          behindSoFar.push(...idsOf(coded));
          const [name, isNew, cumulative, share, codings] = rows[index] ?? [];
          assert.equal(name?.text, document.path.slice(11, -3));
          assert.equal(isNew?.value, fresh.length);
          const freshCodes = fresh.flatMap((at) => meant[at] ?? []);
          assert.deepEqual(
            idsOf(isNew?.quotations?.()),
            idsOf(counted.filter((one) => carries(one, freshCodes))),
          );
          assert.equal(cumulative?.value, seen.size);
          assert.deepEqual(idsOf(cumulative?.quotations?.()), behindSoFar);
          if (total === 0) assert.equal(share?.text, '');
          else assert.ok(Math.abs((share?.value ?? -1) - (100 * seen.size) / total) < 1e-9);
          assert.equal(
            codings?.value,
            coded.flatMap((one) => one.codes.filter((id) => lookedFor.includes(id))).length,
          );
          assert.deepEqual(idsOf(codings?.quotations?.()), idsOf(coded));
        }
      }),
      runs,
    );
  });
});

describe('the data structure of any study', () => {
  /** The nearest of a level above a code, itself included. */
  function above(study: Study, from: Code, level: Code['level']): string | undefined {
    const chain = [...study.codebook.codes.values()].filter((one) => isUnder(study, from.id, one.id));
    // Of two codes above it, the nearer is under the other.
    const [nearest] = chain
      .filter((one) => one.level === level)
      .sort((a, b) => (isUnder(study, a.id, b.id) ? -1 : 1));
    return nearest?.id;
  }

  it('has every code once, and every theme and dimension, each under what it is part of', () => {
    fc.assert(
      fc.property(studies, fc.boolean(), (study, rollup) => {
        const names = new Map([...study.codebook.codes.values()].map(({ id, name }) => [id, name]));
        const { rows } = tableOf(
          study,
          `table: data-structure\ncolumns: [code, theme, dimension, codings, documents, cases]\nrollup: ${rollup}\n`,
        );
        const texts = rows.map((row) =>
          row
            .slice(0, 3)
            .map(({ text }) => text)
            .join('\n'),
        );
        const all = [...study.codebook.codes.values()];
        const expected = all
          .filter(({ level }) => level === 'code')
          .map((code) => [code.id, above(study, code, 'theme'), above(study, code, 'dimension')]);
        for (const theme of all.filter(({ level }) => level === 'theme'))
          if (!expected.some(([, id]) => id === theme.id))
            expected.push([undefined, theme.id, above(study, theme, 'dimension')]);
        for (const dimension of all.filter(({ level }) => level === 'dimension'))
          if (!expected.some(([, , id]) => id === dimension.id))
            expected.push([undefined, undefined, dimension.id]);
        const said = (ids: readonly (string | undefined)[]) =>
          ids.map((id) => (id === undefined ? '' : (names.get(id) ?? ''))).join('\n');
        assert.deepEqual(texts.toSorted(), expected.map(said).toSorted());

        const firstLoose = texts.findIndex((text) => text.endsWith('\n\n'));
        if (firstLoose >= 0) assert.ok(texts.slice(firstLoose).every((text) => text.endsWith('\n\n')));

        for (const [index, row] of rows.entries()) {
          const ids = expected.find((one) => said(one) === texts[index]);
          const counted = countedFor(study, ids?.find((id) => id !== undefined) ?? '', rollup);
          const coded = codedIn(study, counted, documentsOf(study));
          const [codings, documents, cases] = row.slice(3);
          assert.equal(
            codings?.value,
            coded.flatMap(({ codes }) => codes.filter((id) => counted.includes(id))).length,
          );
          const paths = new Set(coded.map(({ document }) => document));
          assert.equal(documents?.value, paths.size);
          const named = documentsOf(study).filter(({ path }) => paths.has(path));
          assert.equal(cases?.value, new Set(named.flatMap((one) => caseOf(one) ?? [])).size);
          for (const cell of [codings, documents, cases])
            assert.deepEqual(idsOf(cell?.quotations?.()), idsOf(coded));
        }
      }),
      runs,
    );
  });
});

describe('a framework matrix on any study', () => {
  it('has in each cell the summary, the number of codings and the best quotation, also when turned', () => {
    fc.assert(
      fc.property(
        studies,
        someCodes,
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        (study, codes, rollup, limit) => {
          const yaml = `table: matrix\ncell: summary\nrows: {codes: [${codes}]}\nrollup: ${rollup}\nlimit: ${limit}\n`;
          const table = tableOf(study, yaml);
          const turned = tableOf(study, `${yaml}transpose: true\n`);
          const headers = table.columns.slice(1).map(({ header }) => header);
          assert.deepEqual(
            turned.rows.map(([first]) => first?.text),
            headers,
          );
          for (const [row, code] of codes.entries()) {
            const counted = countedFor(study, code, rollup);
            for (const [column, header] of headers.entries()) {
              const cell = table.rows[row]?.[column + 1];
              assert.ok(cell);
              assert.equal(turned.rows[column]?.[row + 1]?.text, cell.text);
              const name = header === '(no case)' ? undefined : header;
              const documents = documentsOf(study).filter((document) => caseOf(document) === name);
              const coded = codedIn(study, counted, documents);
              const codings = coded.flatMap((one) => one.codes.filter((id) => counted.includes(id))).length;
              const summary =
                name === undefined
                  ? undefined
                  : study.summaries.summaries.get(summaryId({ case: name, code }))?.text;
              const best = [...coded.filter(({ star }) => star), ...coded.filter(({ star }) => !star)];
              const lines = [
                ...(summary === undefined ? [] : [summary]),
                ...(codings === 0 ? [] : [codings === 1 ? '1 coding' : `${codings} codings`]),
              ];
              const printed = best.slice(0, limit).map((one) => plainOf(quotationRuns(study, one)));
              assert.equal(cell.text, [...lines, ...printed].join('\n'));
              assert.deepEqual(idsOf(cell.quotations?.()), idsOf(coded));
              assert.deepEqual(cell.summary, name === undefined ? undefined : { case: name, code });
              if (codings > 0) assert.equal(cell.value, codings);
            }
          }
        },
      ),
      runs,
    );
  });
});
