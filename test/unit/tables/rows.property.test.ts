import assert from 'node:assert/strict';
import fc from 'fast-check';
import { historyOperations } from '../../../src/core/study/history.ts';
import type { Code, Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import { quotationRuns } from '../../../src/core/study/quoteStyle.ts';
import { attributesOf, caseOf } from '../../../src/core/study/sources.ts';
import type { Study } from '../../../src/core/study/study.ts';
import type { Cell } from '../../../src/core/tables/table.ts';
import { plainOf } from '../../../src/core/text/runs.ts';
import { history } from '../formats/arbitraries.ts';
import { studyDrawn } from '../study/drawn.ts';
import {
  carries,
  codedIn,
  countedFor,
  countedOf,
  idsOf,
  isUnder,
  type Where,
  whereLine,
  wheres,
  wordsOf,
} from './oracle.ts';
import { studies } from './randomStudy.ts';
import { tableOf } from './small.ts';

const codeIds = ['a', 'b', 'c', 'd', 'e', 'f'];
const aCode = fc.constantFrom(...codeIds);
const runs = { numRuns: 200 };

const documentsOf = ({ documents }: Study) => [...documents.values()];
const marks: Readonly<Record<string, number>> = { '8': 8, '6-': 5.75, '7½': 7.5 };
const applied = (quotations: readonly Quotation[], codes: readonly string[]) =>
  quotations.flatMap((one) => one.codes.filter((id) => codes.includes(id))).length;

interface Asked {
  readonly code: string;
  readonly rollup: boolean;
  readonly where: Where;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  code: aCode,
  rollup: fc.boolean(),
  where: fc.constantFrom(...wheres),
});

/** The numbers of a row, in the order of its columns, with the quotations behind them where there are. */
function numbersOf(
  study: Study,
  { code, rollup, where }: Asked,
  documents: readonly StudyDocument[],
  ratings: readonly number[],
) {
  const all = documents.flatMap((document) => countedOf(document, where));
  const counted = countedFor(study, code, rollup);
  const coded = all.filter((one) => carries(one, counted));
  const everything = documents.map(({ path, transcript }): Quotation => {
    const whole = { id: path, document: path, coder: '', start: 0, end: transcript?.text.length ?? 0 };
    return { ...whole, exact: '', prefix: '', suffix: '', codes: [], created: '', modified: '' };
  });
  const words = wordsOf(study, everything);
  const speakers = documents.flatMap(({ path, transcript }) =>
    [...(transcript?.text ?? '').matchAll(/^\*\*(R|S):\*\*/gm)].map((match) => `${path} ${match[1]}`),
  );
  const sum = ratings.reduce((total, rating) => total + rating, 0);
  const some = ratings.length > 0;
  return [
    { value: documents.length },
    { value: all.length, behind: all },
    {
      value: all.reduce((total, one) => total + new Set(one.codes).size, 0),
      behind: all.filter(({ codes }) => codes.length > 0),
    },
    { value: words },
    { value: new Set(speakers).size },
    { value: applied(coded, counted), behind: coded },
    {
      value: words === 0 ? undefined : (100 * wordsOf(study, coded)) / words,
      behind: words === 0 ? [] : coded,
    },
    { value: some ? sum / ratings.length : undefined },
    { value: some ? Math.min(...ratings) : undefined },
    { value: some ? Math.max(...ratings) : undefined },
    { value: some ? sum : undefined },
  ];
}

const columnsFor = (code: string) =>
  `columns: [{attribute: domain}, {count: documents}, {count: quotations}, {count: codings}, {count: words}, {count: speakers}, {codings: ${code}}, {share: ${code}}, {mean: rating}, {min: rating}, {max: rating}, {sum: rating}]`;

function checkNumbers(row: readonly Cell[] | undefined, expected: ReturnType<typeof numbersOf>): void {
  for (const [index, { value, behind }] of expected.entries()) {
    const cell = row?.[index + 1];
    if (value === undefined) assert.equal(cell?.value, undefined);
    else
      assert.ok(Math.abs((cell?.value ?? Number.NaN) - value) < 1e-9, `${index}: ${cell?.value} is ${value}`);
    if (behind) assert.deepEqual(idsOf(cell?.quotations?.()), idsOf(behind));
  }
}

/** The marks of documents; of the case where none has one, be it no number. */
function ratingsOf(documents: readonly StudyDocument[], name: string | undefined): readonly number[] {
  const own = documents.flatMap((document) => attributesOf(document).rating ?? []).map(String);
  if (own.length > 0) return own.flatMap((text) => marks[text] ?? []);
  return name === 'A' ? [5] : [];
}

describe('tables of cases and documents on any study', () => {
  it('equal what is counted by hand, totals too', () => {
    fc.assert(
      fc.property(studies, asked, (study, options) => {
        fc.pre(documentsOf(study).length > 0);
        const spec = (table: string) =>
          `table: ${table}\ntotals: true\nrollup: ${options.rollup}\n${whereLine(options.where)}${columnsFor(options.code)}`;
        const named = [...new Set(['B', 'A', ...documentsOf(study).flatMap((one) => caseOf(one) ?? [])])];
        const cases = named.map((name) => ({
          name,
          documents: documentsOf(study).filter((one) => caseOf(one) === name),
        }));
        const inCases = tableOf(study, spec('cases')).rows;
        assert.equal(inCases.length, cases.length + 1);
        for (const [index, { name, documents }] of cases.entries())
          checkNumbers(inCases[index], numbersOf(study, options, documents, ratingsOf(documents, name)));
        const together = documentsOf(study).filter((one) => caseOf(one) !== undefined);
        const allRatings = cases.flatMap(({ name, documents }) => ratingsOf(documents, name));
        assert.equal(inCases.at(-1)?.[0]?.text, 'Total');
        const behindAll = cases.flatMap(({ documents }) => documents);
        const total = numbersOf(study, options, behindAll, allRatings);
        // By document, whatever the order of the cases.
        checkNumbers(
          inCases.at(-1)?.map((cell) => ({ ...cell, quotations: () => sortedById(cell.quotations?.()) })),
          total.map((one) => ({ ...one, ...(one.behind && { behind: sortedById(one.behind) }) })),
        );
        assert.equal(behindAll.length, together.length);

        const inDocuments = tableOf(study, spec('documents')).rows;
        for (const [index, document] of documentsOf(study).entries())
          checkNumbers(
            inDocuments[index],
            numbersOf(study, options, [document], ratingsOf([document], caseOf(document))),
          );
        const ratings = documentsOf(study).flatMap((one) => ratingsOf([one], caseOf(one)));
        checkNumbers(inDocuments.at(-1), numbersOf(study, options, documentsOf(study), ratings));
      }),
      runs,
    );
  });
});

const sortedById = (quotations: readonly Quotation[] = []) =>
  quotations.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('a codebook of any study', () => {
  it('has each code once, children under their parents, with what is counted by hand', () => {
    fc.assert(
      fc.property(
        studies,
        asked,
        fc.constantFrom('code', 'theme', 'dimension', undefined),
        (study, options, level) => {
          const { rollup, where } = options;
          const { rows } = tableOf(
            study,
            `table: codebook\ncolumns: [code, codings, documents, cases]\ntotals: true\nrollup: ${rollup}\n${level ? `rows: {level: ${level}}\n` : ''}${whereLine(where)}`,
          );
          const codes = [...study.codebook.codes.values()].filter(
            (one) => level === undefined || one.level === level,
          );
          const body = rows.slice(0, -1);
          assert.deepEqual(
            body.map(([name]) => name?.text).toSorted(),
            codes.map(({ name }) => name).toSorted(),
          );
          const checked = (row: readonly Cell[] | undefined, counted: readonly string[]) => {
            const coded = documentsOf(study)
              .flatMap((document) => countedOf(document, where))
              .filter((one) => carries(one, counted));
            const documents = documentsOf(study).filter(({ path }) =>
              coded.some((one) => one.document === path),
            );
            const cases = new Set(documents.flatMap((one) => caseOf(one) ?? []));
            assert.deepEqual(
              row?.slice(1).map(({ value }) => value),
              [applied(coded, counted), documents.length, cases.size],
            );
            for (const cell of row?.slice(1) ?? [])
              assert.deepEqual(idsOf(cell.quotations?.()), idsOf(coded));
          };
          const order: Code[] = [];
          for (const row of body) {
            const code = codes.find(({ name }) => name === row[0]?.text);
            assert.ok(code);
            order.push(code);
            checked(row, countedFor(study, code.id, rollup));
          }
          for (const [index, code] of order.entries())
            for (const later of order.slice(index + 1)) assert.ok(!isUnder(study, code.id, later.id));
          checked(rows.at(-1), [...new Set(codes.flatMap(({ id }) => countedFor(study, id, rollup)))]);
        },
      ),
      runs,
    );
  });
});

describe('a table of quotations of any study', () => {
  const options = fc.record({
    codes: fc.option(fc.uniqueArray(aCode, { minLength: 1 }), { nil: undefined }),
    group: fc.constantFrom(undefined, 'case', 'document'),
    limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    starred: fc.boolean(),
    rollup: fc.boolean(),
  });

  it('prints those that are meant, key quotations first, so many of each group', () => {
    fc.assert(
      fc.property(studies, options, (study, { codes, group, limit, starred, rollup }) => {
        const { rows } = tableOf(
          study,
          `table: quotations\nstarred: ${starred}\nrollup: ${rollup}\n${codes ? `codes: [${codes}]\n` : ''}${group ? `group: ${group}\n` : ''}${limit ? `limit: ${limit}\n` : ''}`,
        );
        const counted = codes?.flatMap((code) => countedFor(study, code, rollup));
        const placed = documentsOf(study).flatMap((document) => countedOf(document, undefined));
        const meant = placed.filter(
          (one) => (!counted || carries(one, counted)) && (!starred || one.star === true),
        );
        const nameOf = ({ document: path }: Quotation) => {
          const document = study.documents.get(path);
          if (group === 'document') return path.slice(11, -3);
          return group === 'case' ? ((document && caseOf(document)) ?? '(no case)') : '';
        };
        const names = [...new Set(meant.map(nameOf))];
        const found = new Map<string, string[]>();
        for (const row of rows) {
          const name = group ? (row[0]?.text ?? '') : '';
          const [quotation] = row.at(-1)?.quotations?.() ?? [];
          assert.ok(quotation);
          assert.equal(row.at(-1)?.text, plainOf(quotationRuns(study, quotation)));
          found.set(name, [...(found.get(name) ?? []), quotation.id]);
        }
        const expected = names.map((name): [string, string[]] => {
          const own = meant.filter((one) => nameOf(one) === name);
          const best = [...own.filter(({ star }) => star), ...own.filter(({ star }) => !star)];
          return [name, best.slice(0, limit).map(({ id }) => id)];
        });
        assert.deepEqual(found, new Map(expected));
      }),
      runs,
    );
  });

  it('prints by theme what is in each, in both where a quotation has codes of two', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const { rows } = tableOf(study, 'table: quotations\ngroup: theme\n');
        const printed = new Set(rows.map((row) => `${row[0]?.text} ${row[1]?.quotations?.()[0]?.id}`));
        const themes = [...study.codebook.codes.values()].filter(({ level }) => level === 'theme');
        const expected = new Set<string>();
        for (const one of codedIn(study, codeIds, documentsOf(study))) {
          for (const id of one.codes.filter((code) => codeIds.includes(code))) {
            const above = themes.filter((theme) => isUnder(study, id, theme.id));
            const nearest = above.find((theme) => above.every((other) => isUnder(study, theme.id, other.id)));
            expected.add(`${(nearest ?? study.codebook.codes.get(id))?.name} ${one.id}`);
          }
        }
        const uncoded = documentsOf(study)
          .flatMap((document) => countedOf(document, undefined))
          .filter((one) => !carries(one, codeIds));
        for (const { id } of uncoded) expected.add(`(other) ${id}`);
        assert.deepEqual(printed, expected);
      }),
      runs,
    );
  });
});

describe('tables of the history and of the model', () => {
  it('have a line for each change that is asked for, oldest first', () => {
    fc.assert(
      fc.property(
        studies,
        history,
        fc.uniqueArray(fc.constantFrom(...historyOperations)),
        (study, all, operations) => {
          const { rows } = tableOf(
            { ...study, history: all },
            `table: history\ncolumns: [date, quotations, why]\n${operations.length > 0 ? `operations: [${operations}]\n` : ''}`,
          );
          const meant = [...all.entries.values()].filter(
            ({ op }) => operations.length === 0 || operations.includes(op),
          );
          assert.deepEqual(
            rows.map(([, quotations, why]) => [quotations?.value, why?.text]).toSorted(),
            meant.map(({ quotations, why }) => [quotations, why ?? '']).toSorted(),
          );
          const times = rows.map(([date]) => date?.value ?? 0);
          assert.deepEqual(
            times,
            times.toSorted((a, b) => a - b),
          );
        },
      ),
      runs,
    );
  });

  it('have a row for each relation between two codes that are there', () => {
    fc.assert(
      fc.property(studyDrawn, fc.boolean(), (study, onlyParts) => {
        const spec = `table: model\n${onlyParts ? 'types: [is part of]\n' : ''}`;
        const { rows } = tableOf(study, spec);
        const name = (end: string) => study.codebook.codes.get(end.slice('code:'.length))?.name;
        const expected = [...study.relations.relations.values()]
          .filter(({ from, to }) => from.startsWith('code:') && to.startsWith('code:'))
          .filter(({ type }) => !onlyParts || type === 'is part of')
          .map(({ from, type, to }) => [name(from), type, name(to)].join('\n'));
        assert.deepEqual(
          rows.map((row) => row.map(({ text }) => text).join('\n')).toSorted(),
          expected.toSorted(),
        );
      }),
      runs,
    );
  });
});
