import { readFileSync } from 'node:fs';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { evaluate } from '../../../src/core/query/evaluate.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { codeTreeOf } from '../../../src/core/study/codeTree.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import { caseOf } from '../../../src/core/study/sources.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { makeTable } from '../../../src/core/tables/makeTable.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import { measure } from '../measure.ts';
import { openSample } from './opening.ts';

const chapter = new URL('../../../media/sample/chapters/resultaten.md', import.meta.url);

/** Tables and queries over the large study, and the chapter of the sample study. */
export async function analysingRows(study: Study): Promise<void> {
  const table = (yaml: string) => () => {
    const { spec } = parseSpec(yaml, study);
    const made = spec && makeTable(study, spec);
    if (!made?.table) throw new Error(`No table of ${yaml}`);
    return made;
  };
  await measure({
    what: 'matrix themes × cases',
    runs: 15,
    run: table('table: matrix\nrows: {level: theme}\ncolumns: cases\ntotals: true'),
    budget: 20,
    baseline: { name: 'a plain loop over codings into a Map', run: () => matrixPlainly(study) },
  });
  await measure({
    what: 'matrix of all codes × documents',
    runs: 9,
    run: table('table: matrix\nrows: {level: code}\ncolumns: documents'),
  });

  await measure({
    what: 'co-occurrence themes × themes, count and c',
    runs: 15,
    run: table('table: cooccurrence\nrows: {level: theme}\ncell: both'),
    budget: 50,
    baseline: { name: 'every two quotations of a document', run: () => pairsPlainly(study) },
  });
  await measure({
    what: 'co-occurrence of all codes × all codes',
    runs: 9,
    run: table('table: cooccurrence\nrows: {level: code}'),
  });
  await measure({ what: 'saturation of all codes', runs: 15, run: table('table: saturation') });
  await measure({
    what: 'data structure with codings',
    runs: 15,
    run: table('table: data-structure\ncolumns: [code, theme, dimension, codings]'),
  });
  await measure({
    what: 'framework matrix themes × cases',
    runs: 9,
    run: table('table: matrix\nrows: {level: theme}\ncell: summary'),
  });

  const text = readFileSync(chapter, 'utf8');
  let sample = (await openSample()).study;
  const render = () => renderChapter(sample, text);
  await measure({
    what: 'every table of the results chapter, sample study just opened',
    runs: 7,
    before: async () => {
      sample = (await openSample()).study;
    },
    run: render,
    budget: 200,
  });
  await measure({ what: 'the same again', runs: 7, run: render, budget: 200 });

  const all = [...study.documents.values()].flatMap(({ quotations }) => quotations);
  const filter = (holds: (quotation: Quotation) => boolean) => () => all.filter(holds);
  await queryRow(study, 'theme-001 AND NOT code-430', 'filter by codes', filter(withCodes(study)));
  await queryRow(study, 'text:vertrouwen', 'filter by String.includes', filter(saying('vertrouwen')));
  await queryRow(study, 'rating>=6 AND case:"Case 003" OR star:yes');
  await queryRow(study, 'theme-001 overlaps theme-002');
  await queryRow(study, 'dimension-001 near 10 dimension-002');
  await queryRow(study, 'speaker:R AND theme-003');
  await queryRow(study, 'theme-001 within dimension-002 OR theme-003 follows theme-004');
  await queryRow(study, 'text:/vertrouw\\w+/');
}

async function queryRow(study: Study, text: string, name?: string, run?: () => unknown): Promise<void> {
  const parsed = parseQuery(text);
  if ('error' in parsed) throw new Error(`${text}: ${parsed.error.message.key}`);
  const found = evaluate(study, parsed.query).length;
  await measure({
    what: `query ${text} (${found} found)`,
    run: () => evaluate(study, parsed.query),
    budget: 100,
    ...(name && run && { baseline: { name, run } }),
  });
}

function withCodes(study: Study): (quotation: Quotation) => boolean {
  const wanted = new Set(
    codeTreeOf(study.codebook)
      .withDescendants('theme-001')
      .map(({ id }) => id),
  );
  return ({ codes }) => codes.some((code) => wanted.has(code)) && !codes.includes('code-430');
}

function saying(word: string): (quotation: Quotation) => boolean {
  return ({ exact }) => exact.toLowerCase().includes(word);
}

/** Codings by the theme above each code and by case. */
function matrixPlainly(study: Study): ReadonlyMap<string, number> {
  const tree = codeTreeOf(study.codebook);
  const themes = tree.all.filter(({ level }) => level === 'theme');
  const themeOf = new Map(themes.flatMap(({ id }) => tree.withDescendants(id).map((code) => [code.id, id])));
  const counts = new Map<string, number>();
  for (const document of study.documents.values()) {
    const name = caseOf(document);
    for (const { codes } of document.quotations) {
      for (const code of codes) {
        const theme = themeOf.get(code);
        if (theme === undefined) continue;
        const key = `${theme}/${name}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** How many pairs of quotations overlap, found as it is first thought of. */
function pairsPlainly(study: Study): number {
  let pairs = 0;
  for (const { quotations } of study.documents.values())
    for (const one of quotations)
      for (const other of quotations) if (one.start < other.end && other.start < one.end) pairs++;
  return pairs;
}
