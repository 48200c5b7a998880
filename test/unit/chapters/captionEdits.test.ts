import assert from 'node:assert/strict';
import { captionEdits } from '../../../src/core/chapters/captionEdits.ts';
import { applyEdits } from '../../../src/core/chapters/edits.ts';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { smallStudy } from '../tables/small.ts';

const study = smallStudy('en');
const chapterWith = (caption: string) =>
  renderChapter(
    study,
    `<!-- codeboom\ntable: cases\n${caption}columns: [{case: true}]\n-->\n<!-- /codeboom -->\n`,
  ).text;

/** A chapter after the caption that somebody typed was made that of the spec. */
function taken(chapter: string): string | undefined {
  const [first] = renderChapter(study, chapter).blocks;
  const edits = first?.content === undefined ? undefined : captionEdits(chapter, first.block, first.content);
  return edits && applyEdits(chapter, edits);
}

describe('a caption that was changed by hand in a block', () => {
  it('becomes that of the spec, and the block is as generated again', () => {
    for (const [before, written] of [
      ['caption: "Table 1: Cases"\n', '*Table 1: Cases*'],
      ['caption: Cases\n', '*Cases*'],
    ]) {
      const edited = chapterWith(before ?? '').replace(written ?? '', '*Table 2: The "nine" cases\\_*');
      const text = taken(edited) ?? '';
      assert.ok(text.includes('caption: "Table 2: The \\"nine\\" cases_"'), text);
      assert.deepEqual(
        renderChapter(study, text).blocks.map(({ status }) => status),
        ['fresh'],
      );
    }
  });

  it('is put into a spec that had none', () => {
    const text = taken(chapterWith('').replace('-->\n|', '-->\n*All cases*\n\n|')) ?? '';
    assert.ok(text.includes('table: cases\ncaption: "All cases"\ncolumns'), text);
    assert.equal(renderChapter(study, text).text, text);
  });

  it('is left where more was changed, or where it cannot stand in a comment', () => {
    const chapter = chapterWith('caption: Cases\n');
    assert.equal(taken(chapter), undefined);
    assert.equal(taken(chapter.replace('*Cases*', '*All*').replace('| Alpha |', '| A |')), undefined);
    assert.equal(taken(chapter.replace('*Cases*', '*All --> cases*')), undefined);
    assert.equal(taken(chapter.replace('*Cases*\n\n', '')), undefined);
  });
});
