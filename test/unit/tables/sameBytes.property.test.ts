import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toCsv } from '../../../src/core/render/csv.ts';
import { toHtml } from '../../../src/core/render/html.ts';
import { toJson } from '../../../src/core/render/json.ts';
import { toMarkdown } from '../../../src/core/render/markdown.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { defaultSpecs } from '../../../src/core/tables/defaultSpecs.ts';
import { tableKinds } from '../../../src/core/tables/specKeys.ts';
import { studies } from './randomStudy.ts';
import { sampleStudy } from './sample.ts';
import { tableOf } from './small.ts';

/** Every kind of table as it comes, and with what each can be asked besides. */
const specs = [
  ...tableKinds.map((kind) => `table: ${kind}\n`),
  'table: matrix\nrows: {level: code}\ncolumns: documents\ncell: words\npercent: column\ntotals: true\n',
  'table: matrix\nrows: {level: code}\ncell: summary\nlimit: 2\ntranspose: true\n',
  'table: cooccurrence\nrows: {level: code}\ncell: both\n',
  'table: data-structure\ncolumns: [dimension, theme, code, codings, documents, cases]\n',
  'table: saturation\ncolumns: [case, document, date, new, names, cumulative, share, codings]\nrollup: true\n',
  'table: codebook\ntotals: true\n',
];

/** The same content in other objects, so that nothing is remembered of it. */
function readAgain(study: Study): Study {
  const documents = [...study.documents.values()].map(({ transcript, ...document }) => ({
    ...document,
    ...(transcript && { transcript: { ...transcript } }),
    quotations: document.quotations.map((one) => ({ ...one })),
  }));
  return {
    ...study,
    settings: { ...study.settings },
    codebook: { ...study.codebook },
    documents: new Map(documents.map((document) => [document.path, document])),
  };
}

function bytesOf(study: Study, yaml: string): string {
  const table = tableOf(study, yaml);
  return [toMarkdown, toHtml, toCsv, toJson].map((render) => render(table)).join('\n');
}

describe('every table', () => {
  for (const language of ['en', 'nl'] as const) {
    it(`is the same byte for byte when it is made again, in ${language}`, () => {
      fc.assert(
        fc.property(studies, (drawn) => {
          const study = { ...drawn, settings: { ...drawn.settings, language } };
          for (const yaml of specs) assert.equal(bytesOf(readAgain(study), yaml), bytesOf(study, yaml));
        }),
        { numRuns: 50 },
      );
    });
  }

  it('of the sample study is so too, and says in the language of the study what it counts', () => {
    const sample = sampleStudy();
    const inLanguage = (language: 'en' | 'nl'): Study => ({
      ...sample,
      settings: { ...sample.settings, language },
    });
    for (const yaml of [...specs, ...defaultSpecs(sample).map((spec) => spec.yaml)]) {
      for (const language of ['en', 'nl'] as const)
        assert.equal(bytesOf(readAgain(inLanguage(language)), yaml), bytesOf(inLanguage(language), yaml));
      const [english, dutch] = [tableOf(inLanguage('en'), yaml), tableOf(inLanguage('nl'), yaml)];
      const countsSomething = english.rows.some((row) => row.some(({ value }) => value !== undefined));
      if (countsSomething) {
        assert.match(english.note ?? '', /^Note\. \S/, yaml);
        assert.match(dutch.note ?? '', /^Noot\. \S/, yaml);
      }
    }
  });
});
