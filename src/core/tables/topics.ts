import { topicCoverage } from '../analysis/topicCoverage.ts';
import type { StudyDocument } from '../study/model.ts';
import { caseOf, documentName, documentsByCase } from '../study/sources.ts';
import { codesOfTopic, type Topic, topicsIn } from '../study/topics.ts';
import { doubtSentences, inReviewBehind } from './doubts.ts';
import { codesOf, countCell, type Making, noteOf, rollupSentence, warnOfCounting } from './making.ts';
import type { SpecOf } from './specKeys.ts';
import type { Cell, Column, Table } from './table.ts';

/** The topic guide; or its topics set against documents or cases: which of them is coded where. */
export function topicsTable(making: Making, spec: SpecOf<'topics'>): Table {
  const { study, problems } = making;
  const topics = topicsIn(study);
  if (topics.length === 0) {
    const key = study.topicGuide ? 'topics.noHeadings' : 'topics.noGuide';
    problems.push({ severity: 'warning', message: { key, values: {} } });
  }
  const columns = spec.columns ?? 'guide';
  return columns === 'guide' ? guide(making, spec, topics) : coverage(making, spec, topics, columns);
}

/** A row per topic: what is asked, and the codes that it is linked to where any is. */
function guide(making: Making, spec: SpecOf<'topics'>, topics: readonly Topic[]): Table {
  warnOfCounting(making, spec);
  const { study, words } = making;
  if (spec.cell !== undefined) {
    const range = spec.ranges.get('cell');
    const message = { key: 'topics.cellWithoutColumns', values: {} };
    making.problems.push({ severity: 'warning', message, ...(range && { range }) });
  }
  const codes = topics.map((topic) =>
    codesOfTopic(study, topic).map((id) => study.codebook.codes.get(id)?.name ?? id),
  );
  const hasCodes = codes.some((names) => names.length > 0);
  return {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: [
      { header: words.topic, kind: 'text' },
      { header: words.questions, kind: 'text' },
      ...(hasCodes ? [{ header: words.codes, kind: 'text' } as const] : []),
    ],
    rows: topics.map((topic, index) => [
      titleCell(topic),
      { text: topic.questions.join('\n') },
      ...(hasCodes ? [{ text: (codes[index] ?? []).join(', ') }] : []),
    ]),
    totalRows: 0,
    ...noteOf(making, {}, topics.length === 0, () => []),
  };
}

function coverage(
  making: Making,
  spec: SpecOf<'topics'>,
  topics: readonly Topic[],
  columns: 'documents' | 'cases',
): Table {
  const { study, words } = making;
  const about = topicCoverage(study, making.includes, making.rollup);
  const groups = groupsOf(making, columns);
  const isMark = spec.cell === 'present';
  const rows = topics.map((topic) => [
    titleCell(topic),
    ...groups.map(({ documents }): Cell => {
      const quotations = documents.flatMap((document) => about(document, topic));
      const cell = countCell(quotations.length, () => quotations);
      return isMark ? { ...cell, text: quotations.length > 0 ? 'x' : '' } : cell;
    }),
  ]);
  const codes = [...new Set(topics.flatMap((topic) => codesOfTopic(study, topic)))];
  return {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: [
      { header: words.topic, kind: 'text' },
      ...groups.map(({ header }): Column => ({ header, kind: isMark ? 'text' : 'number' })),
    ],
    rows,
    totalRows: 0,
    ...noteOf(making, spec, groups.length === 0 || topics.length === 0, (notes) => [
      isMark ? notes.present : notes.quotations,
      notes.topics,
      rollupSentence(making, notes, codes),
      ...doubtSentences(making, spec, inReviewBehind(rows), {
        documents: groups.flatMap(({ documents }) => documents),
        codes: codesOf(making, codes),
      }),
    ]),
  };
}

function groupsOf(
  { study, words }: Making,
  columns: 'documents' | 'cases',
): readonly { readonly header: string; readonly documents: readonly StudyDocument[] }[] {
  const all = [...study.documents.values()];
  if (columns === 'documents')
    return all.map((document) => ({ header: documentName(document.path), documents: [document] }));
  const without = all.filter((document) => caseOf(document) === undefined);
  return [
    ...[...documentsByCase(study)].map(([header, documents]) => ({ header, documents })),
    ...(without.length > 0 ? [{ header: words.noCase, documents: without }] : []),
  ];
}

/** What stands under another topic is set in by dashes, which every format can print. */
function titleCell({ title, depth }: Topic): Cell {
  return { text: `${'– '.repeat(depth)}${title}` };
}
