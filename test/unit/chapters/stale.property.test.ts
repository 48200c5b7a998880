import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { apply } from '../../../src/core/study/apply.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { accepted, operationOf, stepDrawn, studyDrawn } from '../study/drawn.ts';

const specs = [
  'table: documents\ncolumns: [{document: true}, {count: quotations}, {count: codings}]',
  'table: documents\ncolumns: [{document: true}, {codings: a}, {share: b}]',
  'table: codebook\ncolumns: [code, definition, codings]',
  'table: matrix\nrows: {level: code}\ncolumns: documents\ncell: codings\ntotals: true',
  'table: quotations\ncodes: [a, b]\ngroup: document',
  'table: model',
  'table: history',
];

const chapter = specs.map((spec) => `<!-- codeboom\n${spec}\n-->\n<!-- /codeboom -->\n`).join('\n');

/** What each block of a chapter holds. */
function contentsOf(text: string, study: Study): readonly string[] {
  return renderChapter(study, text).blocks.map(({ block }) =>
    text.slice(block.content.start, block.content.end),
  );
}

describe('after any single change of the study', () => {
  it('exactly the blocks are stale whose bytes are others in a chapter made anew', () => {
    let staleSeen = 0;
    fc.assert(
      fc.property(studyDrawn, stepDrawn, (study, step) => {
        const operation = accepted(operationOf(study, step, 0));
        if (!operation) return;
        const { text } = renderChapter(study, chapter);
        const { study: next } = apply(study, operation);
        const before = contentsOf(text, study);
        // One that names a code that is gone can no longer be made: that is named too, by what is wrong in its spec.
        const named = renderChapter(next, text).blocks.map(
          ({ status }, at) => status === 'stale' || (status === 'failed' && before[at] !== ''),
        );

        // A copy shares nothing with the study before: what was remembered of that cannot help, nor mislead.
        const anew = renderChapter(structuredClone(next), chapter).text;
        const after = contentsOf(anew, next);
        assert.deepEqual(
          named,
          before.map((content, at) => content !== after[at]),
        );
        staleSeen += named.filter(Boolean).length;
      }),
      { numRuns: 150 },
    );
    assert.ok(staleSeen > 0);
  });
});
