import assert from 'node:assert/strict';
import { suggestNames } from '../../../src/core/privacy/suggestNames.ts';
import { suggestPseudonym, wordsOfTexts } from '../../../src/core/privacy/suggestPseudonym.ts';

const text = `---
organisation: SecureCo
speakers: {I: Interviewer}
---
# Gesprek over Marieke

**I:** Hoe ging dat met Pieter van der Berg? Ik bedoel: vorige maand.

**Jolanda:** Pieter van der Berg en ik spraken in Utrecht. Vertrouwen is alles, zei Jan. Vertrouwen, en vertrouwen.
Daarna belde Utrecht met SecureCo's directie. Dat deed Marieke's zus.
`;

describe('names that are suggested', () => {
  const texts = new Map([['a.md', { text }]]);
  const jan = { name: 'Jan', pseudonym: 'Floor', kind: 'person' } as const;
  const found = suggestNames(texts, { pseudonyms: [jan] }, ['I', 'Interviewer']);

  it('are words with a capital that are no words of the language, with how often they stand there', () => {
    const counts = Object.fromEntries(found.map(({ name, count }) => [name, count]));
    assert.deepEqual(counts, {
      'Pieter van der Berg': 2,
      Jolanda: 1,
      Marieke: 2,
      SecureCo: 2,
      Utrecht: 2,
    });
  });

  it('say where they stand first, and what kind they may be', () => {
    const secure = found.find(({ name }) => name === 'SecureCo');
    const { start, end } = secure?.example.range ?? { start: 0, end: 0 };
    assert.equal(text.slice(start, end), 'SecureCo');
    assert.equal(secure?.kind, 'organisation');
  });

  it('get a pseudonym that nobody has', () => {
    const words = wordsOfTexts([text, 'Toen kwam Sam.']);
    assert.equal(suggestPseudonym('person', { pseudonyms: [] }, 'nl', words), 'Robin');
    const taken = [{ name: 'Robin', pseudonym: 'Kim', kind: 'person' } as const];
    assert.equal(suggestPseudonym('person', { pseudonyms: taken }, 'nl', words), 'Noor');
    assert.equal(suggestPseudonym('organisation', { pseudonyms: [] }, 'nl', words), 'Organisatie A');
    const many = Array.from({ length: 27 }, (_, index) => ({
      name: `x${index}`,
      pseudonym: `Place ${index < 26 ? String.fromCharCode(65 + index) : 'AA'}`,
      kind: 'place' as const,
    }));
    assert.equal(suggestPseudonym('place', { pseudonyms: many }, 'en', words), 'Place AB');
  });
});
