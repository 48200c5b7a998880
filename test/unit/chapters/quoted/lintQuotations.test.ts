import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/chapters/edits.ts';
import { lintQuotations } from '../../../../src/core/chapters/quoted/lintQuotations.ts';
import { chapter as sampleChapter, sampleStudy } from '../../tables/sample.ts';
import { plantedIn } from './planted.ts';
import { proseParagraphs } from './prose.ts';

const study = sampleStudy();

describe('the quotations of a chapter', () => {
  const planted = plantedIn(study);
  const prose = proseParagraphs(5000);
  /** A planted paragraph after every few of prose. */
  const every = Math.ceil(prose.length / planted.length);
  const chapter = planted
    .map(({ paragraph }, index) =>
      [...prose.slice(index * every, (index + 1) * every), paragraph].join('\n\n'),
    )
    .join('\n\n');
  const found = lintQuotations(study, chapter);
  const textOf = ({ range }: { readonly range: { readonly start: number; readonly end: number } }) =>
    chapter.slice(range.start, range.end);

  it('are classified right, all sixty', () => {
    assert.equal(planted.length, 60);
    for (const { quoted, wording, isMisattributed, paragraph } of planted) {
      const one = found.find((passage) => textOf(passage).includes(quoted));
      assert.ok(one, `not seen: ${paragraph}`);
      const said = JSON.stringify({ paragraph, one }, null, 1);
      assert.equal(one.wording, wording, said);
      assert.equal(one.wrongSource !== undefined, isMisattributed, said);
    }
  });

  it('are all that is found in 5,000 words of prose', () => {
    assert.ok(prose.join(' ').split(/\s+/).length >= 5000);
    const others = found.filter((one) => !planted.some(({ quoted }) => textOf(one).includes(quoted)));
    assert.deepEqual(others.map(textOf), []);
    assert.deepEqual(lintQuotations(study, prose.join('\n\n')), []);
  });

  it('are mended by their edits', () => {
    for (const { quoted, mended } of planted) {
      if (mended === undefined) continue;
      const one = found.find((passage) => textOf(passage).includes(quoted));
      const text = applyEdits(chapter, one?.edits ?? []);
      const [again] = lintQuotations(study, text).filter(({ range }) => range.start === one?.range.start);
      assert.equal(again?.wording, 'verbatim', text.slice(again?.range.start, again?.range.end));
    }
  });

  it('are the same in CRLF, and nothing is said of the sample chapter', () => {
    assert.deepEqual(lintQuotations(study, sampleChapter()), []);
  });
});
