import assert from 'node:assert/strict';
import { placeOf } from '../../../src/core/text/place.ts';
import { Draft } from '../../bench/anchoring/draft.ts';
import { type Answer, count, emptyScore } from '../../bench/anchoring/score.ts';
import { quotation } from '../study/trees.ts';

const text = 'We met there. Nobody knew the others, at first. Then we talked.';
const words = 'Nobody knew the others, at first.';
const coded = quotation('q1', 'a.md', [], placeOf(text, 14, 14 + words.length));
const draft = Draft.of(text).edited([{ start: 0, end: 0, text: 'Well. ' }]);
const start = 20;
const end = start + words.length;

function judged(answer: Answer, after = draft) {
  const score = emptyScore();
  count(score, after, coded, answer);
  return Object.entries(score)
    .filter(([name, times]) => times > 0 && name !== 'there' && name !== 'gone')
    .map(([name]) => name);
}

describe('the score of the bench', () => {
  it('calls right only what is right to the character, white space at the ends aside', () => {
    assert.deepEqual(judged({ range: { start, end } }), ['exact']);
    assert.deepEqual(judged({ range: { start: start - 1, end: end + 1 } }), ['exact']);
    assert.deepEqual(judged({ range: { start, end: end - 1 } }), ['wrong']);
    assert.deepEqual(judged({ range: { start: start + 'Nobody '.length, end } }), ['wrong']);
    assert.deepEqual(judged({ range: { start: start - 'Well. We'.length, end } }), ['wrong']);
  });

  it('tells doubt from giving up, and neither from what is right when only a word is left', () => {
    assert.deepEqual(judged({ range: { start, end }, doubt: true }), ['review']);
    assert.deepEqual(judged({}), ['missed']);
    const left = Draft.of(text).edited([
      { start: 14, end: 14 + 'Nobody knew the others, at '.length, text: '' },
    ]);
    assert.deepEqual(judged({}, left), ['torn']);
    assert.deepEqual(judged({ range: { start: 14, end: 20 } }, left), ['exact']);
  });

  it('calls no place right once the words are gone', () => {
    const gone = Draft.of(text).edited([{ start: 14, end: 14 + words.length, text: '' }]);
    assert.deepEqual(judged({ range: { start: 0, end: 5 } }, gone), ['onDeleted']);
    assert.deepEqual(judged({}, gone), []);
  });

  it('of parts that came apart takes the greatest or the whole', () => {
    const apart = Draft.of(text).edited([
      { start: 14, end: 26, text: '' },
      { start: text.length, end: text.length, text: text.slice(14, 26), from: 14 },
    ]);
    const rest = apart.text.indexOf('the others');
    assert.deepEqual(judged({ range: { start: rest, end: rest + words.length - 12 } }, apart), ['exact']);
    const part = apart.text.indexOf('Nobody');
    assert.deepEqual(judged({ range: { start: part, end: part + 11 } }, apart), ['wrong']);
    assert.deepEqual(judged({ range: { start: rest, end: rest + 10 }, doubt: true }, apart), ['torn']);
  });
});
