import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textAfter } from '../../../src/core/anchoring/followRange.ts';
import { findNames, nameMatcher } from '../../../src/core/privacy/findNames.ts';
import type { Pseudonym } from '../../../src/core/privacy/register.ts';
import { nameEdits, quotationWithoutNames } from '../../../src/core/privacy/replaceNames.ts';
import { placeOf } from '../../../src/core/text/place.ts';

const pseudonyms: readonly Pseudonym[] = [
  { name: 'Jan', pseudonym: 'Floor', kind: 'person' },
  { name: 'Jan Jansen', pseudonym: 'Wout Kruk', kind: 'person', variants: ['Jansen'] },
  { name: 'Renée', pseudonym: 'Bo', kind: 'person' },
  { name: 'SecureCo', pseudonym: 'Het Zorghuis', kind: 'organisation' },
];
const pieces = [
  'Jan',
  'Jans',
  'JAN',
  'Jansen',
  'J. Jansen',
  'J.J.',
  'Renée',
  'Rene\u0301e',
  'SecureCo',
  'en',
  'zei',
  '😀',
];
const piece = fc.constantFrom(...pieces, ...[' ', '\n', '-', '. ', "'s ", '**', '\n\n']);

describe('replacing names', () => {
  const matcher = nameMatcher(pseudonyms);

  it('leaves no name, and every quotation on its words', () => {
    const drawn = fc.record({ text: fc.array(piece, { maxLength: 40 }), a: fc.nat(), b: fc.nat() });
    fc.assert(
      fc.property(drawn, ({ text: parts, a, b }) => {
        const text = parts.join('');
        const [one, other] = [a % (text.length + 1), b % (text.length + 1)];
        if (one === other) return;
        const place = placeOf(text, Math.min(one, other), Math.max(one, other));
        const quotation = {
          id: 'q1',
          document: 'a.md',
          coder: '',
          codes: [],
          created: '',
          modified: '',
          ...place,
        };
        const edits = nameEdits(text, matcher);
        const after = textAfter(text, edits);
        const moved = quotationWithoutNames(quotation, edits, after, matcher);

        assert.deepEqual(findNames(after, matcher), []);
        assert.deepEqual(placeOf(after, moved.start, moved.end), {
          start: moved.start,
          end: moved.end,
          exact: moved.exact,
          prefix: moved.prefix,
          suffix: moved.suffix,
        });
        assert.notEqual(moved.exact, '');
        // What of the quotation is no name, is in it as it was.
        const inside = edits.filter(({ start, end }) => start < place.end && place.start < end);
        if (inside.length === 0) assert.equal(moved.exact, place.exact);
        for (const { text: pseudonym } of inside) assert.ok(moved.exact.includes(pseudonym));
      }),
      { numRuns: 1000 },
    );
  });

  it('reaches comments, translations and the words that a quotation in review had', () => {
    const quotation = {
      ...{ id: 'q1', document: 'a.md', coder: '', codes: [], created: '', modified: '' },
      ...placeOf('Jan kwam', 0, 8),
      comment: 'over Jan',
      translation: { en: 'Jan came' },
      anchor: { state: 'review', was: 'Jan kwam.', reason: 'reason.changed' } as const,
    };
    const moved = quotationWithoutNames(quotation, nameEdits('Jan kwam', matcher), 'Floor kwam', matcher);
    assert.equal(moved.comment, 'over Floor');
    assert.deepEqual(moved.translation, { en: 'Floor came' });
    assert.deepEqual(moved.anchor, { ...quotation.anchor, was: 'Floor kwam.' });
  });
});
