import assert from 'node:assert/strict';
import { followEdits } from '../../../src/core/anchoring/followEdits.ts';
import { foundInBlocks } from '../../../src/core/anchoring/foundInBlocks.ts';
import { liveAnchors } from '../../../src/core/anchoring/liveAnchors.ts';
import { takenOutWith, takenOverBy } from '../../../src/core/anchoring/takenOver.ts';

const before =
  'I: How did it start?\n\nR: Yes. We trusted each other from the first day.\n\nR: Later we worried about the contract a lot.\n\nR: Yes. Then it was over.\n';

function live(words: Readonly<Record<string, string>>) {
  return liveAnchors(
    Object.entries(words).map(([id, exact]) => {
      const start = before.indexOf(exact);
      return { id, start, end: start + exact.length };
    }),
  );
}

function cut(words: string) {
  const start = before.indexOf(words);
  return [{ start, end: start + words.length, text: '' }];
}

describe('text that is taken out of one transcript and put in another', () => {
  const paragraph = 'R: Yes. We trusted each other from the first day.\n\n';
  const all = live({ trust: 'We trusted each other from the first day', yes: 'Yes.' });
  const gone = takenOutWith(followEdits(all, cut(paragraph), before), new Set(['trust', 'yes']));

  it('brings its quotations over, within other text too', () => {
    const text = `Before. ${paragraph} After.`;
    const found = takenOverBy(text, gone).map(({ id, from, to }) => [id, text.slice(from, to)]);
    assert.deepEqual(found.sort(), [
      ['trust', 'We trusted each other from the first day'],
      ['yes', 'Yes.'],
    ]);
  });

  it('brings those over that are whole in a part of it', () => {
    const text = 'Yes. We trusted each other';
    assert.deepEqual(takenOverBy(text, gone), [{ id: 'yes', from: 0, to: 4 }]);
  });

  it('brings nothing over when the pasted text only has some of its words', () => {
    assert.deepEqual(takenOverBy('We trusted each other from the first day', gone), [
      { id: 'trust', from: 0, to: 40 },
    ]);
    assert.deepEqual(takenOverBy('Yes. We trusted nobody from the first day', gone), []);
    assert.deepEqual(takenOverBy('Yes.', gone), []);
  });

  it('brings a short answer over only if nothing was taken out since', () => {
    const short = takenOutWith(followEdits(live({ yes: 'Yes.' }), cut('Yes.'), before), new Set(['yes']));
    assert.deepEqual(takenOverBy('Yes.', short), [{ id: 'yes', from: 0, to: 4 }]);
    assert.deepEqual(takenOverBy('Yes.', [...short, ...gone]), []);
  });
});

describe('a block that gives way to another at once', () => {
  const all = live({
    trust: 'We trusted each other from the first day',
    worry: 'Later we worried about the contract',
  });

  function replaced(after: string) {
    const edits = [{ start: 0, end: before.length, text: after }];
    const followed = followEdits(all, edits, before);
    const { anchors, doubts } = foundInBlocks(all, followed, edits, before, after);
    const words = anchors.quotations.map(({ id, start, end, lost }) => [
      id,
      lost ? 'lost' : after.slice(start, end),
    ]);
    return { words: Object.fromEntries(words), doubts };
  }

  it('keeps the quotations whose words are in both', () => {
    const after = before
      .replace('How did', 'Tell me: how did')
      .replaceAll('R:', '**R:**')
      .replace('a lot', 'much');
    const { words, doubts } = replaced(after);
    assert.deepEqual(words, {
      trust: 'We trusted each other from the first day',
      worry: 'Later we worried about the contract',
    });
    assert.equal(doubts.size, 0);
  });

  it('loses those whose words are gone', () => {
    const after = before
      .replace('I: How', 'I: Well, how')
      .replace(/R: Later.*\n\n/, '')
      .replace('over', 'finished');
    assert.equal(replaced(after).words.worry, 'lost');
    const other =
      'Something else altogether, in words that have nothing to do with what was said here before.';
    assert.deepEqual(replaced(other).words, { trust: 'lost', worry: 'lost' });
  });
});
