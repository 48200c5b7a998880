import assert from 'node:assert/strict';
import { blockChanges, documentsIn } from '../../../src/core/chapters/blockChanges.ts';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { withDocument, withQuotations } from '../../../src/core/study/study.ts';
import { smallStudy } from '../tables/small.ts';

const study = smallStudy('en');
const block =
  '<!-- codeboom\ntable: matrix\nrows: {codes: [trust, contract]}\ncolumns: cases\n-->\n<!-- /codeboom -->\n';

describe('the cells of a block that differ', () => {
  const rendered = renderChapter(study, block);
  const { text } = rendered;
  const [own] = renderChapter(study, text).blocks;
  const content = text.slice(own?.block.content.start, own?.block.content.end);

  it('are none in a block that is up to date', () => {
    assert.ok(own?.table);
    assert.deepEqual(blockChanges(content, own.table), []);
    assert.ok(documentsIn(own.table).length > 0);
  });

  it('are named by row and column, with the documents that they are worked out from', () => {
    const document = study.documents.get('interviews/02-b.md');
    assert.ok(document);
    const more = document.quotations.map((one) => ({ ...one, codes: ['contract', 'trust'] }));
    const next = withDocument(study, withQuotations(document, more));
    const [stale] = renderChapter(next, text).blocks;
    assert.ok(stale?.table);
    const changes = blockChanges(content, stale.table);
    const [change] = changes.filter(({ row, column }) => row === 'Trust' && column === 'Alpha');
    assert.ok(change && Number(change.after) === Number(change.before) + 1);
    assert.ok(change.documents.includes('interviews/02-b.md'));
    assert.ok(changes.every(({ row }) => row === 'Trust'));
  });
});
