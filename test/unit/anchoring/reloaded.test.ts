import assert from 'node:assert/strict';
import { followEdits } from '../../../src/core/anchoring/followEdits.ts';
import { type LiveAnchors, liveAnchors } from '../../../src/core/anchoring/liveAnchors.ts';
import { reanchored } from '../../../src/core/anchoring/reanchored.ts';
import { reloaded } from '../../../src/core/anchoring/reloaded.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { quotation } from '../study/trees.ts';

const talk = `# Talk

**I:** How did the alliance start, and who took the first step?

**R:** We trusted each other from the first day, though nobody had said a word about money yet.

**I:** And later on, when the insurer came to the table with a contract of its own?

**R:** Later we worried about the contract. The hospital counted the beds, and we counted the days.
`;
const words = {
  trust: 'We trusted each other from the first day',
  worry: 'Later we worried about the contract.',
  beds: 'The hospital counted the beds',
};
const quotations = Object.entries(words).map(([id, exact]): Quotation => {
  const start = talk.indexOf(exact);
  return quotation(id, 'a.md', [], placeOf(talk, start, start + exact.length));
});
const now = '2024-05-01T00:00:00Z';

/** Reads another text at once, from the first line that differs to the end, as an editor reports it. */
function reload(live: LiveAnchors, newText: string) {
  return reloaded(live, quotations, [{ start: 0, end: talk.length, text: newText }], talk, newText, now);
}

describe('a transcript that is read anew while it is open', () => {
  const elsewhere = talk
    .replace('# Talk', '# A talk of long ago')
    .replace(words.trust, 'There was confidence in all of us, right at the outset')
    .replace(` ${words.beds}, and we counted the days.`, '');

  it('has the outcomes of one that was closed meanwhile', () => {
    const found = reload(liveAnchors(quotations), elsewhere);
    assert.deepEqual(found.quotations, reanchored(quotations, elsewhere, talk, now));
    const states = new Map(found.quotations.map(({ id, anchor }) => [id, anchor?.state]));
    assert.deepEqual([states.get('trust'), states.get('beds')], ['review', 'lost']);
    for (const { id, start, end, lost } of found.anchors.quotations) {
      const is: Quotation | undefined = found.quotations.find((one) => one.id === id);
      assert.equal(lost, is?.anchor?.state === 'lost');
      if (!lost) assert.deepEqual([start, end], [is?.start, is?.end]);
    }
  });

  it('has what was lost back in its place by undo', () => {
    const { anchors } = reload(liveAnchors(quotations), elsewhere);
    const back = [{ start: 0, end: elsewhere.length, text: talk }];
    const beds = followEdits(anchors, back, elsewhere, 'undo').quotations.find(({ id }) => id === 'beds');
    assert.deepEqual(beds && talk.slice(beds.start, beds.end), words.beds);
  });
});
