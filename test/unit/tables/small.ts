import { toMarkdown } from '../../../src/core/render/markdown.ts';
import type { Code, Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import { emptyStudy, type Study, withDocuments, withQuotations } from '../../../src/core/study/study.ts';
import { makeTable } from '../../../src/core/tables/makeTable.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import type { Table } from '../../../src/core/tables/table.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';

/** Marks of quotations in a transcript: `«id code,code|the words»`; a star after the id makes a key quotation. */
const marked = /«(\w+)(\*?) ([\w,-]*)\|([^»]*)»/;

/** A document from a text in which the quotations are marked. */
export function documentOf(path: string, written: string): StudyDocument {
  const quotations: Quotation[] = [];
  let text = written;
  for (let match = marked.exec(text); match; match = marked.exec(text)) {
    const [whole, id = '', star, codes = '', exact = ''] = match;
    const start = match.index;
    text = text.slice(0, start) + exact + text.slice(start + whole.length);
    quotations.push({
      id,
      document: path,
      coder: '',
      start,
      end: start + exact.length,
      exact,
      prefix: '',
      suffix: '',
      codes: codes === '' ? [] : codes.split(','),
      created: '',
      modified: '',
      ...(star && { star: true }),
    });
  }
  const document = { path, transcript: transcriptOf(text), sidecars: new Map(), quotations: [] };
  return withQuotations(document, quotations);
}

const codes: readonly Code[] = [
  { id: 'governance', name: 'Governance', level: 'dimension', definition: 'How it is run' },
  { id: 'trust', name: 'Trust', level: 'theme', parent: 'governance', example: 'q2' },
  { id: 'open', name: 'Openness', level: 'code', parent: 'trust' },
  { id: 'contract', name: 'Contract', level: 'theme', parent: 'governance' },
  { id: 'general', name: 'General', level: 'code' },
];

const first = `---
case: Alpha
organisation: ACo
date: 2019-03-04
rating: 8,5
---
**I:** Why this one?

**R:** [00:00:12] «q1 trust,open|We *trusted* each other» from day one. «q2* open|They told us all.» «q6 |Well.»
`;

const second = `---
case: Alpha
organisation: BCo
rating: 6-
---
**I:** And you?

**R:** «q3 contract|It is in
the contract | signed.» Yes.
`;

const third = `---
case: Beta
organisation: [CCo, DCo]
rating: "7"
---
**R:** «q4 trust|Trust takes time»
`;

/** Two cases and one without documents; three interviews, five quotations, five codes. */
export function smallStudy(language: 'en' | 'nl' = 'en', quoteStyle = '"{text}" ({organisation})'): Study {
  const documents = [
    documentOf('interviews/01-a.md', first),
    documentOf('interviews/02-b.md', second),
    documentOf('interviews/03-c.md', third),
  ];
  const study: Study = {
    ...emptyStudy,
    settings: { language, quoteStyle },
    codebook: { sets: new Map(), codes: new Map(codes.map((code) => [code.id, code])) },
    cases: {
      ...emptyStudy.cases,
      columns: ['partners', 'goals'],
      cases: new Map([
        ['Beta', { name: 'Beta', attributes: { partners: '3', goals: 'cost | care' } }],
        ['Alpha', { name: 'Alpha', attributes: { partners: '12', goals: 'care' } }],
        ['Gamma', { name: 'Gamma', attributes: {} }],
      ]),
    },
  };
  return withDocuments(study, new Map(documents.map((document) => [document.path, document])));
}

/** The table of a spec that has no errors. */
export function tableOf(study: Study, yaml: string): Table {
  const { spec, problems } = parseSpec(yaml, study);
  if (!spec) throw new Error(JSON.stringify(problems));
  const made = makeTable(study, spec);
  if (!made.table) throw new Error(JSON.stringify(made.problems));
  return made.table;
}

/** What a table shows: its headers and the text of its cells. */
export function shown(study: Study, yaml: string): readonly (readonly string[])[] {
  const { columns, rows } = tableOf(study, yaml);
  return [columns.map(({ header }) => header), ...rows.map((row) => row.map(({ text }) => text))];
}

export const markdown = (study: Study, yaml: string): string => toMarkdown(tableOf(study, yaml));
