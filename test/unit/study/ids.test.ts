import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeIdFor, isId, randomId } from '../../../src/core/study/ids.ts';

describe('ids', () => {
  it('of codes are slugs of their names', () => {
    const free = () => false;
    assert.equal(codeIdFor('Vertrouwen in elkaar', free), 'vertrouwen-in-elkaar');
    assert.equal(codeIdFor('Één (1)', free), 'een-1');
    assert.equal(codeIdFor('“…”', free), 'code');
  });

  it('of codes are ids that no code has, for any name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 90 }), { maxLength: 20 }), (names) => {
        const taken = new Set<string>();
        for (const name of [...names, ...names]) {
          const id = codeIdFor(name, (one) => taken.has(one));
          assert.ok(isId(id) && !taken.has(id), id);
          taken.add(id);
        }
      }),
    );
  });

  it('of records tell their kind', () => {
    assert.match(randomId('q'), /^q[a-z0-9]{9}$/);
    assert.ok(isId(randomId('r')));
  });

  it('are 1–64 of A-Z a-z 0-9 _ -', () => {
    for (const text of ['', 'a b', 'é', 'a\n', 'a'.repeat(65), '../a']) assert.ok(!isId(text));
  });
});
