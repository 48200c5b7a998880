import assert from 'node:assert/strict';
import fc from 'fast-check';
import { memoOf } from '../../../src/core/formats/memo.ts';
import type { Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import { caseOf } from '../../../src/core/study/sources.ts';
import { type Study, withDocuments } from '../../../src/core/study/study.ts';
import { studies } from './randomStudy.ts';
import { shown, tableOf } from './small.ts';

const topics = ['Trust', 'Money', 'Time'] as const;

/** Headings of topics put into the transcripts, and a guide that links each topic to some codes. */
const guided = fc
  .record({
    study: studies,
    headings: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        level: fc.constantFrom(1, 2, 3),
        topic: fc.constantFrom(...topics, 'Other'),
      }),
      { maxLength: 4 },
    ),
    links: fc.tuple(...topics.map(() => fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'gone')))),
  })
  .map(({ study, headings, links }) => {
    const documents = [...study.documents.values()].map((one) => withHeadings(one, headings));
    const text = topics
      .map((topic, index) => `## ${topic}\n\n${(links[index] ?? []).map((id) => `code:${id}`).join(', ')}\n`)
      .join('\n');
    const changed = withDocuments(study, new Map(documents.map((one) => [one.path, one])));
    return { study: { ...changed, topicGuide: memoOf('topic-guide.md', { text }) }, links };
  });

interface Heading {
  readonly at: number;
  readonly level: number;
  readonly topic: string;
}

/** Puts headings between the lines after the front matter; quotations move along. */
function withHeadings(document: StudyDocument, headings: readonly Heading[]): StudyDocument {
  let text = document.transcript?.text ?? '';
  let { quotations } = document;
  for (const { at, level, topic } of headings) {
    const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
    const afterFront = breaks.filter((index) => index >= text.indexOf('---\n', 4) + 4);
    const place = afterFront[Math.floor(at * (afterFront.length - 1))] ?? text.length;
    const put = `${'#'.repeat(level)} 1. ${topic.toUpperCase()}\n`;
    text = text.slice(0, place) + put + text.slice(place);
    const moved = (offset: number) => (offset >= place ? offset + put.length : offset);
    quotations = quotations.map((one) => ({ ...one, start: moved(one.start), end: moved(one.end) }));
  }
  return { ...document, transcript: { text }, quotations };
}

/** Line by line, whether a character stands under a heading of a topic. */
function charactersUnder(text: string, topic: string): ReadonlySet<number> {
  const under = new Set<number>();
  let open: number | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const [, signs, title] = /^(#+) 1\. (.*)$/.exec(line) ?? [];
    if (signs !== undefined) {
      if (open !== undefined && signs.length <= open) open = undefined;
      if (open === undefined && title === topic.toUpperCase()) open = signs.length;
      else if (open !== undefined) for (let index = at; index < at + line.length; index++) under.add(index);
    } else if (open !== undefined) for (let index = at; index <= at + line.length; index++) under.add(index);
    at += line.length + 1;
  }
  return under;
}

/** Codes that stand at or below one, going up from each; a circle of parents counts for nothing. */
function isBelow(study: Study, id: string, ancestor: string): boolean {
  const { codes } = study.codebook;
  const seen: string[] = [];
  for (let at: string | undefined = id; at !== undefined && codes.has(at); at = codes.get(at)?.parent) {
    if (at === ancestor) return id === ancestor || !hasCircle(study, id, ancestor);
    if (seen.includes(at)) return false;
    seen.push(at);
  }
  return id === ancestor;
}

function hasCircle(study: Study, from: string, to: string): boolean {
  for (let at: string | undefined = from; at !== undefined && at !== to; ) {
    const start: string = at;
    let up = study.codebook.codes.get(start)?.parent;
    for (let steps = 0; up !== undefined && steps < 20; steps++, up = study.codebook.codes.get(up)?.parent)
      if (up === start) return true;
    at = study.codebook.codes.get(start)?.parent;
  }
  return false;
}

function isAbout(
  study: Study,
  quotation: Quotation,
  topic: string,
  links: readonly string[],
  rollup: boolean,
): boolean {
  if (quotation.anchor?.state === 'lost' || quotation.codes.length === 0) return false;
  const linked = links.filter((id) => study.codebook.codes.has(id));
  const carries = quotation.codes.some((id) =>
    linked.some((one) => (rollup ? isBelow(study, id, one) : id === one)),
  );
  if (carries) return true;
  const under = charactersUnder(study.documents.get(quotation.document)?.transcript?.text ?? '', topic);
  return Array.from({ length: quotation.end - quotation.start }, (_, index) => quotation.start + index).some(
    (at) => under.has(at),
  );
}

describe('the coverage of topics in any study', () => {
  it('equals what is counted quotation by quotation', () => {
    fc.assert(
      fc.property(
        guided,
        fc.constantFrom('documents', 'cases'),
        fc.boolean(),
        ({ study, links }, columns, rollup) => {
          const table = tableOf(study, `table: topics\ncolumns: ${columns}\nrollup: ${rollup}`);
          const headers = table.columns.slice(1).map(({ header }) => header);
          for (const [row, topic] of topics.entries()) {
            for (const [column, header] of headers.entries()) {
              const documents = [...study.documents.values()].filter((one) =>
                columns === 'documents'
                  ? one.path === `interviews/${header}.md`
                  : (caseOf(one) ?? '(no case)') === header,
              );
              const expected = documents.flatMap(({ quotations }) =>
                quotations.filter((one) => isAbout(study, one, topic, links[row] ?? [], rollup)),
              );
              const cell = table.rows[row]?.[column + 1];
              assert.deepEqual(cell?.quotations?.(), expected, `${topic} in ${header}`);
              assert.equal(cell?.text, String(expected.length));
            }
          }
        },
      ),
    );
  });

  it('says what a guide without headings lacks, and what a study without a guide does', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const rows = (text: string) =>
          shown({ ...study, topicGuide: memoOf('topic-guide.md', { text }) }, 'table: topics').length;
        assert.equal(rows('- What?\n'), 1);
        assert.equal(rows('# Trust\n- What?\n'), 2);
      }),
      { numRuns: 5 },
    );
  });
});
